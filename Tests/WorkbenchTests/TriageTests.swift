import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// A triage session: the list as a queue, and the next case there when one is settled.
@Suite struct TriageTests {
  private func at(_ seconds: Int64) -> Timestamp { Walk.now.adding(seconds: seconds) }

  /// Cases 9 down to 1, in a session.
  private func begun() -> Walk {
    var walk = Walk.withCases(9)
    walk.press("T")
    return walk
  }

  private func close(_ number: Int64, in walk: inout Walk) {
    if walk.state.detail.loaded?.number.rawValue != number {
      walk.send(.caseArrived(Sample.whole(number)))
    }
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("\(number)\n")
  }

  /// What is saved of the report that is open.
  private func written(_ walk: inout Walk, _ key: Key) -> String {
    walk.press(key, .enter)
    guard case .run(.writeText(let order), _) = walk.orders.first else { return "" }
    walk.send(.textWritten(order, .saved(path: order.path, bytes: 1)))
    return order.text
  }

  @Test func theListBecomesAQueueThatStandsAsItWas() {
    var walk = begun()
    #expect(
      walk.state.triage?.session.entries.map(\.summary.number.rawValue) == Array(1...9).reversed())
    walk.send(.refreshDue(at: at(60)))
    #expect(!walk.orders.contains { if case .run(.loadPage, _) = $0 { true } else { false } })
    for key: Key in ["/", "f", "s", "S", "0", "9"] {
      walk.press(key)
      #expect(
        walk.state.notice?.text == "In a triage session the list stands still; T leaves the session"
      )
      #expect(walk.state.dialog == nil && walk.state.narrowing == nil)
    }
  }

  @Test func aListThatIsNotAllHereIsFetched() {
    var walk = Walk.withCases(350)
    walk.press("T")
    #expect(walk.orders == [.run(.loadQueue(.allOpen, for: .triage), id: .queue)])
    let cases = Sample.page(0, of: 350).cases + Sample.page(1, of: 350).cases
    walk.send(.queueArrived(.allOpen, cases, for: .triage))
    #expect(walk.state.triage?.session.entries.count == 200)
    #expect(walk.state.list.total == 200)
  }

  @Test func theNextCasesAreThereBeforeTheyAreReached() {
    var walk = begun()
    let asked = walk.all.compactMap { order -> Int64? in
      if case .run(.prefetch(let number), _) = order { number.rawValue } else { nil }
    }
    #expect(asked == [8, 7])
    walk.send(.prefetched(CaseNumber(8), Sample.whole(8), Sample.events(2)))
    #expect(walk.orders == [.run(.prefetch(CaseNumber(6)), id: .prefetch(CaseNumber(6)))])
    walk.send(.prefetched(CaseNumber(7), nil, nil))
    #expect(walk.orders == [.run(.prefetch(CaseNumber(5)), id: .prefetch(CaseNumber(5)))])
    walk.press("j")
    #expect(walk.state.detail.loaded?.number == CaseNumber(8))
    #expect(walk.state.events.total == 2)
    #expect(walk.orders.contains(.run(.loadCase(CaseNumber(8), rest: 90), id: .detail)))
    let again = WorkbenchEffect.prefetch(CaseNumber(7))
    #expect(!walk.orders.contains(.run(again, id: .prefetch(CaseNumber(7)))), "not again and again")
  }

  @Test func aClosedCaseIsSettledAndTheNextOneComes() throws {
    var walk = begun()
    close(9, in: &walk)
    #expect(walk.state.list.selected == CaseNumber(8))
    #expect(walk.state.triage?.session.settledCount == 1)
    walk.press("j")
    close(7, in: &walk)
    #expect(walk.state.list.selected == CaseNumber(6), "8 was passed over and comes later")
    // Taken back, it is to be decided about again.
    walk.press("u")
    #expect(walk.state.triage?.session.settledCount == 1)
  }

  @Test func aCloseThatDidNotArriveIsToBeDecidedAgain() throws {
    var walk = begun()
    close(9, in: &walk)
    walk.send(.outboxDue(CaseNumber(9)))
    let error = CasesError.transport(.replaceCase, TransportError(.notConnected, "down"))
    walk.send(.saveEnded(try #require(walk.saves.first), .change(.failed(error))))
    #expect(walk.state.triage?.session.settledCount == 0)
  }

  /// A report that is read while a close waits does not say that the case was only looked at.
  @Test func theReportFollowsWhatIsStillOnItsWay() throws {
    var walk = begun()
    close(9, in: &walk)
    walk.press("T")
    func line() -> String? {
      guard case .report(let dialog) = walk.state.dialog else { return nil }
      return dialog.report.lines.map(\.text).first { $0.hasPrefix("#9") }
    }
    #expect(line()?.contains("closing, not sent yet") == true)
    walk.send(.outboxDue(CaseNumber(9)))
    #expect(line()?.contains("a change is being sent") == true)
    let order = try #require(walk.saves.first)
    walk.send(.saveEnded(order, .change(.saved(Sample.whole(9, status: .closed), kept: []))))
    #expect(line()?.contains(" closed · ") == true)
  }

  @Test func eventsAreAddedWithOneKey() {
    var walk = begun()
    walk.press("a")
    guard case .addEvent(let dialog) = walk.state.dialog else {
      Issue.record("there is no question")
      return
    }
    #expect(dialog.number == CaseNumber(9))
    #expect(walk.state.form == nil)
  }

  @Test func laterPutsACaseAtTheEnd() {
    var walk = begun()
    walk.press("L")
    #expect(walk.state.list.selected == CaseNumber(8))
    #expect(walk.state.triage?.session.entries.last?.summary.number == CaseNumber(9))
    #expect(walk.state.triage?.session.entries.last?.deeds == [.later])
  }

  @Test func theTimeOfEachCaseIsCounted() {
    var walk = begun()
    walk.press("j", at: at(30))
    walk.press("j", at: at(95))
    walk.press("T", at: at(100))
    guard case .report(let dialog) = walk.state.dialog else {
      Issue.record("there is no report")
      return
    }
    #expect(
      dialog.report.lines.map(\.text) == [
        "#9     30s  looked at · Case 9", "#8   1m05s  looked at · Case 8",
        "#7      5s  looked at · Case 7",
      ])
  }

  @Test func whatIsLeftIsKeptAndGoneOnWith() throws {
    var walk = begun()
    close(9, in: &walk)
    walk.press("T")
    walk.press(.escape)
    let kept = try #require(walk.state.keptTriage)
    #expect(kept.leftCount == 8)
    #expect(walk.all.contains(.run(.keepTriage(kept, rest: 400), id: .triage)))

    // The same after a restart.
    var next = Walk.withCases(9)
    next.send(.triageLoaded(kept))
    next.press("T")
    next.send(.dialogDrawn)
    next.press("y")
    #expect(next.state.triage?.session.settledCount == 1)
    #expect(next.state.list.selected == CaseNumber(8))
  }

  @Test func whatBecameOfACaseIsNotedThoughTheSessionWasLeft() throws {
    var walk = begun()
    close(9, in: &walk)
    walk.press("T", .escape)
    walk.send(.outboxDue(CaseNumber(9)))
    let order = try #require(walk.saves.first)
    walk.send(.saveEnded(order, .change(.saved(Sample.whole(9, status: .closed), kept: []))))
    #expect(walk.state.keptTriage?.entries.first?.deeds == [.closed])
    let kept = try #require(walk.state.keptTriage)
    #expect(walk.orders.contains(.run(.keepTriage(kept, rest: 400), id: .triage)))
  }

  @Test func leavingStaysOnTheCaseThatOneStoodOn() {
    var walk = begun()
    walk.press("j", "j", "j", "T", .escape)
    #expect(walk.state.list.selected == CaseNumber(6))
    walk.send(.pageArrived(0, Sample.page(0, of: 12), at: Walk.now))
    #expect(walk.state.list.current?.number == CaseNumber(6))
    #expect(walk.state.detail.number == CaseNumber(6))
    #expect(walk.state.list.top == 0, "all of it can be seen from the top")
  }

  /// A session may reach far beyond the rows that the list holds.
  @Test func leavingFindsTheCaseWhereverTheListHasIt() {
    var walk = Walk.withCases(350)
    walk.press("T")
    let cases = (0..<4).flatMap { Sample.page($0, of: 350).cases }
    walk.send(.queueArrived(.allOpen, cases, for: .triage))
    walk.press("G", "T", .escape)
    #expect(walk.state.list.selected == walk.state.list.current?.number, "keys act on what is seen")
    walk.send(.pageArrived(0, Sample.page(0, of: 350), at: Walk.now))
    #expect(walk.orders.contains(.run(.findRow(of: CaseNumber(1), in: .allOpen), id: .row)))
    walk.send(.rowFound(349, of: CaseNumber(1)))
    walk.send(.pageArrived(3, Sample.page(3, of: 350), at: Walk.now))
    #expect(walk.state.list.current?.number == CaseNumber(1))
    #expect(walk.state.list.selected == CaseNumber(1) && walk.state.list.sought == nil)
  }

  /// The bottom line teaches the keys of the session; T is the way out there.
  @Test func theKeysOfTheSessionComeFirst() {
    let walk = begun()
    #expect(
      walk.state.hints.prefix(7).map { "\($0.key) \($0.label)" } == [
        "j/k move", "X close", "L later", "a add events", "e edit", "A assign", "T leave",
      ])
    #expect(Set(walk.state.hints.map(\.key)).count == walk.state.hints.count)
    #expect(Walk.withCases(9).state.hints.contains(KeyHint("T", "triage")))
  }

  @Test func aNewSessionCanBeBegunInstead() {
    var walk = begun()
    close(9, in: &walk)
    walk.press("T", .escape)
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    walk.press("T")
    walk.send(.dialogDrawn)
    walk.press("n")
    #expect(walk.state.triage?.session.settledCount == 0)
  }

  @Test func theReportIsSavedAndReplacesNothingUnasked() {
    var walk = begun()
    walk.press("j", at: at(30))
    walk.press("T", "m", .enter)
    guard case .run(.writeText(let order), _) = walk.orders.first else {
      Issue.record("nothing is written")
      return
    }
    #expect(order.path == "triage.md" && !order.replacing)
    #expect(order.text.contains("| #9 | Case 9 | looked at | 30s |\n"))
    walk.send(.textWritten(order, .exists))
    walk.press("y")
    #expect(walk.orders.isEmpty, "nobody has seen the question yet")
    walk.send(.dialogDrawn)
    walk.press("y")
    guard case .run(.writeText(let again), _) = walk.orders.first else {
      Issue.record("nothing is written")
      return
    }
    #expect(again.replacing)
    walk.send(.textWritten(again, .saved(path: "triage.md", bytes: 9)))
    guard case .report(let dialog) = walk.state.dialog else {
      Issue.record("the report is gone")
      return
    }
    #expect(dialog.done == "Saved triage.md, 9 bytes")
  }

  @Test func namesCannotBreakTheTableOrASpreadsheet() {
    var summary = Sample.summary(1)
    summary.name = "=1|2,\"3\"\n4"
    var walk = Walk(120, 40)
    walk.send(.pageArrived(0, CasePage(cases: [summary], totalCount: 1), at: Walk.now))
    walk.press("T")
    walk.press("T", at: at(3))
    #expect(written(&walk, "m").contains("| #1 | =1\\|2,\"3\" 4 | looked at | 3s |"))
    #expect(written(&walk, "c").hasSuffix("1,\"'=1|2,\"\"3\"\"\n4\",looked at,3\r\n"))
  }

  @Test func whatWasDoneIsInTheReport() throws {
    var walk = begun()
    walk.send(.caseArrived(Sample.whole(9)))
    walk.press("e", .controlEnd)
    walk.type("!")
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    walk.send(
      .saveEnded(order, .change(.saved(Sample.whole(9, findings: "Seen on Friday.!"), kept: []))))
    let added = EventChange(.add, [EventID("a"), EventID("b")], of: CaseNumber(9))
    walk.send(.eventsChanged(added, EventChangeOutcome(done: added.events)))
    close(9, in: &walk)
    walk.send(.outboxDue(CaseNumber(9)))
    walk.send(
      .saveEnded(
        try #require(walk.saves.last),
        .change(.saved(Sample.whole(9, status: .closed), kept: []))))
    #expect(
      walk.state.triage?.session.entries.first?.deeds
        == [.saved([.findings]), .eventsAdded(2), .closed])
    #expect(walk.state.list.row(0)?.status == .closed)
  }
}
