import CaseWire

/// The rows of events and of their places in cases, read and written within a transaction.
struct EventRows {
  private let connection: SQLiteConnection

  /// Works on a connection that is in a transaction.
  init(_ connection: SQLiteConnection) { self.connection = connection }

  /// Whether there is a case of a number.
  func hasCase(_ number: CaseNumber) throws(ServerError) -> Bool {
    try connection.first("SELECT 1 FROM cases WHERE number = ?", [.number(number)]) { _ in }
      != nil
  }

  /// Refuses where there is no such case, or one that is settled.
  func checkIsOpen(_ number: CaseNumber) throws(ServerError) {
    let status = try connection.first(
      "SELECT status FROM cases WHERE number = ?", [.number(number)]
    ) { CaseStatus(rawValue: $0.text(0)) }
    guard let status else { throw .refused(Problem(.noSuchCase)) }
    guard status == .open else { throw .refused(Problem(.caseIsClosed)) }
  }

  /// How many events a case has.
  func count(of number: CaseNumber) throws(ServerError) -> Int {
    try connection.first(
      "SELECT count(*) FROM caseEvents WHERE number = ?", [.number(number)]
    ) { Int($0.integer(0)) } ?? 0
  }

  /// Whether an event is in a case.
  func contains(_ id: EventID, _ number: CaseNumber) throws(ServerError) -> Bool {
    try connection.first(
      "SELECT 1 FROM caseEvents WHERE eventId = ? AND number = ?",
      [.text(id.rawValue), .number(number)]
    ) { _ in } != nil
  }

  /// When an event happened; nil where it is not known.
  func timestamp(of id: EventID) throws(ServerError) -> Timestamp? {
    try connection.first("SELECT timestamp FROM events WHERE id = ?", [.text(id.rawValue)]) {
      Timestamp(microseconds: $0.integer(0))
    }
  }

  /// Puts an event into a case.
  func add(
    _ id: EventID, at timestamp: Timestamp, to number: CaseNumber
  ) throws(ServerError) {
    try connection.run(
      "INSERT INTO caseEvents VALUES (?, ?, ?)",
      [.number(number), .text(id.rawValue), .instant(timestamp)])
  }

  /// Takes an event out of a case; false where it was not in it.
  func remove(_ id: EventID, from number: CaseNumber) throws(ServerError) -> Bool {
    try connection.run(
      "DELETE FROM caseEvents WHERE eventId = ? AND number = ?",
      [.text(id.rawValue), .number(number)])
    return connection.changedRows == 1
  }

  /// Deletes the events of a case for good, but for those that another case has as well;
  /// returns the identifiers of all.
  func destroyEvents(of number: CaseNumber) throws(ServerError) -> [EventID] {
    var ids: [String] = []
    try connection.rows("SELECT eventId FROM caseEvents WHERE number = ?", [.number(number)]) {
      ids.append($0.text(0))
    }
    try connection.run("DELETE FROM caseEvents WHERE number = ?", [.number(number)])
    for id in ids {
      try connection.run(
        """
        DELETE FROM events WHERE id = ? \
        AND NOT EXISTS (SELECT 1 FROM caseEvents WHERE eventId = events.id)
        """, [.text(id)])
    }
    return ids.map { EventID($0) }
  }

  /// Writes an event that cases can refer to.
  func insert(_ event: StoredEvent) throws(ServerError) {
    try connection.run(
      "INSERT INTO events VALUES (?, ?, ?, ?)",
      [
        .text(event.id.rawValue), .instant(event.timestamp),
        .text(String(decoding: event.row, as: UTF8.self)),
        .text(String(decoding: event.document, as: UTF8.self)),
      ])
  }
}
