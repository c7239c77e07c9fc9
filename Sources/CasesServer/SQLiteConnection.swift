import CSQLite
import CaseWire

/// One connection to the database; used by one thread at a time.
@safe final class SQLiteConnection {
  private let handle: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]
  private static let mostStatements = 100

  /// Opens a database file that is there already.
  ///
  /// Every commit is synced, since what was answered must outlive a loss of power.
  init(path: String) throws(ServerError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened = unsafe opened else {
      throw .database(code: Int(code), message: "out of memory")
    }
    guard code == SQLITE_OK else {
      let error = unsafe Self.failure(code, on: opened)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe handle = opened
    unsafe sqlite3_busy_timeout(handle, 10_000)
    try run("PRAGMA journal_mode = WAL")
    try run("PRAGMA synchronous = FULL")
    try run("PRAGMA foreign_keys = ON")
    // The log of a large load would keep its size for ever.
    try run("PRAGMA journal_size_limit = 4194304")
  }

  deinit {
    statements.removeAll()
    unsafe sqlite3_close_v2(handle)
  }

  /// The error for a result code, with what the connection says about it.
  static func failure(_ code: Int32, on handle: OpaquePointer) -> ServerError {
    .database(code: Int(code), message: unsafe String(cString: sqlite3_errmsg(handle)))
  }

  /// Runs a statement and gives each of its rows to a body.
  func rows(
    _ sql: String, _ values: [SQLiteValue] = [],
    _ body: (SQLiteStatement) throws(ServerError) -> Void
  ) throws(ServerError) {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() { try body(statement) }
  }

  /// Runs a statement and reads its first row, if there is one.
  func first<Result>(
    _ sql: String, _ values: [SQLiteValue] = [],
    _ body: (SQLiteStatement) throws(ServerError) -> Result
  ) throws(ServerError) -> Result? {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? try body(statement) : nil
  }

  /// Runs a statement for its effect.
  func run(_ sql: String, _ values: [SQLiteValue] = []) throws(ServerError) {
    try rows(sql, values) { _ in }
  }

  /// How many rows the last change touched.
  var changedRows: Int { Int(unsafe sqlite3_changes(handle)) }

  /// Runs a body within a transaction: all of it counts, or nothing of it.
  ///
  /// Writers begin at once as writers. One that reads first and writes later would fail without
  /// waiting as soon as another connection has written in between.
  func transaction<Result>(
    writing: Bool, _ body: () throws(ServerError) -> Result
  ) throws(ServerError) -> Result {
    try run(writing ? "BEGIN IMMEDIATE" : "BEGIN")
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // SQLite may have rolled back by itself, then there is nothing to undo.
      if unsafe sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  private func statement(_ sql: String) throws(ServerError) -> SQLiteStatement {
    if let kept = statements[sql] { return kept }
    if statements.count >= Self.mostStatements { statements.removeAll() }
    let statement = try unsafe SQLiteStatement(sql, on: handle)
    statements[sql] = statement
    return statement
  }
}
