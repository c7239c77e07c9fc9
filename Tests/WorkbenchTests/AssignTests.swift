import CaseWire
import CasesAPI
import Threads
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// Assigning a case with one key: to oneself, to somebody, to nobody.
@Suite struct AssignTests {
  private func asked(me: String? = "jo@example.com") -> Walk {
    var walk = Walk.withCase(7)
    walk.state.me = me
    walk.press("A")
    return walk
  }

  private func sent(_ walk: Walk) -> [String] {
    walk.all.compactMap { order in
      if case .run(.assign(_, let name), _) = order { name } else { nil }
    }
  }

  private func problem(_ walk: Walk) -> String? {
    if case .assign(let dialog) = walk.state.dialog { dialog.problem } else { nil }
  }

  @Test(arguments: [
    ([Key.enter], "jo@example.com"), ([.down, .enter], ""),
    ("kim@example.com".map { .character($0) } + [.enter], "kim@example.com"),
    ([.character("m"), .character("e"), .enter], "jo@example.com"),
    ("nobody".map { .character($0) } + [.enter], ""),
  ])
  func enterSendsWhatIsChosen(keys: [Key], name: String) {
    var walk = asked()
    for key in keys { walk.press(key) }
    #expect(sent(walk) == [name])
    walk.press(.enter)
    #expect(sent(walk).count == 1, "it is on its way already")
  }

  @Test func namesAreOfferedAsOneTypes() {
    var walk = asked()
    walk.type("ki")
    #expect(walk.orders.contains(.run(.suggestPeople("ki", rest: 150), id: .suggestions)))
    walk.send(.peopleSuggested("ki", ["kim@example.com", "kit@example.com"]))
    walk.press(.down, .down, .enter)
    #expect(sent(walk) == ["kit@example.com"])
  }

  /// “No user is called “gw”” was the answer, although a single name was shown.
  @Test func enterTakesTheOnlyOneWhoIsLeftAndTheDialogShowsWhom() {
    var walk = asked()
    walk.type("gw")
    walk.send(.peopleSuggested("gw", ["gwen@example.com"]))
    #expect(walk.state.isOnlyPerson(of: ["gwen@example.com"], beginning: "gw"))
    walk.press(.enter)
    #expect(sent(walk) == ["gwen@example.com"])
  }

  @Test func enterAsksToChooseWhereThereAreSeveral() {
    var walk = asked()
    walk.type("ki")
    walk.send(.peopleSuggested("ki", ["kim@example.com", "kit@example.com"]))
    walk.press(.enter)
    #expect(sent(walk) == [])
    #expect(problem(walk) == "2 names begin with “ki”; choose one with ↓, or type on")
    walk.press(.down, .enter)
    #expect(sent(walk) == ["kim@example.com"])
  }

  /// An answer that is full may have left somebody out, so that one left of it is no proof.
  @Test func whoIsLeftOfAFullAnswerIsNotTakenUnasked() {
    var walk = asked()
    walk.type("g")
    walk.send(.peopleSuggested("g", (1...7).map { "g\($0)@example.com" } + ["gw@example.com"]))
    walk.type("w\n")
    #expect(sent(walk) == ["gw"])
  }

  @Test func meIsWhoWorksHereThoughOthersBeginSo() {
    var walk = asked()
    walk.type("me")
    walk.send(.peopleSuggested("me", ["mel@example.com"]))
    walk.press(.enter)
    #expect(sent(walk) == ["jo@example.com"])
  }

  @Test func enterAloneSendsNothingWhereNobodyKnowsWhoWorksHere() {
    var walk = asked(me: nil)
    walk.press(.enter)
    #expect(problem(walk) == Wording.whoIsMe)
    walk.type("me\n")
    #expect(problem(walk) == Wording.whoIsMe)
    #expect(sent(walk) == [])
  }

