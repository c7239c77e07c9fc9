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
    let item = Case(
      summary: summary, description: seed.content.description, findings: seed.content.findings)
    try rows.insert(item)
    for event in seed.events {
      try EventRows(connection).add(event.id, at: event.timestamp, to: summary.number)
    }
    try loadHistory(of: item, seed.past)
  }

  private func loadHistory(of item: Case, _ past: [CaseSeedStep]) throws(ServerError) {
    guard !past.isEmpty else { return }
    let rows = CaseRows(connection)
    let history = HistoryRows(connection)
    var before: Case?
    for step in past {
      var state = Case(
        summary: CaseSummary(
          number: item.number, name: step.content.name, createdAt: item.summary.createdAt,
          updatedAt: step.stamp.time),
        description: step.content.description, findings: step.content.findings)
      try rows.fill(&state.summary, step.content, by: step.stamp.user)
      try history.note(HistoryEntry(from: before, to: state, added: step.added), of: item.number)
      before = state
    }
    try history.note(HistoryEntry(from: before, to: item), of: item.number)
  }
}
