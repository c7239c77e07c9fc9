import CaseWire
import CasesAPI
import TestSupport
import Testing

/// What becomes of changes without a result of their own; each is sent once, whatever comes back.
@Suite struct ChangeOutcomeTests {
  /// A change to case 1, which has the event “old”.
  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let operation: CasesOperation
    let make: @Sendable (CasesClient) async -> ChangeOutcome
  }

  private static let changes = [
    Change(testDescription: "add one", operation: .addEvent) {
      await $0.addOnce(EventID("new"), to: CaseNumber(1))
    },
    Change(testDescription: "add many", operation: .addEvents) {
      await $0.addOnce([EventID("new"), EventID("newer")], to: CaseNumber(1))
    },
    Change(testDescription: "remove", operation: .removeEvent) {
      await $0.removeOnce(EventID("old"), from: CaseNumber(1))
    },
    Change(testDescription: "delete", operation: .deleteCase) {
      await $0.deleteOnce(CaseNumber(1))
    },
  ]

  private static func server() -> MemoryServer {
    let summary = CaseSummary(
      number: CaseNumber(1), name: "n", createdAt: .start, updatedAt: .start)
    return MemoryServer(Case(summary: summary), events: [EventID("old")])
  }

  private func make(
    _ change: Change, on server: MemoryServer
  ) async -> (outcome: ChangeOutcome, sent: Int, isDone: Bool) {
    let transport = server.transport()
    let outcome = await change.make(CasesClient(over: transport, as: .token("t")))
    let isDone = server.cases.isEmpty || server.events != [EventID("old")]
    return (outcome, transport.requests.filter { $0.method != .get }.count, isDone)
  }

  @Test(
    arguments: changes,
    [
      nil, .lost(.timedOut, isDone: true), .lost(.interrupted, isDone: true),
      .answered(502, "<html>", isDone: true), .answered(500, "", isDone: true),
      .answered(200, "<html>", isDone: true),
    ] as [MemoryServer.Fault?])
  func aChangeThatWasMadeIsToldAsDone(change: Change, fault: MemoryServer.Fault?) async {
    let server = Self.server()
    if let fault { server.failChange(fault) }
    let (outcome, sent, isDone) = await make(change, on: server)
    #expect(outcome == .done && sent == 1 && isDone)
  }

  @Test(
    arguments: changes,
    [
      .lost(.interrupted, isDone: false), .lost(.notConnected, isDone: false),
      .answered(503, "", isDone: false),
      .answered(400, #"{"problem": "CASE_IS_CLOSED"}"#, isDone: false),
    ] as [MemoryServer.Fault])
  func aChangeThatWasNotMadeIsToldWithItsReason(
    change: Change, fault: MemoryServer.Fault
  ) async {
    let server = Self.server()
    server.failChange(fault)
    let (outcome, sent, isDone) = await make(change, on: server)
    let error: CasesError =
      switch fault {
      case .lost(let kind, _): .transport(change.operation, TransportError(kind, "told to fail"))
      case .answered(let status, let body, _):
        .refused(change.operation, status: status, body.isEmpty ? nil : Problem(.caseIsClosed))
      }
    #expect(outcome == .failed(error) && sent == 1 && !isDone)
  }

  /// A proxy that waits no longer says nothing of the server, which may be ready a moment later.
  @Test(
    arguments: changes,
    [
      .lost(.timedOut, isDone: false), .answered(504, "", isDone: false),
      .answered(504, "<html>", isDone: false), .answered(524, "", isDone: false),
    ] as [MemoryServer.Fault])
  func aChangeThatMayBeMadeLaterIsUnknown(change: Change, fault: MemoryServer.Fault) async {
    let server = Self.server()
    server.failChange(fault)
    let (outcome, sent, isDone) = await make(change, on: server)
    guard case .unknown(let error) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(error.operation == change.operation && sent == 1 && !isDone)
  }

  @Test(arguments: changes, [true, false])
  func aChangeThatCannotBeLookedAtIsUnknown(change: Change, isMade: Bool) async {
    let server = Self.server()
    server.failChange(.lost(.timedOut, isDone: isMade))
    server.failReadAfterwards(.lost(.notConnected, isDone: false))
    let (outcome, sent, _) = await make(change, on: server)
    let error = TransportError(.timedOut, "told to fail")
    #expect(outcome == .unknown(.transport(change.operation, error)) && sent == 1)
  }

  /// Other servers may have added some of many and failed at the next.
  @Test func someOfManyEventsLeaveTheOutcomeOpen() async {
    let server = Self.server()
    server.failChange(.answered(500, "", isDone: false))
    let outcome = await CasesClient(over: server.transport(), as: .token("t"))
      .addOnce([EventID("old"), EventID("new")], to: CaseNumber(1))
    #expect(outcome == .unknown(.refused(.addEvents, status: 500, nil)))
  }

  @Test func anEventThatIsThereAlreadyIsARefusal() async {
    let outcome = await CasesClient(over: Self.server().transport(), as: .token("t"))
      .addOnce(EventID("old"), to: CaseNumber(1))
    let error = CasesError.refused(.addEvent, status: 400, Problem(.caseAlreadyHasEvent))
    #expect(outcome == .failed(error))
  }
}
