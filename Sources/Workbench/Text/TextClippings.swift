/// What was taken out of texts, to be put in elsewhere.
public struct TextClippings: Sendable {
  /// How many deletions are kept.
  static let mostDeletions = 20

  /// What was copied or cut last.
  public internal(set) var copied = ""
  /// What was deleted by words and lines, the last one last; deletions in a row are one.
  public private(set) var deletions: [String] = []

  /// Nothing.
  public init() {}

  /// What was deleted last.
  public var deleted: String { deletions.last ?? "" }

  /// Keeps what was deleted.
  mutating func keep(_ text: String) {
    deletions.append(text)
    if deletions.count > Self.mostDeletions { deletions.removeFirst() }
  }

  /// Lets what was deleted join the deletion before it, before or behind that.
  mutating func join(_ text: String, isBefore: Bool) {
    let last = deletions.popLast() ?? ""
    deletions.append(isBefore ? text + last : last + text)
  }
}

extension TextClippings: Equatable {
  /// Compares byte for byte.
  public static func == (left: TextClippings, right: TextClippings) -> Bool {
    left.copied.isIdentical(to: right.copied)
      && left.deletions.elementsEqual(right.deletions) { $0.isIdentical(to: $1) }
  }
}
