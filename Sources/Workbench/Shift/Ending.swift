/// What can become of a case for ever; the gravest comes first.
enum Ending: Int, Comparable, Sendable {
  case deleted, archived, closed

  static func < (left: Ending, right: Ending) -> Bool { left.rawValue < right.rawValue }
}
