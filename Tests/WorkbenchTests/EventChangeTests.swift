import CaseWire
import CasesAPI
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
}
