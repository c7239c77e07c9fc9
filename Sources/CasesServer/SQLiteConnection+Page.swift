import CaseWire

extension SQLiteConnection {
  /// Reads a page of rows that are kept as they are sent.
  ///
  /// - Parameters:
  ///   - page: which page.
  ///   - total: how many rows there are on all pages.
  ///   - sql: a statement whose last two parameters are the number of rows and of those before
  ///     them, and whose first column is the text of the row.
  ///   - values: the parameters before these two.
  /// - Returns: the rows; none behind the last page.
  /// - Throws: `ServerError.database` when the database fails.
  func page(
    _ page: PageRequest, of total: Int, _ sql: String, _ values: [SQLiteValue]
  ) throws(ServerError) -> RowPage {
    let before = page.rowsBefore
    guard before < total else { return RowPage(json: [], totalCount: total) }
    var writer = JSONWriter(capacity: min(page.size, total - before) * 512)
    var isFirst = true
    try rows(sql, values + [.integer(Int64(page.size)), .integer(Int64(before))]) { row in
      if !isFirst { writer.raw(",") }
      isFirst = false
      unsafe row.withBytes(of: 0) { unsafe $0.map { unsafe writer.raw($0) } }
    }
    return RowPage(json: writer.bytes, totalCount: total)
  }
}
