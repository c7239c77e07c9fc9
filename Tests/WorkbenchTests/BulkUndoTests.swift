import CaseWire
import CasesAPI
import Threads
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// What was done to many cases by one act is taken back, and made again, by one.
@Suite struct BulkUndoTests {
  private let error = CasesError.transport(.replaceCase, TransportError(.notConnected, "down"))

  /// Case as it is stored once an assignee was given to it; nobody has it where the name is empty.
  private func stored(_ number: Int64, _ name: String) -> Case {
    var stored = Sample.whole(number)
    stored.summary.assigneeUsername = name.isEmpty ? nil : name
    stored.summary.assignee = name.isEmpty ? nil : UserUID(name)
    return stored
  }

  /// Cases 12, 11 and 10 of dana after they were assigned to kim, by one act.
  private func assigned(_ numbers: [Int64] = [10, 11, 12]) -> Walk {
    var walk = Walk.withCases(12)
    for _ in numbers { walk.press(" ") }
    walk.press("b", "a")
    walk.type("kim@example.com\n")
    walk.send(.dialogDrawn)
    walk.press("y")
    for number in numbers {
      var draft = Draft(of: Sample.whole(number), at: Walk.now)
      draft.texts.assignee = "kim@example.com"
      let saved = CaseSaveOutcome.saved(stored(number, "kim@example.com"), kept: [])
      let order = SaveOrder(draft, closes: false)
      walk.send(.bulkStepEnded(CaseNumber(number), .saved(order, .change(saved))))
    }
    return walk
  }

  private func orders(_ walk: Walk) -> [SaveOrder] {
    walk.orders.compactMap { if case .run(.bulkRetrace(let order), _) = $0 { order } else { nil } }
  }

  private func say(yes key: Key, to walk: inout Walk) -> [SaveOrder] {
    walk.press(key)
    walk.send(.dialogDrawn)
    walk.press("y")
    return orders(walk)
  }

  private func answer(
    _ order: SaveOrder, _ outcome: CaseSaveOutcome, to walk: inout Walk
  ) throws {
    let number = try #require(order.draft.key.number)
    walk.send(.bulkStepEnded(number, .saved(order, .change(outcome))))
  }

  private func question(_ walk: Walk) -> String? {
    guard case .confirm(let asked) = walk.state.dialog,
      case .retrace(let step, let retrace) = asked.question
    else { return nil }
    return Wording.question(step, retrace)
  }

  @Test func oneActIsOneStep() throws {
    var walk = assigned()
    #expect(walk.state.undoSteps.map { $0.numbers.map(\.rawValue) } == [[10, 11, 12]])
    walk.press("u")
    #expect(
      question(walk) == "Take back the assignment of 3 cases to kim@example.com? "
        + "Each gets what it had before.")
    walk.press(.escape)
    let sent = say(yes: "u", to: &walk)
    #expect(sent.map(\.draft.texts.assignee) == Array(repeating: "dana@example.com", count: 3))
    #expect(sent.allSatisfy { $0.retraces == .undo && $0.draft.changedFields == [.assignee] })
    guard case .bulk(let dialog) = walk.state.dialog else {
      Issue.record("nothing tells how far it is")
      return
    }
    #expect(dialog.stage == .run)
    #expect(walk.state.bulk.map { Wording.state(of: $0) } == "Taking back 0 of 3")
    for order in sent {
      let number = try #require(order.draft.key.number).rawValue
      try answer(order, .saved(Sample.whole(number), kept: []), to: &walk)
    }
    #expect(walk.state.notice == Notice(.done, "3 of 3 cases taken back; U makes it again"))
    #expect(walk.state.dialog == nil && walk.state.undoSteps.isEmpty)

