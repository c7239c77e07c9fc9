import CaseWire
import Glibc
import Threads

/// A store in one SQLite file in a folder.
///
/// Reading connections are lent from a pool; writes of this process go one after the other over one
/// connection, and wait for those of other processes.
public struct SQLiteCaseStore: Sendable {
  private let path: String
  /// The file that was opened.
  private let mark: FileMark?
  private let writer: Locked<SQLiteConnection>
  private let readers: Locked<[SQLiteConnection]>
  private let cache = Locked(ListCache())
  private static let mostIdleReaders = 4

  /// Opens the store of a folder; makes folder and file where they are missing.
  ///
  /// What it makes can be read by its owner alone: folders have the mode 0700, files 0600.
  ///
  /// - Parameter folder: the path of the folder.
  /// - Throws: `ServerError.folder` when the folder cannot be used, `.newerSchema` when a newer
  ///   version wrote it, `.unusable` when the file is no database, is damaged or not to be had.
  public init(folder: String) throws(ServerError) {
    let folder = try DataFolder.open(folder)
    defer { folder.close() }
    path = folder.databasePath
    mark = FileMark(path)
    writer = Locked(try Self.open(path))
    readers = Locked([])
  }

  /// Opens the database and brings its tables up to date; says what to do where it cannot.
  private static func open(_ path: String) throws(ServerError) -> SQLiteConnection {
    do throws(ServerError) {
      let connection = try SQLiteConnection(path: path)
      try Schema.migrate(connection)
      return connection
    } catch .database(let code, let message) {
      throw .unusable(path: path, reason: DatabaseAdvice.reason(code, message))
    }
  }

  /// Runs a body that reads, on one state of the data.
  func reading<Result>(
    _ body: (SQLiteConnection) throws(ServerError) -> Result
  ) throws(ServerError) -> Result {
    let connection: SQLiteConnection
    if let idle = readers.withLock({ $0.popLast() }) {
      connection = idle
    } else {
      connection = try SQLiteConnection(path: path)
    }
    let result = try connection.transaction(writing: false) { () throws(ServerError) in
      try body(connection)
    }
    readers.withLock { if $0.count < Self.mostIdleReaders { $0.append(connection) } }
    return result
  }

  /// Runs a body that changes cases: all of it counts, or nothing of it.
  func writing<Result>(
    _ body: (SQLiteConnection) throws(ServerError) -> Result
  ) throws(ServerError) -> Result {
    try writer.withLock { connection throws(ServerError) in
      try connection.transaction(writing: true) { () throws(ServerError) in
        let result = try body(connection)
        try connection.run("UPDATE state SET changes = changes + 1")
        // What is written to a file that was removed is gone when the program ends.
        guard FileMark(path) == mark else {
          throw .unusable(
            path: path,
            reason: "the file was moved or removed while it was open; put it back and start again")
        }
        return result
      }
    }
  }
}

extension SQLiteCaseStore: CaseStore {
  /// Lists cases; see `CaseStore`.
  ///
  /// - Parameter query: which cases, in which order, which page.
  /// - Returns: the rows as JSON objects; none behind the last page.
  /// - Throws: `ServerError.database` when the database fails.
  public func cases(_ query: CaseListQuery) throws(ServerError) -> RowPage {
    try reading { connection throws(ServerError) in
      let changes = try connection.first("SELECT changes FROM state") { $0.integer(0) } ?? 0
      let sql = CaseListSQL(query)
      let total = try total(query.filter, sql, changes, connection)
      let size = query.page.size
      let before = query.page.rowsBefore
      guard before < total else { return RowPage(json: [], totalCount: total) }
      let pages = ListCache.Pages(filter: query.filter, orders: query.orders, size: size)
      let start = try start(
        of: query.page.number, rowsBefore: before, in: pages, sql, changes, connection)
      let wanted = min(size, total - before)
      var writer = JSONWriter(capacity: min(wanted, 1_000) * 640)
      if let next = try write(sql, behind: start, wanted, into: &writer, connection) {
        cache.withLock {
          $0.keep(start: next, of: query.page.number + 1, in: pages, at: changes)
        }
      }
      return RowPage(json: writer.bytes, totalCount: total)
    }
  }

  private func total(
    _ filter: CaseFilter, _ sql: CaseListSQL, _ changes: Int64, _ connection: SQLiteConnection
  ) throws(ServerError) -> Int {
    if let kept = cache.withLock({ $0.total(filter, at: changes) }) { return kept }
    let total = try connection.first(sql.count, sql.values) { Int($0.integer(0)) } ?? 0
    cache.withLock { $0.keep(total: total, filter, at: changes) }
    return total
  }

  /// The sort keys of the row before a page; nil for the first page.
  private func start(
    of page: Int, rowsBefore: Int, in pages: ListCache.Pages, _ sql: CaseListSQL,
    _ changes: Int64, _ connection: SQLiteConnection
  ) throws(ServerError) -> [SQLiteValue]? {
    guard rowsBefore > 0 else { return nil }
    if let kept = cache.withLock({ $0.start(of: page, in: pages, at: changes) }) { return kept }
    let offset = SQLiteValue.integer(Int64(rowsBefore - 1))
    let start = try connection.first(sql.keysAtOffset, sql.values + [offset]) {
      Self.keys(of: $0, from: 0, sql)
    }
    if let start { cache.withLock { $0.keep(start: start, of: page, in: pages, at: changes) } }
    return start
  }

  /// Writes the rows of a page; returns the sort keys of its last row if the page is full.
  private func write(
    _ sql: CaseListSQL, behind start: [SQLiteValue]?, _ wanted: Int,
    into writer: inout JSONWriter, _ connection: SQLiteConnection
  ) throws(ServerError) -> [SQLiteValue]? {
    var missing = wanted
    var last: [SQLiteValue]?
    for step in start.map(sql.rowsBehind) ?? [(sql.firstRows, [])] where missing > 0 {
      let values = sql.values + step.values + [.integer(Int64(missing))]
      try connection.rows(step.sql, values) { row in
        if missing < wanted { writer.raw(",") }
        writer.caseRow(row)
        missing -= 1
        if missing == 0 { last = Self.keys(of: row, from: CaseListSQL.firstKey, sql) }
      }
    }
    return last
  }

  private static func keys(
    of row: SQLiteStatement, from first: Int32, _ sql: CaseListSQL
  ) -> [SQLiteValue] {
    sql.keys.enumerated().map { offset, key in
      let column = first + Int32(offset)
      switch key.column {
      case "number", "createdAt", "updatedAt", "archivalKey": return .integer(row.integer(column))
      default: return .text(row.text(column))
      }
    }
  }
}
