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
  private func restored(_ walk: Walk, changing change: (inout WorkbenchState) -> Void = { _ in })
    -> Walk
  {
    var left = walk.state
    change(&left)
    let memory = SessionMemory(left, isLeft: true)
    var next = Walk(120, 40)
    next.state = WorkbenchState(server: "test", now: Walk.now.adding(seconds: 7_200), zone: .utc)
    next.state.restore(memory)
    next.send(
      .terminal(.resized(Size(width: 120, height: 40)), at: Walk.now.adding(seconds: 7_200)))
    return next
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
      next.orders.contains(.run(.loadPage(walk.state.list.query, page: 0), id: .page(0))),
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
