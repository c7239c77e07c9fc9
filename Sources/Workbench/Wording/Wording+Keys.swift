/// What is told about the list of all keys.
extension Wording {
  /// How many keys fit what is looked for, and which of them is shown.
  ///
  /// - Parameters:
  ///   - hits: the lines of the keys that fit.
  ///   - found: the line of the one that is shown.
  ///   - isAsked: whether anything is looked for.
  /// - Returns: such as `2 of 7`; nothing while nothing is looked for.
  public static func keysFound(_ hits: [Int], at found: Int?, isAsked: Bool) -> String {
    guard isAsked else { return "" }
    guard let found, let index = hits.firstIndex(of: found) else { return "no key does that" }
    return "\(index + 1) of \(hits.count)"
  }
}