    walk.press("U")
    #expect(question(walk) == "Make the assignment of 3 cases to kim@example.com again?")
    walk.press(.escape)
    let again = say(yes: "U", to: &walk)
    #expect(again.map(\.draft.texts.assignee) == Array(repeating: "kim@example.com", count: 3))
    for order in again {
      let number = try #require(order.draft.key.number).rawValue
      try answer(order, .saved(stored(number, "kim@example.com"), kept: []), to: &walk)
    }
    #expect(walk.state.notice == Notice(.done, "3 of 3 cases made again"))
    #expect(walk.state.undoSteps.count == 1 && walk.state.redoSteps.isEmpty)
  }

  /// What somebody changed since is told as in a single undo; what did not arrive can be tried
  /// again.
  @Test func whatWasNotTakenBackIsToldForEachAndCanBeTriedAgain() throws {
    var walk = assigned()
    let sent = say(yes: "u", to: &walk)
    try answer(sent[0], .conflict(latest: stored(10, "lee@example.com"), [.assignee]), to: &walk)
    try answer(sent[1], .failed(error), to: &walk)
    try answer(sent[2], .saved(Sample.whole(12), kept: []), to: &walk)
    #expect(walk.state.notice?.text == "1 of 3 cases taken back, 2 not; U makes it again")
    #expect(
      walk.state.bulk?.failures.first?.reason
        == "kim@example.com changed Assignee of #10 meanwhile, so nothing was taken back; e edits")
    #expect(walk.state.undoSteps.map { $0.numbers.map(\.rawValue) } == [[11]])
    #expect(walk.state.redoSteps.map { $0.numbers.map(\.rawValue) } == [[12]])
  }

  @Test func aStopKeepsTheRestToBeTakenBackLater() throws {
    var walk = assigned(Array(1...12).suffix(6))
    let sent = say(yes: "u", to: &walk)
    #expect(sent.count == 4, "four at once")
    walk.press("s")
    for order in sent {
      let number = try #require(order.draft.key.number).rawValue
      try answer(order, .saved(Sample.whole(number), kept: []), to: &walk)
    }
    #expect(
      walk.state.notice?.text == "4 of 6 cases taken back, 2 never begun; U makes it again")
    #expect(walk.state.undoSteps.map { $0.numbers.map(\.rawValue) } == [[11, 12]])
  }

  @Test(arguments: ["n", .enter, .escape, "u", " "] as [Key])
  func nothingIsTakenBackWithoutAYes(key: Key) {
    var walk = assigned()
    walk.press("u")
    walk.send(.dialogDrawn)
    walk.press(key)
    #expect(orders(walk).isEmpty)
    #expect(walk.state.undoSteps.count == 1)
  }

  @Test func aClosedCaseIsLeftOutOfTheStep() throws {
    var walk = assigned()
    walk.send(.caseArrived(Sample.whole(9)))
    walk.press("k")
    walk.send(.caseArrived(stored(10, "kim@example.com")))
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("10\n")
    walk.send(.outboxDue(CaseNumber(10)))
    let order = try #require(walk.saves.last)
    walk.send(.saveEnded(order, .change(.saved(Sample.whole(10, status: .closed), kept: []))))
    #expect(walk.state.undoSteps.map { $0.numbers.map(\.rawValue) } == [[11, 12]])
  }

  @Test func marksThatWereSetSinceStay() throws {
    var walk = assigned()
    walk.press("g", " ")
    let sent = say(yes: "u", to: &walk)
    for order in sent {
      let number = try #require(order.draft.key.number).rawValue
      try answer(order, .saved(Sample.whole(number), kept: []), to: &walk)
    }
    #expect(walk.state.marks.keys.map(\.rawValue) == [12])
  }

  /// The question about one case names what it would be.
  @Test func theQuestionAboutOneCaseNamesOldAndNewValue() {
    var walk = assigned([12])
    walk.press("u")
    #expect(
      question(walk) == "Take back on #12: Assignee kim@example.com → dana@example.com?")
  }

  @Test(arguments: [
    ("", "Take back on #7: Assignee nobody → dana@example.com?"),
    ("kim@example.com", "Take back on #7: Assignee kim@example.com → dana@example.com?"),
  ])
  func nobodyHasAName(assignee: String, text: String) {
    var walk = Walk.withCase(7)
    var draft = Draft(of: Sample.whole(7), at: Walk.now)
    draft.texts.assignee = assignee
    let saved = CaseSaveOutcome.saved(stored(7, assignee), kept: [])
    walk.state.work[.assign(CaseNumber(7))] = "assigning #7"
    walk.send(
      .assignEnded(CaseNumber(7), .saved(SaveOrder(draft, closes: false), .change(saved))))
    walk.press("u")
    #expect(question(walk) == text)
  }

  private func added(_ walk: Walk) -> [EventChange] {
    walk.orders.compactMap {
      if case .run(.bulkRetraceEvents(let change), _) = $0 { change } else { nil }
    }
  }

  /// Only what came in by the act goes again: e2 was in case 11 before.
  @Test func eventsThatManyGotAreTakenOffAgainAsOneStep() throws {
    var walk = Walk.withCases(12)
    walk.press(" ", " ", "b", "e")
    walk.type("e1 e2\n")
    walk.send(.dialogDrawn)
    walk.press("y")
    for (number, ids) in [(11, ["e1"]), (12, ["e1", "e2"])] as [(Int64, [String])] {
      let change = EventChange(.add, ids.map { EventID($0) }, of: CaseNumber(number))
      let outcome = EventChangeOutcome(done: change.events)
      walk.send(.bulkStepEnded(CaseNumber(number), .eventsChanged(change, outcome)))
    }
    walk.press("u")
    #expect(
      question(walk)
        == "Take back the addition of 2 events to 2 cases? Each gets what it had before.")
    walk.send(.dialogDrawn)
    walk.press("y")
    let sent = added(walk)
    #expect(sent.map { $0.events.map(\.rawValue) } == [["e1"], ["e1", "e2"]])
    #expect(sent.allSatisfy { $0.kind == .remove })
    let lost = CasesError.transport(.removeEvent, TransportError(.notConnected, "down"))
    walk.send(
      .bulkStepEnded(
        CaseNumber(11), .eventsChanged(sent[0], EventChangeOutcome(done: sent[0].events))))
    walk.send(
      .bulkStepEnded(
        CaseNumber(12),
        .eventsChanged(
          sent[1], EventChangeOutcome(done: [EventID("e1")], trouble: .failed(lost)))))
    // What is left is taken off next time, and nothing else; what went can be added again.
    #expect(
      walk.state.undoSteps == [.events(EventChange(.remove, [EventID("e2")], of: CaseNumber(12)))])
    #expect(walk.state.redoSteps.map { $0.numbers.map(\.rawValue) } == [[11, 12]])
  }

  /// Over the client and the server.
  @Test func anEventThatACaseHadIsNotCountedAsAdded() async throws {
    let cases = try TestCases(cases: 12)
    let client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    let runner = WorkbenchRunner(
      api: client, drafts: nil, home: nil, clock: { Walk.now }, rest: { _ in })
    let rows = try await client.cases(
      CaseQuery.allOpen.filter, order: CaseOrder(by: .number),
      page: PageRequest(number: 1, size: 12)
    ).cases
    var held: [(CaseSummary, [EventID])] = []
    for row in rows {
      let page = try await client.events(of: row.number, page: PageRequest(number: 1, size: 50))
      if !page.events.isEmpty { held.append((row, page.events.map(\.eventId))) }
    }
    let (target, own) = try #require(held.first)
    let foreign = try #require(held.dropFirst().flatMap(\.1).first { !own.contains($0) })
    let outcomes = Locked<[BulkOutcome]>([])
    let act = BulkAct.addEvents([own[0], foreign])
    await runner.run(.bulkStep(act, target, CloseRules())) { action in
      if case .bulkStepEnded(_, let outcome) = action { outcomes.withLock { $0.append(outcome) } }
    }
    let change = EventChange(.add, [foreign], of: target.number)
    #expect(
      outcomes.withLock { $0 } == [.eventsChanged(change, EventChangeOutcome(done: [foreign]))])
  }
}
