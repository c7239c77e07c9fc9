import CaseWire
import CasesAPI
import Threads
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct EventChangeTests {
  private let seven = CaseNumber(7)

  private func added(_ events: String...) -> EventChange {
    EventChange(.add, events.map { EventID($0) }, of: seven)
  }

  @Test(arguments: [
    ("0_abc_1_2_3\n", ["0_abc_1_2_3"]), ("a b, c,a\n", ["a", "b", "c"]), (" ,, x\n", ["x"]),
  ])
  func eventsAreAddedByTheirIds(typed: String, ids: [String]) {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(0)))
    walk.press("l", "l", "a")
    walk.type(typed)
    let change = EventChange(.add, ids.map { EventID($0) }, of: seven)
    #expect(walk.orders == [.run(.changeEvents(change), id: .changeEvents(seven))])
    walk.press(.enter)
    #expect(walk.orders.isEmpty)
    walk.send(.eventsChanged(change, EventChangeOutcome(done: change.events)))
    #expect(walk.state.dialog == nil)
    #expect(walk.orders.contains(.run(.loadEvents(seven, page: 1, rest: 0), id: .events)))
  }

  @Test func aRefusedEventStaysInTheBoxWithTheReason() {
    var walk = Walk.withCase(7)
    walk.press("l", "l", "a")
    walk.type("nope\n")
    let error = CasesError.refused(.addEvent, status: 400, Problem(.noSuchEvent))
    walk.send(.eventsChanged(added("nope"), EventChangeOutcome(done: [], trouble: .failed(error))))
    guard case .addEvent(let dialog) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(dialog.input.text == "nope")
    #expect(
      dialog.problem == "The event was not added to #7. "
        + "The server knows no event of this id; check it and try again.")
  }

  @Test func anEventIsTakenOffOnlyAfterAYes() {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(3)))
    walk.press("l", "l", "j", "d")
    walk.press("y")
    #expect(walk.orders.isEmpty, "nobody has seen the question yet")
    walk.send(.dialogDrawn)
    walk.press("y")
    let change = EventChange(.remove, [EventID("e2")], of: seven)
    #expect(walk.orders == [.run(.changeEvents(change), id: .changeEvents(seven))])
    walk.send(.eventsChanged(change, EventChangeOutcome(done: change.events)))
    #expect(walk.state.notice == Notice(.done, "Took the event off #7"))
    #expect(walk.orders.contains(.run(.loadEvents(seven, page: 1, rest: 0), id: .events)))
  }

  @Test(arguments: ["n", "d", .enter, .escape, "a", " "] as [Key])
  func anythingButAPlainYesLeavesTheEventWhereItIs(key: Key) {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(3)))
    walk.press("l", "l", "d")
    walk.send(.dialogDrawn)
    walk.press(key)
    walk.press("y")
    #expect(walk.state.dialog == nil)
    #expect(!walk.all.contains { if case .run(.changeEvents, _) = $0 { true } else { false } })
  }

  @Test func eventsOfAClosedCaseAreLeftAlone() {
    var walk = Walk.withCase(7)
    walk.send(.caseArrived(Sample.whole(7, status: .closed)))
    walk.send(.eventsArrived(seven, page: 1, Sample.events(3)))
    for key: Key in ["a", "d"] {
      walk.press("l", "l", key)
      #expect(walk.state.dialog == nil)
      #expect(walk.state.notice?.text == "#7 is closed and can never be changed again")
    }
  }

  @Test func anAnswerThatWasLostIsToldAsSuch() {
    var walk = Walk.withCase(7)
    let error = CasesError.transport(.removeEvent, TransportError(.interrupted, ""))
    let change = EventChange(.remove, [EventID("e1")], of: seven)
    walk.send(.eventsChanged(change, EventChangeOutcome(done: [], trouble: .unknown(error))))
    let text = walk.state.notice?.text ?? ""
    #expect(
      text.hasPrefix("It is not known whether the event was taken off #7; r shows what is there."))
  }

  /// What becomes of events that are added on a server.
  private func outcome(
    of events: [String], on server: PickyServer
  ) async throws -> EventChangeOutcome {
    let runner = WorkbenchRunner(
      api: server.client, drafts: nil, home: nil, clock: { Walk.now }, rest: { _ in })
    let outcomes = Locked<[EventChangeOutcome]>([])
    let change = EventChange(.add, events.map { EventID($0) }, of: seven)
    await runner.run(.changeEvents(change)) { action in
      if case .eventsChanged(_, let outcome) = action { outcomes.withLock { $0.append(outcome) } }
    }
    return try #require(outcomes.withLock { $0.first })
  }

  /// One id that the server does not know must not keep the others out, nor stay unnamed.
  @Test(arguments: [["bogus-1"], ["e1"], ["e1", "e8"], ["e4", "e5", "e6"], []] as [[String]])
  func theGoodOnesAreAddedAndTheBadOnesNamed(bad: [String]) async throws {
    let ids = (1...8).map { "e\($0)" } + ["bogus-1"]
    let good = ids.filter { !bad.contains($0) }
    let server = PickyServer(known: Set(good))
    let outcome = try await outcome(of: ids, on: server)
    #expect(outcome.done.map(\.rawValue) == good)
    #expect(outcome.refused.map(\.event.rawValue) == bad)
    #expect(outcome.trouble == nil)
    #expect(server.there == good, "each once, in their order")
    #expect(server.requests.count <= 1 + 8 * bad.count)
  }

  @Test func whatIsThereAlreadyIsNeitherAddedNorTakenBackLater() async throws {
    let server = PickyServer(known: ["e1"], there: ["e1"])
    let outcome = try await outcome(of: ["bogus-1", "e1"], on: server)
    #expect(outcome.done.isEmpty && outcome.present == [EventID("e1")])
    #expect(outcome.refused.map(\.event) == [EventID("bogus-1")])
    #expect(server.there == ["e1"])
  }

  @Test func aCaseThatTakesNoEventIsAskedOnce() async throws {
    let server = PickyServer(known: [], word: .caseIsClosed)
    let outcome = try await outcome(of: ["a", "b", "c"], on: server)
    #expect(outcome.trouble != nil && outcome.refused.isEmpty)
    #expect(server.requests == [["a", "b", "c"]])
  }

  @Test func theBadOnesStayInTheBoxToBeCorrected() {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(0)))
    walk.press("l", "l", "a")
    walk.type("a b bogus-1 bogus-2\n")
    let error = CasesError.refused(.addEvent, status: 400, Problem(.noSuchEvent))
    let change = added("a", "b", "bogus-1", "bogus-2")
    let named = CasesError.refused(
      .addEvent, status: 400, Problem(.noSuchEvent, description: "bogus-2"))
    let refused = [
      RefusedEvent(EventID("bogus-1"), error), RefusedEvent(EventID("bogus-2"), named),
    ]
    walk.send(
      .eventsChanged(
        change, EventChangeOutcome(done: [EventID("a"), EventID("b")], refused: refused)))
    guard case .addEvent(let dialog) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(dialog.input.text == "bogus-1 bogus-2" && !dialog.isSending)
    #expect(
      dialog.problem == "2 of 4 events are in #7. Not added: bogus-1, bogus-2. "
        + "The server knows no event of this id; check it and try again.")
    #expect(walk.orders.contains(.run(.loadEvents(seven, page: 1, rest: 0), id: .events)))
    // What came in can be taken off again; what did not come in is not touched.
    guard case .events(let inverse) = walk.state.undoSteps.last else {
      Issue.record("there is nothing to take back")
      return
    }
    #expect(inverse == EventChange(.remove, [EventID("a"), EventID("b")], of: seven))
  }
}
