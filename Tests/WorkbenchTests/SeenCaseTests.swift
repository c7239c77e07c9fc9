import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// What was seen of cases before: without a server, and since the last session.
@Suite struct SeenCaseTests {
  private let seven = CaseNumber(7)
  private let error = CasesError.transport(.getCase, TransportError(.notConnected, "down"))

  @Test func withoutAServerACaseIsReadAsItWasSeen() {
    var walk = Walk.withCases(7)
    walk.send(.caseRemembered(Sample.seen("Old words", 0), error))
    #expect(walk.state.detail.loaded?.findings == "Old words")
    #expect(walk.state.detail.failure == error)
    #expect(
      walk.state.notice?.text
        == "#7 as it was seen here 26 Oct 2026 07:33 UTC; the server could not be asked")
    // What is written on top of it is kept as a draft, and can be sent once there is a server.
    walk.press("e", .controlEnd)
    walk.type(" And new ones.")
    walk.press(.escape)
    #expect(walk.state.drafts[.existing(seven)]?.texts.findings == "Old words And new ones.")
    #expect(walk.state.drafts[.existing(seven)]?.base.findings == "Old words")
  }

  @Test func aCaseThatIsOnlyRememberedIsNotClosed() {
    var walk = Walk.withCases(7)
    walk.press("X")
    walk.send(.caseRemembered(Sample.seen("Old words", 0), error))
    #expect(walk.state.dialog == nil)
    #expect(walk.state.notice?.kind == .error)
  }

  @Test func whatChangedSinceTheLastSessionIsToldByCaseAndField() {
    var walk = Walk.withCases(9)
    walk.state.leftAt = Walk.now
    walk.press("C")
    #expect(
      walk.orders == [.run(.loadShift(since: Walk.now, rows: [], unsure: []), id: .shift)])
    var new = Sample.whole(9)
    new.summary.createdAt = Walk.now.adding(seconds: 1)
    let entries = [
      ShiftEntry(Sample.seen("b", 3).value, before: Sample.seen("a", -3).value),
      ShiftEntry(new, before: nil), ShiftEntry(Sample.whole(3), before: nil),
    ]
    walk.send(.shiftLoaded(entries, of: 3, since: Walk.now))
    guard case .report(let dialog) = walk.state.dialog else {
      Issue.record("there is no report")
      return
    }
    #expect(dialog.report.summary == "3 cases changed since 26 Oct 2026 07:33 UTC")
    #expect(
      dialog.report.lines.map(\.text).prefix(4) == [
        "#7  Case 7", "   Findings · kim@example.com, 26 Oct 07:36",
        "#9  Case 9", "   new · kim@example.com, 25 Oct 03:55",
      ])
    walk.press("m", .enter)
    guard case .run(.writeText(let order), _) = walk.orders.first else {
      Issue.record("nothing is written")
      return
    }
    #expect(order.path == "hand-over.md")
    #expect(
      order.text.contains(
        "| #7 | Case 7 | Findings | kim@example.com, 26 Oct 2026 07:36 UTC |\n"))
  }

  @Test func aFirstSessionHasNothingToCompareWith() {
    var walk = Walk.withCases(9)
    walk.press("C")
    #expect(walk.orders.isEmpty)
    #expect(walk.state.notice?.text.hasPrefix("This is the first session here") == true)
  }

  @Test func theCacheKeepsEachStateOnceAndOnlySoMany() async throws {
    try await Scratch.use { folder in
      let path = folder + "/cache"
      let cache = CaseCache(path: path)
      #expect(cache.states(of: seven).isEmpty)
      for minute: Int64 in 0..<30 {
        let state = Sample.seen("words \(minute / 2)", minute / 2)
        cache.remember(state.value, seenAt: state.seenAt)
      }
      #expect(cache.states(of: seven).count == 15)
      for minute: Int64 in 20..<60 {
        let state = Sample.seen("words \(minute)", minute)
        cache.remember(state.value, seenAt: state.seenAt)
      }
      let states = CaseCache(path: path).states(of: seven)
      #expect(states.count == 20)
      #expect(states.last == Sample.seen("words 59", 59))
      #expect(Scratch.mode(of: path) == 0o700)
      #expect(Scratch.mode(of: path + "/case-7.json") == 0o600)
    }
  }
}
