import TerminalModel

extension Wording {
  static let nothingOlder =
    "There is nothing older: ^Y first, then ^G y for what was deleted before"
  static let nothingSelected = "Nothing is selected; Shift with an arrow selects"
  static let nothingCopied = "Nothing was copied or cut here yet"
  static func copied(_ count: Int) -> String {
    "\(counted(count, "character")) copied; ^V puts them in, in any field"
  }
  static func replaced(_ count: Int) -> String {
    "\(counted(count, "hit")) replaced; Esc, then ^_, takes it back"
  }
  static func noMoreKey(_ key: Key) -> String {
    "^G \(key.name) means nothing; u undoes, r redoes, "
      + "y puts back an older deletion, a selects all"
  }
  static func pasteHolds(_ count: Int) -> String {
    "\(counted(count, "control character")) pasted that servers refuse; ^G x takes them out"
  }
  /// How many hits there are, and which of them is selected.
  ///
  /// - Parameter find: what is looked for.
  /// - Returns: such as `3 of 17`; empty while nothing is looked for.
  public static func hits(of find: TextFind) -> String {
    if find.query.isEmpty { return "" }
    guard let current = find.current else { return "no hit" }
    return "\(grouped(current + 1)) of \(grouped(find.hits.count))"
  }
}
