public import CaseWire

extension SQLiteCaseStore {
  /// Finds a case; see `CaseStore`.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the case, or nil.
  /// - Throws: `ServerError.database` when the database fails.
  public func findCase(_ number: CaseNumber) throws(ServerError) -> Case? {
    try reading { connection throws(ServerError) in
      try CaseRows(connection).find(number)
    }
  }

  /// Makes a case; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - content: its five fields.
  ///   - stamp: who makes it, and when.
  /// - Returns: the case.
  /// - Throws: `ServerError.refused` with `NAME_EXISTS` or `INVALID_USER`.
  public func createCase(
    _ content: CaseContent, _ stamp: ChangeStamp
  ) throws(ServerError) -> Case {
    try writing { connection throws(ServerError) in
      let rows = CaseRows(connection)
      try rows.checkName(content.name, isFreeFor: nil)
      var summary = CaseSummary(
        number: try rows.nextNumber(), name: content.name, createdAt: stamp.time,
        updatedAt: stamp.time)
      summary.createdByUserUid = stamp.user.userId
      summary.createdByUsername = stamp.user.username
      try rows.fill(&summary, content, by: stamp.user)
      let item = Case(
        summary: summary, description: content.description, findings: content.findings)
      try rows.insert(item)
      try HistoryRows(connection).note(HistoryEntry(from: nil, to: item), of: item.number)
      return item
    }
  }

  /// Replaces the fields of a case; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - content: its five fields.
  ///   - status: where it shall stand; nil leaves it where it stands.
  ///   - condition: the states in which it may be changed; nil for all.
  ///   - stamp: who changes it, and when.
  /// - Returns: the case; unchanged, its times too, where nothing differs.
  /// - Throws: `ServerError.refused` where the case cannot be changed so.
  public func replaceCase(
    _ number: CaseNumber, _ content: CaseContent, status: CaseStatus?, if condition: IfMatch?,
    _ stamp: ChangeStamp
  ) throws(ServerError) -> Case {
    try writing { connection throws(ServerError) in
      let rows = CaseRows(connection)
      guard var item = try rows.find(number) else {
        throw .refused(Problem(.noSuchCase))
      }
      let status = status ?? item.summary.status
      switch item.summary.status {
      case .archived:
        throw .refused(Problem(.noEditsOnceArchived))
      case .closed where !(status == .archived && content == item.content):
        throw .refused(Problem(.noEditsOnceClosed))
      default:
        break
      }
      guard condition?.fits(item) ?? true else { throw .refused(Problem(.caseHasChanged)) }
      let before = item
      guard !Self.isSame(content, item.content) || status != item.summary.status else {
        return item
      }
      try rows.checkName(content.name, isFreeFor: number)
      try rows.fill(&item.summary, content, by: stamp.user)
      item.summary.status = status
      item.summary.updatedAt = Self.later(stamp.time, item.summary.updatedAt)
      item.description = content.description
      item.findings = content.findings
      var destroyed: [EventID] = []
      if status == .archived {
        item.summary.archivalTime = item.summary.updatedAt
        destroyed = try EventRows(connection).destroyEvents(of: number)
      }
      try rows.update(item)
      try HistoryRows(connection).note(
        HistoryEntry(from: before, to: item, removed: destroyed), of: number)
      return item
    }
  }

  /// Deletes a case; see `CaseStore`.
  ///
  /// - Parameter number: the number of the case.
  /// - Throws: `ServerError.refused` with `NO_SUCH_CASE`.
  public func deleteCase(_ number: CaseNumber) throws(ServerError) {
    try writing { connection throws(ServerError) in
      try connection.run("DELETE FROM cases WHERE number = ?", [.number(number)])
      guard connection.changedRows == 1 else { throw .refused(Problem(.noSuchCase)) }
    }
  }

  /// Compares byte for byte: a letter that was composed anew is a change like any other.
  private static func isSame(_ one: CaseContent, _ other: CaseContent) -> Bool {
    func bytes(_ content: CaseContent) -> [[UInt8]] {
      [content.name, content.description, content.findings].map { Array(($0 ?? "").utf8) }
    }
    return one == other && bytes(one) == bytes(other)
  }

  /// The instant of a change: now, but behind the change before it.
  static func later(_ now: Timestamp, _ before: Timestamp) -> Timestamp {
    max(now, Timestamp(microseconds: before.microseconds + 1))
  }
}