  @Test(arguments: [CaseStatus.closed, .archived])
  func aSettledCaseGivesTheReason(status: CaseStatus) {
    var walk = Walk()
    let row = Sample.summary(3, status: status)
    walk.send(.pageArrived(0, CasePage(cases: [row], totalCount: 1), at: Walk.now))
    walk.press("A")
    #expect(walk.state.dialog == nil)
    #expect(walk.state.notice?.kind == .attention)
  }

  /// The change is told, shown and can be taken back; a draft of the case stays as it is.
  @Test func whatWasStoredIsShownAndCanBeTakenBack() {
    var walk = asked()
    var draft = Draft(of: Sample.whole(7), at: Walk.now)
    draft.texts.findings = "From yesterday."
    walk.state.drafts[draft.key] = draft
    walk.press(.enter)
    var change = Draft(of: Sample.whole(7), at: Walk.now)
    change.texts.assignee = "jo@example.com"
    var stored = Sample.whole(7)
    stored.summary.assignee = UserUID("5")
    stored.summary.assigneeUsername = "jo@example.com"
    let outcome = BulkOutcome.saved(
      SaveOrder(change, closes: false), .change(.saved(stored, kept: [])))
    walk.send(.assignEnded(CaseNumber(7), outcome))
    #expect(
      walk.orders.contains { if case .run(.countViews, _) = $0 { true } else { false } },
      "what the views counted is not true any more")
    #expect(walk.state.notice == Notice(.done, "#7 is assigned to jo@example.com"))
    #expect(walk.state.dialog == nil && walk.state.work.isEmpty)
    #expect(walk.state.list.current?.assigneeUsername == "jo@example.com")
    #expect(walk.state.undoSteps.count == 1)
    #expect(walk.state.drafts == [draft.key: draft])
  }

  @Test(arguments: [
    (BulkOutcome.changedSince, "Somebody else assigned #7 meanwhile"),
    (.notRead(.transport(.getCase, TransportError(.notConnected, "down"))), "#7 was not assigned"),
  ])
  func whatWasNotStoredIsToldWhereItWasAsked(outcome: BulkOutcome, text: String) {
    var walk = asked()
    walk.press(.enter)
    walk.send(.assignEnded(CaseNumber(7), outcome))
    #expect(problem(walk)?.hasPrefix(text) == true)
    walk.press(.escape)
    // With the question gone, the news is in the status row.
    walk.send(.assignEnded(CaseNumber(7), outcome))
    #expect(walk.state.notice?.text.hasPrefix(text) == true)
  }

  /// Over the client and the server: one field is changed, and only if it is as it was seen.
  @Test func onlyTheAssigneeIsChangedAndNeverAnotherOnesChoice() async throws {
    let cases = try TestCases(cases: 12)
    let client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    let runner = WorkbenchRunner(
      api: client, drafts: nil, home: nil, clock: { Walk.now }, rest: { _ in })
    let page = try await client.cases(
      CaseQuery.allOpen.filter, order: CaseOrder(by: .number, isDescending: false),
      page: PageRequest(number: 1, size: 1))
    let seen = try #require(page.cases.first)
    let before = try await client.getCase(seen.number)
    let names = try await client.actors(ActorFilter(), page: PageRequest(number: 1, size: 8))
    let name = try #require(names.map(\.name).first { $0 != seen.assigneeUsername })
    let answers = Locked<[WorkbenchAction]>([])
    await runner.run(.assign(seen, to: name)) { answer in answers.withLock { $0.append(answer) } }
    let after = try await client.getCase(seen.number)
    #expect(after.summary.assigneeUsername == name)
    #expect(FormTexts(after).findings == FormTexts(before).findings)
    #expect(after.summary.subject == before.summary.subject && after.summary.name == seen.name)
    // The row that was seen is old now: a second analyst who acts on it takes nothing over.
    await runner.run(.assign(seen, to: "")) { answer in answers.withLock { $0.append(answer) } }
    #expect(answers.withLock { $0.last } == .assignEnded(seen.number, .changedSince))
    #expect(try await client.getCase(seen.number).summary.assigneeUsername == name)
  }
}
