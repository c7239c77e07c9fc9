public import CaseWire

extension SQLiteCaseStore {
  /// Finds a user; see `CaseStore`.
  ///
  /// - Parameter uid: the identifier.
  /// - Returns: the user, or nil.
  /// - Throws: `ServerError.database` when the database fails.
  public func user(_ uid: UserUID) throws(ServerError) -> UserRecord? {
    try reading { connection throws(ServerError) in
      try connection.first(
        "SELECT uid, username, createdAt FROM users WHERE uid = ?", [.text(uid.rawValue)],
        Self.user)
    }
  }

  /// Lists users by name; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - name: the name that the users must have, whatever its case; nil for all.
  ///   - page: which page.
  /// - Returns: the users of the page and how many there are in all.
  /// - Throws: `ServerError.database` when the database fails.
  public func users(
    named name: String?, page: PageRequest
  ) throws(ServerError) -> (users: [UserRecord], totalCount: Int) {
    try reading { connection throws(ServerError) in
      let key = SQLiteValue.optional(name.map(TextFolding.folded))
      let total = try connection.first(
        "SELECT count(*) FROM users WHERE ?1 IS NULL OR nameKey = ?1", [key]
      ) { Int($0.integer(0)) }
      var users: [UserRecord] = []
      try connection.rows(
        """
        SELECT uid, username, createdAt FROM users WHERE ?1 IS NULL OR nameKey = ?1 \
        ORDER BY nameKey LIMIT ?2 OFFSET ?3
        """, [key, .integer(Int64(page.size)), .integer(Int64(page.rowsBefore))]
      ) { users.append(Self.user($0)) }
      return (users, total ?? 0)
    }
  }

  /// Lists users by the ends of their names; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - prefix: how the names begin, whatever their case; empty for all.
  ///   - suffix: how the names end, whatever their case; empty for all.
  ///   - page: which page.
  /// - Returns: the users of the page.
  /// - Throws: `ServerError.database` when the database fails.
  public func users(
    startingWith prefix: String, endingWith suffix: String, page: PageRequest
  ) throws(ServerError) -> [User] {
    try reading { connection throws(ServerError) in
      var users: [User] = []
      // The range lets the index find the beginning; no text holds the highest scalar, which is
      // no character.
      try connection.rows(
        """
        SELECT uid, username, createdAt FROM users \
        WHERE nameKey >= ?1 AND nameKey < ?1 || char(1114111) \
        AND (?2 = '' OR substr(nameKey, -length(?2)) = ?2) \
        ORDER BY nameKey LIMIT ?3 OFFSET ?4
        """,
        [
          .text(TextFolding.folded(prefix)), .text(TextFolding.folded(suffix)),
          .integer(Int64(page.size)), .integer(Int64(page.rowsBefore)),
        ]
      ) { users.append(Self.user($0).user) }
      return users
    }
  }

  /// Takes a new user; see `CaseStore`.
  ///
  /// - Parameters:
  ///   - user: the user.
  ///   - time: when the user was made.
  /// - Returns: the user that has the name now: the one that was there before, or the new one.
  /// - Throws: `ServerError.database` when the database fails.
  public func addUser(_ user: User, at time: Timestamp) throws(ServerError) -> User {
    try writing { connection throws(ServerError) in
      let found = try connection.first(
        "SELECT uid, username, createdAt FROM users WHERE nameKey = ?",
        [.text(TextFolding.folded(user.username))], Self.user)
      if let found { return found.user }
      try Self.insert(user, time, connection)
      return user
    }
  }

  /// Finds an API client; see `CaseStore`.
  ///
  /// - Parameter id: the identifier.
  /// - Returns: the client, or nil.
  /// - Throws: `ServerError.database` when the database fails.
  public func client(_ id: String) throws(ServerError) -> ClientRecord? {
    try reading { connection throws(ServerError) in
      try connection.first(
        """
        SELECT secretHash, userUid, username FROM clients JOIN users ON uid = userUid \
        WHERE id = ?
        """, [.text(id)]
      ) { row in
        ClientRecord(
          id: id, secretHash: row.blob(0),
          user: User(userId: UserUID(row.text(1)), username: row.text(2)))
      }
    }
  }

  /// Takes a new API client; see `CaseStore`.
  ///
  /// - Parameter client: the client; its user is there already.
  /// - Throws: `ServerError.database` when the database fails.
  public func addClient(_ client: ClientRecord) throws(ServerError) {
    try writing { connection throws(ServerError) in
      try connection.run(
        "INSERT INTO clients VALUES (?, ?, ?)",
        [.text(client.id), .blob(client.secretHash), .text(client.user.userId.rawValue)])
    }
  }

  /// Writes a new user within a transaction.
  static func insert(
    _ user: User, _ time: Timestamp, _ connection: SQLiteConnection
  ) throws(ServerError) {
    try connection.run(
      "INSERT INTO users VALUES (?, ?, ?, ?)",
      [
        .text(user.userId.rawValue), .text(user.username),
        .text(TextFolding.folded(user.username)), .instant(time),
      ])
  }

  private static func user(_ row: SQLiteStatement) -> UserRecord {
    UserRecord(
      user: User(userId: UserUID(row.text(0)), username: row.text(1)),
      createdAt: Timestamp(microseconds: row.integer(2)))
  }
}
