import CaseWire

/// The rows of what was changed of cases, read and written within a transaction.
///
/// An entry never changes, so it is kept as it is sent.
struct HistoryRows {
  private let connection: SQLiteConnection

  /// Works on a connection that is in a transaction.
  init(_ connection: SQLiteConnection) { self.connection = connection }

  /// Writes what was changed of a case that is there.
  func note(_ entry: HistoryEntry, of number: CaseNumber) throws(ServerError) {
    var writer = JSONWriter(capacity: 512 + entry.changes.reduce(0) { $0 + Self.size($1) })
    writer.historyEntry(entry)
    try connection.run(
      "INSERT INTO history (number, row) VALUES (?, ?)",
      [.number(number), .text(String(decoding: writer.bytes, as: UTF8.self))])
  }

  /// Reads a page of a case that is there, the newest change first.
  func page(of number: CaseNumber, _ page: PageRequest) throws(ServerError) -> RowPage {
    let total =
      try connection.first("SELECT count(*) FROM history WHERE number = ?", [.number(number)]) {
        Int($0.integer(0))
      } ?? 0
    return try connection.page(
      page, of: total,
      "SELECT row FROM history WHERE number = ? ORDER BY id DESC LIMIT ? OFFSET ?",
      [.number(number)])
  }

  private static func size(_ change: FieldChange) -> Int {
    (change.from?.utf8.count ?? 0) + (change.to?.utf8.count ?? 0)
  }
}
