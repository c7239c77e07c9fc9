import CaseWire
import CasesAPI
import TestSupport
import Testing

/// Trial T008: a case is asked for once, and what became of it is found out by its name.
@Suite struct CaseCreateTests {
  private static let content = CaseContent(
    name: " New leak", description: "d", subject: UserUID("421380797518239242"))

  private static func stored(_ description: String = "d") -> Case {
    var summary = CaseSummary(
      number: CaseNumber(1), name: "New leak", createdAt: .start, updatedAt: .start)
    summary.subject = content.subject
    return Case(summary: summary, description: description)
  }

  private func create(
    _ server: MemoryServer
  ) async -> (outcome: CaseCreateOutcome, posts: Int) {
    let transport = server.transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).createOnce(Self.content)
    return (outcome, transport.requests.filter { $0.method == .post }.count)
  }

  @Test func aCaseIsCreated() async {
    let (outcome, posts) = await create(MemoryServer())
    #expect(outcome == .created(Self.stored()) && posts == 1)
  }

  @Test(arguments: [
    MemoryServer.Fault.lost(.timedOut, isDone: true), .lost(.interrupted, isDone: true),
    .answered(502, "<html>", isDone: true), .answered(200, "", isDone: true),
  ])
  func aCaseWhoseAnswerWasLostIsFound(fault: MemoryServer.Fault) async {
    let server = MemoryServer()
    server.failChange(fault)
    let (outcome, posts) = await create(server)
    #expect(outcome == .created(Self.stored()) && posts == 1)
    #expect(server.cases.count == 1)
  }

  @Test(arguments: [
    (
      MemoryServer.Fault.lost(.interrupted, isDone: false),
      CasesError.transport(.createCase, TransportError(.interrupted, "told to fail"))
    ),
    (.answered(502, "", isDone: false), .refused(.createCase, status: 502, nil)),
    (
      .answered(400, #"{"problem": "NAME_EXISTS"}"#, isDone: false),
      .refused(.createCase, status: 400, Problem(.nameExists))
    ),
  ])
  func aCaseThatWasNotMadeIsNotMadeTwice(fault: MemoryServer.Fault, error: CasesError) async {
    let server = MemoryServer()
    server.failChange(fault)
    let (outcome, posts) = await create(server)
    #expect(outcome == .failed(error) && posts == 1)
    #expect(server.cases == [])
  }

  @Test(arguments: [
    MemoryServer.Fault.lost(.timedOut, isDone: false), .answered(504, "<html>", isDone: false),
  ])
  func aCaseThatMayBeMadeLaterIsUnknown(fault: MemoryServer.Fault) async {
    let server = MemoryServer()
    server.failChange(fault)
    let (outcome, posts) = await create(server)
    guard case .unknown = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(posts == 1)
  }

  @Test func aCaseOfTheSameNameWithOtherTextsDecidesNothing() async {
    let server = MemoryServer(Self.stored("somebody else's"))
    server.failChange(.lost(.timedOut, isDone: false))
    let (outcome, posts) = await create(server)
    let error = CasesError.transport(.createCase, TransportError(.timedOut, "told to fail"))
    #expect(outcome == .unknown(error) && posts == 1)
  }

  @Test func aCaseThatCannotBeLookedForIsUnknown() async {
    let server = MemoryServer()
    server.failChange(.lost(.timedOut, isDone: true))
    server.failReadAfterwards(.lost(.notConnected, isDone: false))
    let (outcome, posts) = await create(server)
    let error = CasesError.transport(.createCase, TransportError(.timedOut, "told to fail"))
    #expect(outcome == .unknown(error) && posts == 1)
  }

  @Test func theNameIsLookedForLiterally() async {
    let transport = FakeTransport(
      .failing(.timedOut),
      .json(
        """
        {"cases": [{"number": 4, "name": "New leak 2", "createdAt": "2026-01-01T00:00:00Z",
                    "updatedAt": "2026-01-01T00:00:00Z", "status": "OPEN"}], "totalCount": 1}
        """))
    _ = await CasesClient(over: transport, as: .token("t")).createOnce(Self.content)
    #expect(
      transport.requests.map(\.target) == [
        "/v1/cases",
        "/v1/cases?name=New%20leak&pgNum=1&pgSize=100&srtDir=desc&srtKey=createdAt",
      ])
  }
}
