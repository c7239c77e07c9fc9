import CaseWire

extension SQLiteCaseStore {
  /// Loads rows if no case was ever made; see `CaseStore`.
  ///
  /// Indexes are made anew afterwards, which takes a third of the time of keeping them.
  ///
  /// - Parameter body: gives the rows to the loader; it may not keep it.
  /// - Returns: false where nothing was loaded, since the store is in use.
  /// - Throws: what the body throws; nothing is loaded then.
  public func loadIfEmpty(
    _ body: (any CaseLoader) throws(ServerError) -> Void
  ) throws(ServerError) -> Bool {
    try writing { connection throws(ServerError) in
      guard try CaseRows(connection).nextNumber() == CaseNumber(1) else { return false }
      var indexes: [(name: String, creation: String)] = []
      try connection.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql > ''") {
        indexes.append(($0.text(0), $0.text(1)))
      }
      for index in indexes { try connection.run("DROP INDEX \(index.name)") }
      try body(SQLiteLoader(connection))
      for index in indexes { try connection.run(index.creation) }
      return true
    }
  }
}
