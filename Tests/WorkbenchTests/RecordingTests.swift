import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Actions and effects can be written down, so that a session can be played again.
@Suite struct RecordingTests {
  @Test func aSessionThatWasWrittenDownEndsInTheSameState() throws {
    let error = CasesError.refused(
      .replaceCase, status: 400, Problem(.nameExists, description: "taken"))
    var actions: [WorkbenchAction] = [
      .started, .terminal(.resized(Size(width: 100, height: 30)), at: Walk.now),
      .pageArrived(0, Sample.page(0, of: 120), at: Walk.now), .caseArrived(Sample.whole(120)),
      .eventsArrived(CaseNumber(120), page: 1, Sample.events(3)),
    ]
    let keys: [Key] = ["j", "k", "e", .controlEnd, "!", .control("s"), .escape, "/", "p", .enter]
    actions += keys.map { .terminal(.key($0), at: Walk.now) }
    actions += [
      .terminal(.paste("two\nlines"), at: Walk.now), .dialogDrawn,
      .draftKept(.existing(CaseNumber(120)), changedAt: Walk.now),
      .draftNotKept(.newCase, "full"), .caseFailed(CaseNumber(3), error),
      .pageFailed(2, .notFound(.listCases)), .rowFound(nil, of: CaseNumber(120)),
    ]
    var walk = Walk()
    var orders: [Walk.Orders] = []
    for action in actions { orders.append(walk.send(action)) }

    let written = try WireJSON.encode(actions)
    let read = try WireJSON.decode([WorkbenchAction].self, from: written)
    #expect(read == actions)
    var again = Walk()
    for action in read { again.send(action) }
    #expect(again.state == walk.state)

    let ordersRead = try WireJSON.decode(
      [Walk.Orders].self, from: try WireJSON.encode(orders))
    #expect(ordersRead == orders)
  }
}
