import CaseWire

/// Takes rows into the database within one transaction.
struct SQLiteLoader: CaseLoader {
  private let connection: SQLiteConnection

  /// Works on a connection that is in a transaction.
  init(_ connection: SQLiteConnection) { self.connection = connection }

  func load(_ user: User, createdAt time: Timestamp) throws(ServerError) {
    try SQLiteCaseStore.insert(user, time, connection)
  }

  func load(_ event: StoredEvent) throws(ServerError) {
    try EventRows(connection).insert(event)
  }

  func load(_ seed: CaseSeed) throws(ServerError) {
    let rows = CaseRows(connection)
    var summary = CaseSummary(
      number: try rows.nextNumber(), name: seed.content.name,
      createdAt: seed.created.time, updatedAt: seed.updated.time, status: seed.status)
    summary.createdByUserUid = seed.created.user.userId
    summary.createdByUsername = seed.created.user.username
    try rows.fill(&summary, seed.content, by: seed.updated.user)
    if seed.status == .archived { summary.archivalTime = seed.updated.time }
    try rows.insert(
      Case(
        summary: summary, description: seed.content.description,
        findings: seed.content.findings))
    for event in seed.events {
      try EventRows(connection).add(event.id, at: event.timestamp, to: summary.number)
    }
  }
}
