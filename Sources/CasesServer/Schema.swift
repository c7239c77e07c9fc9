/// The tables of the database, and how older ones become newer ones.
///
/// `user_version` is the number of steps that were taken. A step, once released, is never changed:
/// a new version of the schema is one more step.
enum Schema {
  /// The steps, each a list of statements that run in one transaction.
  ///
  /// - Every sort key is a column that is never null, so that a page begins behind the last row of
  ///   the page before with plain comparisons; people without a name sort behind all names.
  /// - User names stand in the rows of cases, since a page of a hundred would look up four hundred.
  /// - Events never change: the row of a list and the whole document are kept as they are sent.
  /// - An entry of a history holds the whole texts of both sides, so that none can get lost with
  ///   another; it goes with its case, since whoever deletes a case means all that it says.
  /// - `AUTOINCREMENT` keeps numbers of deleted cases from being given again.
  static let steps: [[String]] = [
    [
      """
      CREATE TABLE state (
        id INTEGER PRIMARY KEY CHECK (id = 1), changes INTEGER NOT NULL) STRICT
      """,
      "INSERT INTO state VALUES (1, 0)",
      """
      CREATE TABLE users (
        uid TEXT PRIMARY KEY, username TEXT NOT NULL, nameKey TEXT NOT NULL UNIQUE,
        createdAt INTEGER NOT NULL) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE clients (
        id TEXT PRIMARY KEY, secretHash BLOB NOT NULL,
        userUid TEXT NOT NULL REFERENCES users) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE cases (
        number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, status TEXT NOT NULL,
        createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
        subject TEXT REFERENCES users, subjectUsername TEXT,
        assignee TEXT REFERENCES users, assigneeUsername TEXT,
        createdByUserUid TEXT NOT NULL REFERENCES users, createdByUsername TEXT NOT NULL,
        lastModifiedByUserUid TEXT NOT NULL REFERENCES users,
        lastModifiedByUsername TEXT NOT NULL, archivalTime INTEGER,
        uniqueName TEXT NOT NULL, nameKey TEXT NOT NULL, subjectKey TEXT NOT NULL,
        assigneeKey TEXT NOT NULL, archivalKey INTEGER NOT NULL) STRICT
      """,
      """
      CREATE TABLE texts (
        number INTEGER PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
        description TEXT, findings TEXT) STRICT
      """,
      """
      CREATE TABLE events (
        id TEXT PRIMARY KEY, timestamp INTEGER NOT NULL, row TEXT NOT NULL,
        document TEXT NOT NULL) STRICT
      """,
      """
      CREATE TABLE caseEvents (
        number INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
        eventId TEXT NOT NULL REFERENCES events, timestamp INTEGER NOT NULL,
        PRIMARY KEY (number, timestamp, eventId)) STRICT, WITHOUT ROWID
      """,
    ] + firstIndexes,
    [
      """
      CREATE TABLE history (
        id INTEGER PRIMARY KEY, number INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
        row TEXT NOT NULL) STRICT
      """,
      "CREATE INDEX historyByCase ON history (number)",
    ],
  ]

  private static let firstIndexes = [
    ("casesByUniqueName", "UNIQUE INDEX", "cases (uniqueName)"),
    ("casesByName", "INDEX", "cases (nameKey, number)"),
    ("casesByStatus", "INDEX", "cases (status, number)"),
    ("casesByStatusDown", "INDEX", "cases (status DESC, number)"),
    ("casesByCreation", "INDEX", "cases (createdAt, number)"),
    ("casesByUpdate", "INDEX", "cases (updatedAt, number)"),
    ("casesBySubject", "INDEX", "cases (subjectKey, number)"),
    ("casesBySubjectDown", "INDEX", "cases (subjectKey DESC, number)"),
    ("casesByAssignee", "INDEX", "cases (assigneeKey, number)"),
    ("casesByAssigneeDown", "INDEX", "cases (assigneeKey DESC, number)"),
    ("casesByArchival", "INDEX", "cases (archivalKey, number)"),
    ("casesByArchivalDown", "INDEX", "cases (archivalKey DESC, number)"),
    ("casesBySubjectUid", "INDEX", "cases (subject, number)"),
    ("casesByAssigneeUid", "INDEX", "cases (assignee, number)"),
    ("caseEventsByEvent", "UNIQUE INDEX", "caseEvents (eventId, number)"),
  ].map { name, kind, columns in "CREATE \(kind) \(name) ON \(columns)" }

  /// Takes the steps that were not taken yet.
  static func migrate(_ connection: SQLiteConnection) throws(ServerError) {
    try connection.transaction(writing: true) { () throws(ServerError) in
      let found = try connection.first("PRAGMA user_version") { Int($0.integer(0)) } ?? 0
      guard found <= steps.count else {
        throw .newerSchema(found: found, known: steps.count)
      }
      guard found < steps.count else { return }
      for statement in steps[found...].joined() { try connection.run(statement) }
      try connection.run("PRAGMA user_version = \(steps.count)")
    }
  }
}
