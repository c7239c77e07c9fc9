public import CaseWire

extension SQLiteCaseStore {
  /// Lists what was changed of a case; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page.
  /// - Returns: the rows as JSON objects, or nil where there is no such case.
  /// - Throws: `ServerError.database` when the database fails.
  public func history(
    of number: CaseNumber, page: PageRequest
  ) throws(ServerError) -> RowPage? {
    try reading { connection throws(ServerError) in
      guard try EventRows(connection).hasCase(number) else { return nil }
      return try HistoryRows(connection).page(of: number, page)
    }
  }
}
