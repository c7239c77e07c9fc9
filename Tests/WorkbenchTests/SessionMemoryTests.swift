import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// What a session leaves is what the next one begins with.
@Suite struct SessionMemoryTests {
  private func restored(
    _ walk: Walk, isFresh: Bool = false,
    changing change: (inout WorkbenchState) -> Void = { _ in }
  ) -> Walk {
    var left = walk.state
    change(&left)
    let memory = SessionMemory(left, isLeft: true)
    var next = Walk(120, 40)
    next.state = WorkbenchState(server: "test", now: Walk.now.adding(seconds: 7_200), zone: .utc)
    next.state.restore(memory, isFresh: isFresh)
    next.send(.started)
    next.send(
      .terminal(.resized(Size(width: 120, height: 40)), at: Walk.now.adding(seconds: 7_200)))
    return next
  }

  /// A fresh start forgets where one was, not when one was there.
  @Test func aFreshStartForgetsOnlyTheListAndTheCursor() {
    var walk = Walk.withCases(250)
    walk.press("/")
    walk.type("pay sort:name\n")
    walk.send(.pageArrived(0, Sample.page(0, of: 250), at: Walk.now))
    walk.press("j", "j", .enter)
    var next = restored(walk, isFresh: true)
    #expect(next.state.list.query == .allOpen && next.state.list.selected == nil)
    #expect(next.state.list.total == nil && next.state.queryLine == nil)
    #expect(next.state.leftAt == Walk.now)
    #expect(next.state.recent == [CaseNumber(248)])
    next.send(.pageArrived(0, Sample.page(0, of: 100), at: Walk.now))
    next.press("C")
    guard case .run(.loadShift(let since, let rows, let unsure), _) = next.orders.first else {
      Issue.record("nothing is looked for")
      return
    }
    #expect(since == Walk.now && rows.count == 100)
    #expect(unsure.map(\.number.rawValue) == Array(151...250).reversed().map(Int64.init))
  }

  /// Whoever lost the first session to a power cut was there all the same.
  @Test func aSessionThatDidNotEndIsNoFirstOne() {
    let walk = Walk.withCases(9)
    let memory = SessionMemory(walk.state, isLeft: false)
    var next = Walk(120, 40)
    next.state.restore(memory)
    #expect(next.state.leftAt == Walk.now)
  }

  /// A case that was made since, above the others, must not be hidden above the first row.
  @Test func newerRowsAreSeenAboveTheCursorAfterARestart() {
    var walk = Walk.withCases(20)
    walk.press("j")
    var next = restored(walk)
    #expect(next.state.list.top == 0 && next.state.list.cursor == 1)
    next.send(.pageArrived(0, Sample.page(0, of: 22), at: Walk.now))
    #expect(next.state.list.current?.number == CaseNumber(19))
    #expect(next.state.list.cursor == 3 && next.state.list.top == 0)
  }

