import CaseWire

/// The rows of whole cases, read and written within a transaction.
struct CaseRows {
  private let connection: SQLiteConnection

  /// Works on a connection that is in a transaction.
  init(_ connection: SQLiteConnection) { self.connection = connection }

  /// Reads a case.
  func find(_ number: CaseNumber) throws(ServerError) -> Case? {
    try connection.first(
      """
      SELECT name, createdAt, updatedAt, status, subject, subjectUsername, assignee, \
      assigneeUsername, createdByUserUid, createdByUsername, lastModifiedByUserUid, \
      lastModifiedByUsername, archivalTime, description, findings \
      FROM cases LEFT JOIN texts USING (number) WHERE number = ?
      """, [.number(number)]
    ) { row in
      var summary = CaseSummary(
        number: number, name: row.text(0),
        createdAt: Timestamp(microseconds: row.integer(1)),
        updatedAt: Timestamp(microseconds: row.integer(2)),
        status: CaseStatus(rawValue: row.text(3)))
      summary.subject = row.optionalText(4).map(UserUID.init(rawValue:))
      summary.subjectUsername = row.optionalText(5)
      summary.assignee = row.optionalText(6).map(UserUID.init(rawValue:))
      summary.assigneeUsername = row.optionalText(7)
      summary.createdByUserUid = UserUID(row.text(8))
      summary.createdByUsername = row.text(9)
      summary.lastModifiedByUserUid = UserUID(row.text(10))
      summary.lastModifiedByUsername = row.text(11)
      if !row.isNull(12) { summary.archivalTime = Timestamp(microseconds: row.integer(12)) }
      return Case(
        summary: summary, description: row.optionalText(13), findings: row.optionalText(14))
    }
  }

  /// Refuses a name that another case has.
  func checkName(_ name: String, isFreeFor number: CaseNumber?) throws(ServerError) {
    let owner = try connection.first(
      "SELECT number FROM cases WHERE uniqueName = ?", [.text(TextFolding.composed(name))]
    ) { CaseNumber($0.integer(0)) }
    guard let owner, owner != number else { return }
    throw .refused(Problem(.nameExists, description: "case \(owner) has this name"))
  }

  /// Takes name and people over into a row and looks their names up.
  func fill(
    _ summary: inout CaseSummary, _ content: CaseContent, by user: User
  ) throws(ServerError) {
    summary.name = content.name
    summary.subject = content.subject
    summary.subjectUsername = try username(of: content.subject, as: "subject")
    summary.assignee = content.assignee
    summary.assigneeUsername = try username(of: content.assignee, as: "assignee")
    summary.lastModifiedByUserUid = user.userId
    summary.lastModifiedByUsername = user.username
  }

  private func username(of uid: UserUID?, as role: String) throws(ServerError) -> String? {
    guard let uid else { return nil }
    let name = try connection.first(
      "SELECT username FROM users WHERE uid = ?", [.text(uid.rawValue)]
    ) { $0.text(0) }
    guard let name else {
      throw .refused(Problem(.invalidUser, description: "\(role) validation failed"))
    }
    return name
  }

  /// The number of the case that is made next; never one that a case had before.
  func nextNumber() throws(ServerError) -> CaseNumber {
    let last = try connection.first("SELECT seq FROM sqlite_sequence WHERE name = 'cases'") {
      $0.integer(0)
    }
    return CaseNumber((last ?? 0) + 1)
  }

  /// Writes a new case.
  func insert(_ item: Case) throws(ServerError) {
    try connection.run(
      """
      INSERT INTO cases (name, status, createdAt, updatedAt, subject, subjectUsername, \
      assignee, assigneeUsername, createdByUserUid, createdByUsername, lastModifiedByUserUid, \
      lastModifiedByUsername, archivalTime, uniqueName, nameKey, subjectKey, assigneeKey, \
      archivalKey, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, values(of: item.summary) + [.number(item.number)])
    try writeTexts(of: item)
  }

  /// Writes a case that is there.
  func update(_ item: Case) throws(ServerError) {
    try connection.run(
      """
      UPDATE cases SET name = ?, status = ?, createdAt = ?, updatedAt = ?, subject = ?, \
      subjectUsername = ?, assignee = ?, assigneeUsername = ?, createdByUserUid = ?, \
      createdByUsername = ?, lastModifiedByUserUid = ?, lastModifiedByUsername = ?, \
      archivalTime = ?, uniqueName = ?, nameKey = ?, subjectKey = ?, assigneeKey = ?, \
      archivalKey = ? WHERE number = ?
      """, values(of: item.summary) + [.number(item.number)])
    try writeTexts(of: item)
  }

  /// Stamps a case of which only the events were changed; returns the instant of the change.
  func stamp(_ number: CaseNumber, by stamp: ChangeStamp) throws(ServerError) -> Timestamp {
    let before = try connection.first(
      "SELECT updatedAt FROM cases WHERE number = ?", [.number(number)]
    ) { Timestamp(microseconds: $0.integer(0)) }
    let time = before.map { SQLiteCaseStore.later(stamp.time, $0) } ?? stamp.time
    try connection.run(
      """
      UPDATE cases SET updatedAt = ?, lastModifiedByUserUid = ?, lastModifiedByUsername = ? \
      WHERE number = ?
      """,
      [
        .instant(time), .text(stamp.user.userId.rawValue), .text(stamp.user.username),
        .number(number),
      ])
    return time
  }

  private func writeTexts(of item: Case) throws(ServerError) {
    if item.description == nil && item.findings == nil {
      try connection.run("DELETE FROM texts WHERE number = ?", [.number(item.number)])
    } else {
      try connection.run(
        """
        INSERT INTO texts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET \
        description = excluded.description, findings = excluded.findings
        """, [.number(item.number), .optional(item.description), .optional(item.findings)])
    }
  }

  private func values(of row: CaseSummary) -> [SQLiteValue] {
    [
      .text(row.name), .text(row.status.rawValue), .instant(row.createdAt),
      .instant(row.updatedAt), .optional(row.subject?.rawValue), .optional(row.subjectUsername),
      .optional(row.assignee?.rawValue), .optional(row.assigneeUsername),
      .optional(row.createdByUserUid?.rawValue), .optional(row.createdByUsername),
      .optional(row.lastModifiedByUserUid?.rawValue), .optional(row.lastModifiedByUsername),
      row.archivalTime.map { .instant($0) } ?? .null,
      .text(TextFolding.composed(row.name)), .text(TextFolding.folded(row.name)),
      .text(Self.personKey(row.subjectUsername)), .text(Self.personKey(row.assigneeUsername)),
      row.archivalTime.map { .instant($0) } ?? .integer(.max),
    ]
  }

  /// The sort key of a person: no name sorts behind all names, as U+10FFFF does in UTF-8.
  private static func personKey(_ name: String?) -> String {
    name.map(TextFolding.folded) ?? "\u{10FFFF}"
  }
}
