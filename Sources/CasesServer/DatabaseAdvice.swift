/// What to do about a database that cannot be used.
enum DatabaseAdvice {
  /// Says why it cannot, and what helps.
  ///
  /// - Parameters:
  ///   - code: SQLite's extended result code.
  ///   - message: what SQLite says.
  /// - Returns: the end of a sentence, without a full stop.
  static func reason(_ code: Int, _ message: String) -> String {
    "\(message) (\(code)); \(advice(code) ?? "nothing was changed")"
  }

  /// Says what helps.
  ///
  /// - Parameter code: SQLite's extended result code.
  /// - Returns: a part of a sentence; nil where nothing is known to help.
  static func advice(_ code: Int) -> String? {
    // The lower byte is the kind of the error.
    switch code & 255 {
    case 5, 6: "another program has locked the file; end that one and start again"
    case 11, 26: "the file is damaged; put a copy of it in its place, \(fromBackup)"
    case 13: "there is no room left on the disk; make some and start again"
    case 3, 8, 14, 23: "make it a file that you may read and write, in such a folder"
    default: nil
    }
  }

  /// Where a copy of a damaged database comes from.
  private static let fromBackup =
    "from a backup, or what “sqlite3 cases.sqlite .recover” can read of it"
}
