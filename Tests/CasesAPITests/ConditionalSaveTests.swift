import CaseWire
import CasesAPI
import TestSupport
import Testing

/// Changes to the one state of a case that was read, where the server names it.
@Suite struct ConditionalSaveTests {
  private static let base = CaseContent(name: "n", description: "d", findings: "f")

  private static func stored(_ content: CaseContent, status: CaseStatus = .open) -> Case {
    let summary = CaseSummary(
      number: CaseNumber(1), name: content.name, createdAt: .start, updatedAt: .start,
      status: status)
    return Case(summary: summary, description: content.description, findings: content.findings)
  }

  private static func edited(_ change: (inout CaseContent) -> Void) -> CaseContent {
    var content = base
    change(&content)
    return content
  }

  private static let described = edited { $0.description = "mine" }

  private func save(
    on server: MemoryServer
  ) async -> (outcome: CaseSaveOutcome, conditions: [String?]) {
    let transport = server.transport()
    let outcome = await CasesClient(over: transport, as: .token("t")).save(
      CaseChange(CaseNumber(1), base: Self.base, edited: Self.described))
    return (
      outcome,
      transport.requests.filter { $0.method == .put }.map { $0.headers["If-Match"] }
    )
  }

  @Test(arguments: [true, false])
  func theTagOfTheStateThatWasReadGoesWithTheChange(givesTags: Bool) async {
    let server = MemoryServer(Self.stored(Self.base), givesTags: givesTags)
    let (outcome, conditions) = await save(on: server)
    #expect(outcome == .saved(Self.stored(Self.described), kept: []))
    #expect(conditions == [givesTags ? "\"0\"" : nil])
  }

  /// Without the condition the findings of somebody else would be gone.
  @Test func aChangeThatSomebodyElseCameBeforeIsMergedAgain() async {
    let server = MemoryServer(Self.stored(Self.base), givesTags: true)
    let theirs = Self.edited { $0.findings = "theirs" }
    server.replaceBeforeChange(CaseReplacement(content: theirs, status: .open))
    let (outcome, conditions) = await save(on: server)
    let both = Self.edited {
      $0.description = "mine"
      $0.findings = "theirs"
    }
    #expect(outcome == .saved(Self.stored(both), kept: [.findings]))
    #expect(server.cases == [Self.stored(both)])
    #expect(conditions == ["\"0\"", "\"1\""])
  }

  @Test func aConflictThatArisesAtTheLastMomentIsTold() async {
    let server = MemoryServer(Self.stored(Self.base), givesTags: true)
    let theirs = Self.edited { $0.description = "theirs" }
    server.replaceBeforeChange(CaseReplacement(content: theirs, status: .open))
    let (outcome, conditions) = await save(on: server)
    #expect(outcome == .conflict(latest: Self.stored(theirs), [.description]))
    #expect(server.cases == [Self.stored(theirs)] && conditions.count == 1)
  }

  /// As after a proxy that sent the change twice and passed the second answer on.
  @Test func aChangeThatIsThereAfterTheRefusalIsSaved() async {
    let server = MemoryServer(Self.stored(Self.base), givesTags: true)
    server.failChange(.answered(412, "", isDone: true))
    let (outcome, conditions) = await save(on: server)
    #expect(outcome == .saved(Self.stored(Self.described), kept: []) && conditions.count == 1)
  }

  @Test func aServerThatRefusesForEverIsGivenUp() async {
    let server = MemoryServer(Self.stored(Self.base), givesTags: true)
    for _ in 0..<9 { server.failChange(.answered(412, "", isDone: false)) }
    let (outcome, conditions) = await save(on: server)
    #expect(outcome == .failed(.refused(.replaceCase, status: 412, nil)))
    #expect(conditions.count == 5 && server.cases == [Self.stored(Self.base)])
  }
}