  @Test(arguments: [true, false])
  func asMuchIsSeenAboveTheCursorAsBefore(keepsCache: Bool) {
    var walk = Walk.withCases(250)
    for _ in 0..<60 { walk.press("j") }
    walk.press("k", "k", "k")
    let above = walk.state.list.cursor - walk.state.list.top
    var next = restored(walk) { $0.keepsCache = keepsCache }
    if keepsCache { #expect(next.state.list.cursor - next.state.list.top == above) }
    next.send(.pageArrived(0, Sample.page(0, of: 251), at: Walk.now))
    #expect(next.state.list.current?.number == CaseNumber(193))
    let wanted = keepsCache ? above : next.state.list.height - 1
    #expect(next.state.list.cursor - next.state.list.top == wanted)
  }

  /// A list that was ordered anew is not begun with the case under the cursor either.
  @Test func anotherOrderShowsWhatStandsAboveTheCursor() {
    var walk = Walk.withCases(20)
    walk.press("j", "j", "s", "m")
    var page = Sample.page(0, of: 20)
    page.cases.reverse()
    walk.send(.pageArrived(0, page, at: Walk.now))
    #expect(walk.state.list.current?.number == CaseNumber(18))
    #expect(walk.state.list.cursor == 17 && walk.state.list.top == 0)
  }

  /// Test line 35: filter, sort and cursor are there again after a restart.
  @Test func filterOrderAndCursorAreThereAgain() {
    var walk = Walk.withCases(250)
    walk.press("/")
    walk.type("pay updated:7d sort:name\n")
    walk.send(.pageArrived(0, Sample.page(0, of: 250), at: Walk.now))
    walk.press("j", "j")
    var next = restored(walk)
    #expect(next.state.list.query == walk.state.list.query)
    #expect(next.state.list.selected == CaseNumber(248))
    #expect(next.state.queryText == "status:open pay updated:7d sort:name")
    #expect(
      next.all.contains(.run(.loadPage(walk.state.list.query, page: 0), id: .page(0))),
      "what is shown is asked for anew")
    next.send(.pageArrived(0, Sample.page(0, of: 250), at: Walk.now))
    #expect(next.state.list.current?.number == CaseNumber(248))
  }

  /// Test line 77: the rows of before are there at once, marked as old, until others have come.
  @Test func theRowsOfBeforeAreShownAsOldOnes() {
    var next = restored(Walk.withCases(250))
    #expect(next.state.list.total == 250)
    #expect(next.state.list.row(0)?.number == CaseNumber(250))
    #expect(next.state.list.isFromBefore)
    let error = CasesError.transport(.listCases, TransportError(.notConnected, "down"))
    next.send(.pageFailed(0, error))
    #expect(next.state.list.isFromBefore, "without a server they stay, and stay old")
    next.press("j")
    #expect(next.state.list.selected == CaseNumber(249))
    next.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    #expect(!next.state.list.isFromBefore)
    #expect(next.state.notice == nil, "what changed since then is no news of this moment")
  }

  @Test func rowsThatMustNotBeKeptAreNot() {
    let next = restored(Walk.withCases(250)) { $0.keepsCache = false }
    #expect(next.state.list.total == nil)
    #expect(next.state.list.selected == CaseNumber(250))
  }

  @Test func aFloodOfKeysIsOneWrite() {
    var walk = Walk.withCases(250)
    for _ in 0..<50 { walk.press("j") }
    let waits = walk.all.count { if case .run(.waitForSession, _) = $0 { true } else { false } }
    #expect(waits == 1)
    walk.send(.sessionRested)
    let kept = walk.orders.compactMap { order -> SessionMemory? in
      if case .run(.keepSession(let memory), _) = order { memory } else { nil }
    }
    #expect(kept == [SessionMemory(walk.state, isLeft: false)])
    // Nothing new, nothing written.
    walk.send(.sessionRested)
    #expect(walk.orders.isEmpty)
  }

  @Test func aTriageSessionLeavesTheListThatItCameFrom() {
    var walk = Walk.withCases(9)
    walk.press("T")
    #expect(restored(walk).state.list.query == .allOpen)
  }

  @Test func aTriageSessionIsGoneOnFromWhereOneStood() {
    var walk = Walk.withCases(9)
    walk.press("T", "j", "j", "j")
    #expect(restored(walk).state.list.selected == CaseNumber(6))
  }

  @Test func itIsOnDiskForTheUserAloneAndComesBack() async throws {
    try await Scratch.use { folder in
      let path = folder + "/session"
      let memory = SessionMemory(Walk.withCases(250).state, isLeft: true)
      try ValueKeeper(path: path, name: "session").keep(memory)
      #expect(try ValueKeeper(path: path, name: "session").load() == memory)
      #expect(Scratch.mode(of: path + "/session.json") == 0o600)
      #expect(try ValueKeeper<SessionMemory>(path: folder + "/none", name: "session").load() == nil)
    }
  }
}
