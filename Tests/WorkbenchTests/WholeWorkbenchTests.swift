import CaseWire
import CasesAPI
import FoundationEssentials
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench

/// Store, reducers, runner, client and server in one process, with neither a terminal nor a socket.
@Suite struct WholeWorkbenchTests {
  private let cases: TestCases
  private let client: CasesClient
  private let threads: EffectThreads
  private let store: Store<Workbench>
  private let folder: String

  init() throws {
    cases = try TestCases(cases: 240)
    client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    threads = try #require(EffectThreads())
    folder = FileManager.default.temporaryDirectory.path + "/workbench-\(UUID().uuidString)"
    let now = Timestamp(microseconds: 1_603_900_000_000_000)
    let runner = WorkbenchRunner(
      api: client, drafts: DraftKeeper(path: "\(folder)/drafts"), home: folder, clock: { now },
      rest: threads.rest(milliseconds:))
    store = Store(
      WorkbenchState(server: "here", now: now, zone: .utc), on: threads, changed: {},
      runner: runner.run)
    store.send(.started)
    store.send(.terminal(.resized(Size(width: 120, height: 40)), at: now))
  }

  private func press(_ keys: Key...) {
    for key in keys { store.send(.terminal(.key(key), at: store.state.now)) }
  }

  private func type(_ text: String) {
    for character in text { press(character == "\n" ? .enter : .character(character)) }
  }

  private func wait(_ condition: @escaping (WorkbenchState) -> Bool) async throws {
    let isSo = await eventually { condition(store.state) }
    try #require(isSo, "\(store.state.notice?.text ?? "no notice")")
  }

  private func end() {
    store.stop()
    threads.stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  @Test func findingsAreWrittenKeptAndStored() async throws {
    defer { end() }
    try await wait { $0.detail.loaded != nil && $0.events.total != nil }
    let number = try #require(store.state.detail.number)
    press("e")
    type("\nSeen by nobody else.")
    let drafts = "\(folder)/drafts"
    try await wait { _ in
      (try? FileManager.default.contentsOfDirectory(atPath: drafts))?
        .contains("case-\(number).json") == true
    }
    press(.control("s"))
    try await wait { $0.notice?.text == "Saved #\(number)" }
    let stored = try await client.getCase(number)
    #expect(stored.findings?.hasSuffix("\nSeen by nobody else.") == true)
    #expect(stored == store.state.detail.loaded)
    try await wait { _ in
      (try? FileManager.default.contentsOfDirectory(atPath: drafts))?
        .contains("case-\(number).json") == false
    }
  }

  @Test func theFilterFindsPeopleByNameAndSaysWhoIsUnknown() async throws {
    defer { end() }
    try await wait { $0.list.total != nil }
    press("f", .tab, .tab)
    type("nobody@example.com\n")
    try await wait {
      if case .filter(let dialog) = $0.dialog { !dialog.problems.isEmpty } else { false }
    }
    press(.escape)
    try await wait { $0.detail.loaded?.summary.assigneeUsername != nil || $0.list.cursor > 0 }
    let assignee = try #require(
      store.state.list.pages.values.joined().compactMap(\.assigneeUsername).first)
    press("f", .tab, .tab)
    type("\(assignee.uppercased())\n")
    try await wait { $0.dialog == nil && !$0.list.isOutdated }
    let rows = store.state.list.pages.values.joined()
    #expect(!rows.isEmpty && rows.allSatisfy { $0.assigneeUsername == assignee })
    #expect(store.state.list.total == rows.count)
  }

  @Test func aFileIsFetchedAndWrittenWhereItWasWanted() async throws {
    defer { end() }
    try await wait { $0.list.selected != nil }
    let number = try #require(store.state.list.selected)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    press("x", "c", .control("u"))
    type("~/events.csv\n")
    try await wait { $0.notice?.kind == .done }
    let written = FileManager.default.contents(atPath: "\(folder)/events.csv")
    let sink = MemorySink()
    _ = try await client.eventCSV(of: number, into: sink)
    #expect(written.map { [UInt8]($0) } == sink.bytes)
  }

  @Test func theCaseThatWasSavedIsFollowedByARefresh() async throws {
    defer { end() }
    try await wait { $0.list.total != nil }
    press("9")
    try await wait { !$0.list.isOutdated && $0.list.total == 240 }
    press("G")
    try await wait { $0.detail.loaded?.number == $0.list.selected && $0.list.selected != nil }
    for _ in 0..<3 where store.state.detail.known?.status != .open {
      press("k")
      try await wait { $0.detail.loaded?.number == $0.list.selected }
    }
    let number = try #require(store.state.list.selected)
    try #require(store.state.detail.known?.status == .open)
    press("e")
    type("!")
    press(.control("s"))
    try await wait { $0.notice?.kind == .done }
    // It was the last one in the list and is now the first.
    press("r")
    try await wait { $0.list.current?.number == number && $0.list.stale.isEmpty }
    #expect(store.state.list.cursor == 0)
  }
}
