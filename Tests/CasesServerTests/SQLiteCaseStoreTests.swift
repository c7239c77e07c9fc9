import CSQLite
import CaseWire
import CasesServer
import FoundationEssentials
import Glibc
import Threads
import Testing

@Suite struct SQLiteCaseStoreTests {
  private static let user = User(userId: UserUID("100000000000000001"), username: "u@example.com")
  private static let stamp = ChangeStamp(user: user, time: Harness.start)
  private static let firstPage = PageRequest(number: 1, size: 10)

  private static func folder() -> String {
    FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
  }

  /// Runs a body on so many threads at once and waits for all.
  private static func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = (0..<count).map { index in
      PosixThread { body(index) }
    }
    for thread in threads { thread.join() }
  }

  /// Two stores on one folder stand for two processes: they share nothing but the file.
  @Test func losesNoUpdateOfEightWriters() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stores = [try SQLiteCaseStore(folder: folder), try SQLiteCaseStore(folder: folder)]
    _ = try stores[0].addUser(Self.user, at: Harness.start)
    let events = try (0..<80).map { try Harness.event("e\($0)") }
    _ = try stores[0].loadIfEmpty { loader throws(ServerError) in
      for event in events { try loader.load(event) }
    }
    let shared = try stores[0].createCase(CaseContent(name: "shared"), Self.stamp)
    let errors = Locked<[String]>([])
    Self.onThreads(8) { thread in
      let store = stores[thread % 2]
      for round in 0..<10 {
        do throws(ServerError) {
          _ = try store.createCase(CaseContent(name: "case \(thread) \(round)"), Self.stamp)
          try store.addEvents(
            [EventID("e\(thread * 10 + round)")], to: shared.number, isLenient: false,
            Self.stamp)
          _ = try store.cases(
            CaseListQuery(filter: CaseFilter(), orders: [], page: Self.firstPage))
        } catch {
          errors.withLock { $0.append(error.description) }
        }
      }
    }
    #expect(errors.withLock { $0 } == [])
    for store in stores {
      let page = try store.cases(
        CaseListQuery(filter: CaseFilter(), orders: [], page: Self.firstPage))
      #expect(page.totalCount == 81)
      #expect(try store.events(of: shared.number, page: Self.firstPage)?.totalCount == 80)
      // Every one of the 80 additions moved the stamp by at least a microsecond.
      let updated = try #require(try store.findCase(shared.number)).summary.updatedAt
      #expect(updated.microseconds == Harness.start.microseconds + 80)
    }
  }

  /// Totals and beginnings of pages that were kept must not outlive another process's write.
  @Test func seesTheWritesOfAnotherProcessInKeptLists() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (mine, theirs) = (
      try SQLiteCaseStore(folder: folder), try SQLiteCaseStore(folder: folder)
    )
    _ = try mine.addUser(Self.user, at: Harness.start)
    for name in ["b", "c", "d", "e"] {
      _ = try mine.createCase(CaseContent(name: name), Self.stamp)
    }
    func second() throws -> String {
      let page = try mine.cases(
        CaseListQuery(
          filter: CaseFilter(), orders: [CaseOrder(by: .name)],
          page: PageRequest(number: 2, size: 2)))
      let names = String(decoding: page.json, as: UTF8.self).split(separator: "\"name\":\"")
        .dropFirst().map { $0.prefix(1) }
      return names.joined() + " \(page.totalCount)"
    }
    var seen = [try second(), try second()]
    _ = try theirs.createCase(CaseContent(name: "a"), Self.stamp)
    seen.append(try second())
    try theirs.deleteCase(CaseNumber(1))
    seen.append(try second())
    #expect(seen == ["de 4", "de 4", "cd 5", "de 4"])
  }

  @Test func keepsFilesFromOthers() throws {
    let folder = Self.folder() + "/deep/er"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try SQLiteCaseStore(folder: folder)
    let modes = [folder, folder + "/cases.sqlite", folder + "/cases.sqlite-wal"].map { path in
      var status = stat()
      return unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }
    #expect(modes == [0o700, 0o600, 0o600])
    // The log is there as long as the store is open.
    withExtendedLifetime(store) {}
  }

  @Test func saysWhyAFolderCannotBeUsed() throws {
    let file = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data("x".utf8).write(to: URL(filePath: file))
    #expect(throws: ServerError.folder(path: file, reason: "Not a directory")) {
      _ = try SQLiteCaseStore(folder: file)
    }
    #expect(throws: ServerError.folder(path: file + "/in", reason: "Not a directory")) {
      _ = try SQLiteCaseStore(folder: file + "/in")
    }
  }

  @Test func refusesDataThatIsNoDatabaseOrOfANewerVersion() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try SQLiteCaseStore(folder: folder)
    try Self.execute("PRAGMA user_version = 99", in: folder)
    #expect(throws: ServerError.newerSchema(found: 99, known: 2)) {
      _ = try SQLiteCaseStore(folder: folder)
    }
    for name in ["cases.sqlite", "cases.sqlite-wal", "cases.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    try Data(repeating: 7, count: 4_096).write(to: URL(filePath: folder + "/cases.sqlite"))
    let reason = "file is not a database (26); the file is damaged; put a copy of it in its place, "
    let error = #expect(throws: ServerError.self) { _ = try SQLiteCaseStore(folder: folder) }
    #expect(error?.description.contains(reason) == true)
  }

  /// Else it would say that it has stored what is gone when the program ends.
  @Test(arguments: [true, false])
  func storesNothingInAFileThatIsNotThereAnyMore(isReplaced: Bool) throws {
    let harness = try Harness()
    defer { harness.remove() }
    let file = harness.folder + "/cases.sqlite"
    func make(_ name: String) -> HTTPResponse {
      harness.send(.post, "/v1/cases", body: #"{"name":"\#(name)"}"#)
    }
    #expect(make("before").status == 200)
    try FileManager.default.moveItem(atPath: file, toPath: file + ".old")
    if isReplaced { try FileManager.default.copyItem(atPath: file + ".old", toPath: file) }
    let refused = make("after")
    #expect(refused.status == 500)
    #expect(String(decoding: refused.body, as: UTF8.self).contains("was moved or removed"))
    _ = unsafe unlink(file)
    try FileManager.default.moveItem(atPath: file + ".old", toPath: file)
    #expect(make("again").status == 200)
    #expect(harness.names("").count == 2)
  }

  /// What would be taken for a new database, and its rest dropped, is left alone.
  @Test(
    arguments: [
      (["rm"], ["its log", "is there; put it back"]),
      (["empty"], ["it is empty, but its log"]),
      (["rm-wal"], ["its log", "is missing, which holds the last changes"]),
      (["drafts", "rm-wal", "rm-shm", "empty"], ["it is empty, though it was worked with"]),
    ])
  func isNotOpenedWithAPartOfItMissing(acts: [String], told: [String]) throws {
    let folder = Self.folder()
    let copy = Self.folder()
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      try? FileManager.default.removeItem(atPath: copy)
    }
    // As a killed program leaves it: the log and its index are there.
    let store = try SQLiteCaseStore(folder: folder)
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    withExtendedLifetime(store) {}
    let file = copy + "/cases.sqlite"
    for act in acts {
      switch act {
      case "rm": try FileManager.default.removeItem(atPath: file)
      case "rm-wal": try FileManager.default.removeItem(atPath: file + "-wal")
      case "rm-shm": try FileManager.default.removeItem(atPath: file + "-shm")
      case "empty": try Data().write(to: URL(filePath: file))
      default:
        try FileManager.default.createDirectory(
          atPath: "\(copy)/\(act)", withIntermediateDirectories: false)
      }
    }
    let before = try FileManager.default.contentsOfDirectory(atPath: copy).sorted()
    let error = #expect(throws: ServerError.self) { _ = try SQLiteCaseStore(folder: copy) }
    let text = error?.description ?? ""
    #expect(told.allSatisfy { text.contains($0) }, "\(text)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy).sorted() == before)
  }

  @Test func hasStrictTablesAndALog() throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try SQLiteCaseStore(folder: folder)
    let tables = try Self.execute(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%'",
      in: folder)
    #expect(tables == ["sqlite_sequence"])
    #expect(try Self.execute("PRAGMA journal_mode", in: folder) == ["wal"])
    #expect(try Self.execute("PRAGMA integrity_check", in: folder) == ["ok"])
  }

  /// Runs SQL beside the store and gives the first column of the rows.
  @discardableResult private static func execute(
    _ sql: String, in folder: String
  ) throws -> [String] {
    var handle: OpaquePointer?
    defer { unsafe sqlite3_close(handle) }
    try #require(unsafe sqlite3_open(folder + "/cases.sqlite", &handle) == SQLITE_OK)
    var statement: OpaquePointer?
    defer { unsafe sqlite3_finalize(statement) }
    try #require(unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK)
    var rows: [String] = []
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      rows.append(unsafe sqlite3_column_text(statement, 0).map { unsafe String(cString: $0) } ?? "")
    }
    return rows
  }
}
