import CSQLite
import CaseWire
import CasesServer
import FoundationEssentials
import Testing

/// Who changed what of a case (Cases API contract, § 8).
@Suite struct CaseServiceHistoryTests {
  private func page(_ harness: Harness, _ number: Int64 = 1, _ query: String? = nil) throws
    -> HistoryPage
  {
    let answer = harness.send(.get, "/v1/cases/\(number)/history", query: query)
    try #require(answer.status == 200)
    return try WireJSON.decode(HistoryPage.self, from: answer.body)
  }

  private func lines(_ page: HistoryPage) -> [String] {
    page.history.map { entry in
      let changes = entry.changes.map { change in
        let names = [change.fromUsername, change.toUsername].map { $0.map { "(\($0))" } ?? "" }
        return "\(change.field): \(change.from ?? "-")\(names[0]) > \(change.to ?? "-")\(names[1])"
      }
      let events =
        entry.eventsAdded.map { "+\($0.rawValue)" } + entry.eventsRemoved.map { "-\($0.rawValue)" }
      return "\(entry.kind.rawValue) \((changes + events).joined(separator: ", "))"
    }
  }

  /// Everything that can be done to a case, each with the time and person that the case then shows.
  @Test func everyChangeIsToldWithBothSides() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load(try ["e", "f", "g"].map { try Harness.event($0) })
    let other = try harness.service.addUser("b@example.com")
    let token = try #require(try harness.service.issueToken(for: other.username))
    let uid = other.userUid.rawValue
    _ = harness.make("one", #","description":"d""#)
    let steps: [(HTTPMethod, String, String)] = [
      (.put, "", #"{"name":"one","description":"d","findings":"f\n","assignee":"\#(uid)"}"#),
      (.post, "/fileevent/e", ""), (.post, "/fileevent", #"{"events":["e","g","f","f"]}"#),
      (.delete, "/fileevent/e", ""), (.put, "", #"{"name":"two","findings":"f"}"#),
      (.put, "", #"{"name":"two","findings":"f","status":"CLOSED"}"#),
      (.put, "", #"{"name":"two","findings":"f","status":"ARCHIVED"}"#),
    ]
    var stamps: [String] = []
    func note() {
      let item = harness.json(harness.send(.get, "/v1/cases/1"))
      stamps.append(
        ["updatedAt", "lastModifiedByUserUid", "lastModifiedByUsername"]
          .map { item[$0]?.string ?? "" }.joined(separator: " "))
    }
    note()
    for (method, path, body) in steps {
      harness.advance(seconds: 1)
      #expect(harness.send(method, "/v1/cases/1\(path)", body: body, token: token).status < 300)
      note()
    }
    let page = try page(harness)
    #expect(
      lines(page) == [
        "CHANGED status: CLOSED > ARCHIVED, -f, -g", "CHANGED status: OPEN > CLOSED",
        "CHANGED name: one > two, assignee: \(uid)(b@example.com) > -, description: d > -, "
          + "findings: f\n > f", "CHANGED -e", "CHANGED +g, +f", "CHANGED +e",
        "CHANGED assignee: - > \(uid)(b@example.com), findings: - > f\n",
        "CREATED name: - > one, status: - > OPEN, description: - > d",
      ])
    #expect(page.totalCount == 8)
    let told = page.history.reversed().map { entry in
      "\(entry.changedAt) \(entry.userUid?.rawValue ?? "") \(entry.username ?? "")"
    }
    #expect(told == stamps)
  }

  @Test func whatWasRefusedOrChangedNothingIsNotTold() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load([try Harness.event("e")])
    _ = harness.make("one")
    _ = harness.make("other")
    let open: [(HTTPMethod, String, String)] = [
      (.put, "", #"{"name":"other"}"#), (.put, "", #"{"name":"one","subject":"nobody"}"#),
      (.put, "", #"{"name":" one "}"#), (.post, "/fileevent/x", ""),
      (.post, "/fileevent", #"{"events":["e","x"]}"#), (.delete, "/fileevent/e", ""),
    ]
    for (method, path, body) in open {
      _ = harness.send(method, "/v1/cases/1\(path)", body: body)
    }
    #expect(try page(harness).totalCount == 1)
    _ = harness.send(.put, "/v1/cases/1", body: #"{"name":"one","status":"CLOSED"}"#)
    let closed: [(HTTPMethod, String, String)] = [
      (.put, "", #"{"name":"late"}"#), (.post, "/fileevent/e", ""),
      (.post, "/fileevent", #"{"events":["e"]}"#),
    ]
    for (method, path, body) in closed {
      _ = harness.send(method, "/v1/cases/1\(path)", body: body)
    }
    #expect(try page(harness).totalCount == 2)
  }

  /// A change that cannot be noted does not happen, so none is missing from the history.
  @Test func aChangeAndItsEntryAreOneTransaction() throws {
    let harness = try Harness()
    defer { harness.remove() }
    try harness.load(try ["e", "f"].map { try Harness.event($0) })
    _ = harness.make("one")
    _ = harness.send(.post, "/v1/cases/1/fileevent/e")
    let before = harness.send(.get, "/v1/cases/1").body
    try Self.execute("ALTER TABLE history RENAME TO gone", in: harness.folder)
    let answers = [
      harness.send(.put, "/v1/cases/1", body: #"{"name":"two"}"#),
      harness.send(.put, "/v1/cases/1", body: #"{"name":"one","status":"ARCHIVED"}"#),
      harness.send(.post, "/v1/cases/1/fileevent/f"),
      harness.send(.post, "/v1/cases/1/fileevent", body: #"{"events":["f"]}"#),
      harness.send(.delete, "/v1/cases/1/fileevent/e"),
      harness.send(.post, "/v1/cases", body: #"{"name":"new"}"#),
    ].map(\.status)
    #expect(answers == Array(repeating: 500, count: 6))
    #expect(harness.send(.get, "/v1/cases/1").body == before)
    #expect(harness.names("") == ["one"])
    let events = harness.json(harness.send(.get, "/v1/cases/1/fileevent"))
    #expect(events["events"]?.array.compactMap { $0["eventId"]?.string } == ["e"])
  }

  @Test func pagesAreCutFromTheNewestOn() throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("0")
    for name in 1..<45 {
      _ = harness.send(.put, "/v1/cases/1", body: #"{"name":"\#(name)"}"#)
    }
    let pages = try [nil, "pgNum=2", "pgNum=3", "pgNum=4", "pgNum=9&pgSize=5", "pgSize=100"].map {
      try page(harness, 1, $0)
    }
    #expect(pages.map(\.totalCount) == Array(repeating: 45, count: 6))
    #expect(pages.map(\.history.count) == [20, 20, 5, 0, 5, 45])
    #expect((pages[0].history + pages[1].history + pages[2].history) == pages[5].history)
    let names = pages[5].history.compactMap { $0.changes.first?.to }
    #expect(names == (0..<45).reversed().map(String.init))
    let refusals = ["pgSize=0", "pgSize=101", "pgNum=0", "pgNum=x"].map {
      harness.refusal(harness.send(.get, "/v1/cases/1/history", query: $0))
    }
    #expect(
      refusals == [
        "400 INVALID_PAGE_SIZE", "400 INVALID_PAGE_SIZE", "400 INVALID_PAGE_NUMBER",
        "400 INVALID_PAGE_NUMBER",
      ])
    #expect(harness.refusal(harness.send(.get, "/v1/cases/2/history")) == "404 NO_SUCH_CASE")
    #expect(
      harness.refusal(harness.send(.post, "/v1/cases/1/history")) == "405 METHOD_NOT_ALLOWED")
    #expect(
      harness.refusal(harness.send(.get, "/v1/cases/1/history", token: "no")).hasPrefix("401"))
  }

  /// Both sides whole, whatever they are made of.
  @Test func theLongestTextsAreKeptWhole() throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one")
    let texts = [
      String(repeating: "🙂\n", count: 15_000), String(repeating: "\"\\\t\r\né", count: 5_000),
      "e\u{301}", "\u{e9}",
    ]
    for text in texts {
      let body = try WireJSON.encode(CaseContent(name: "one", findings: text))
      let answer = harness.send(
        .put, "/v1/cases/1", body: String(decoding: body, as: UTF8.self))
      #expect(answer.status == 200)
    }
    let changes = try page(harness).history.dropLast().map(\.changes)
    let sides = changes.map { [$0.first?.from, $0.first?.to].map { Array(($0 ?? "").utf8) } }
    let wanted = zip([""] + texts, texts).map { [Array($0.utf8), Array($1.utf8)] }
    #expect(sides.reversed() == wanted)
  }

  /// What a deleted case said is gone with it; the number is never given again.
  @Test func aDeletedCaseTakesItsHistoryAlong() throws {
    let harness = try Harness()
    defer { harness.remove() }
    _ = harness.make("one")
    _ = harness.make("two")
    #expect(harness.send(.delete, "/v1/cases/1").status == 204)
    #expect(harness.refusal(harness.send(.get, "/v1/cases/1/history")) == "404 NO_SUCH_CASE")
    let rows = try Self.execute("SELECT number FROM history", in: harness.folder)
    #expect(rows == ["2"])
  }

  /// A database as the version without a history left it.
  @Test func anOlderDatabaseGetsAHistoryFromNowOn() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/old-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.execute(try Self.oldDatabase(), in: folder)
    #expect(try Self.execute("PRAGMA user_version", in: folder) == ["1"])
    let store = try SQLiteCaseStore(folder: folder)
    #expect(try Self.execute("PRAGMA user_version", in: folder) == ["2"])
    #expect(try Self.execute("PRAGMA foreign_key_check", in: folder) == [])
    let first = PageRequest(number: 1, size: 10)
    let before = try #require(try store.findCase(CaseNumber(1)))
    #expect(before.findings == "one\n\ttwo 'quoted'\n" && before.description == "It’s old: é 中")
    #expect(try store.events(of: before.number, page: first)?.totalCount == 1)
    #expect(try store.findCase(CaseNumber(2))?.summary.status == .closed)
    #expect(try store.history(of: before.number, page: first)?.totalCount == 0)

    let user = try #require(try store.users(named: "jo@example.com", page: first).users.first)
    let stamp = ChangeStamp(user: user.user, time: before.summary.updatedAt)
    var content = before.content
    content.findings = "three"
    _ = try store.replaceCase(before.number, content, status: nil, if: nil, stamp)
    let made = try store.createCase(CaseContent(name: "new"), stamp)
    #expect(made.number == CaseNumber(4))
    let page = try #require(try store.history(of: before.number, page: first))
    let entry = try WireJSON.decode(HistoryEntry.self, from: page.json)
    #expect(page.totalCount == 1)
    #expect(entry.changes == [FieldChange("findings", from: before.findings, to: "three")])
    // Opened again, it is of the present version.
    let again = try SQLiteCaseStore(folder: folder)
    #expect(try again.history(of: before.number, page: first) == page)
  }

  /// The past of the sample data leads to what its cases are now.
  @Test func samplePastsLeadToThePresent() throws {
    let harness = try Harness(sampleCases: 260)
    defer { harness.remove() }
    for number in Int64(1)...240 {
      let entries = try page(harness, number).history
      let item = harness.json(harness.send(.get, "/v1/cases/\(number)"))
      var fields: [String: JSONValue] = [:]
      for entry in entries.reversed() {
        for change in entry.changes {
          #expect(fields[change.field] ?? .null == change.from.map { .string($0) } ?? .null)
          fields[change.field] = change.to.map { .string($0) } ?? .null
        }
      }
      for (field, value) in fields { #expect(item[field] == value) }
      #expect(entries.count > 1 && entries.allSatisfy { !$0.isEmpty })
      #expect(entries.map(\.changedAt) == entries.map(\.changedAt).sorted(by: >))
      #expect(entries.last?.kind == .created)
      #expect(entries.first.map { .string("\($0.changedAt)") } == item["updatedAt"])
    }
    #expect(try page(harness, 250).totalCount == 0)
  }

  private static func oldDatabase() throws -> String {
    let folder = try #require(URL(string: #filePath)?.deletingLastPathComponent().path)
    return String(
      decoding: try Data(contentsOf: URL(filePath: folder + "/Resources/cases-version-1.sql")),
      as: UTF8.self)
  }

  /// Runs SQL beside the store and gives the first column of the rows.
  @discardableResult private static func execute(
    _ sql: String, in folder: String
  ) throws -> [String] {
    var handle: OpaquePointer?
    defer { unsafe sqlite3_close(handle) }
    try #require(unsafe sqlite3_open(folder + "/cases.sqlite", &handle) == SQLITE_OK)
    var rows: [String] = []
    let code = unsafe withUnsafeMutablePointer(to: &rows) { rows in
      unsafe sqlite3_exec(
        handle, sql,
        { rows, _, values, _ in
          guard let text = unsafe values?[0] else { return 0 }
          unsafe rows?.assumingMemoryBound(to: [String].self).pointee
            .append(String(cString: text))
          return 0
        }, rows, nil)
    }
    try #require(code == SQLITE_OK)
    return rows
  }
}

extension HistoryEntry {
  fileprivate var isEmpty: Bool {
    changes.isEmpty && eventsAdded.isEmpty && eventsRemoved.isEmpty
  }
}
