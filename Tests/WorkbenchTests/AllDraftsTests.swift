import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// All drafts of a server: what earlier sessions left is told until it was read, and found again.
@Suite struct AllDraftsTests {
  private let unreached = CasesError.transport(
    .getCase, TransportError(.notConnected, "refused"))

  private func draft(_ number: Int64, _ findings: String, minutes: Int64) -> Draft {
    var draft = Draft(of: Sample.whole(number), at: Walk.now.adding(seconds: minutes * 60))
    draft.texts.findings = findings
    return draft
  }

  private func started() -> Walk {
    var walk = Walk.withCases(9)
    var new = Draft(
      .newCase, base: CaseContent(name: ""), origin: FormTexts(), texts: FormTexts(),
      changedAt: Walk.now)
    new.texts.name = "Badge list"
    walk.send(
      .draftsLoaded(
        [draft(7, "Seven.", minutes: 1), new],
        others: [
          DraftEntry(draft(7, "Other seven.", minutes: 3), file: "case-7~2.json"),
          DraftEntry(draft(400, "Elsewhere.", minutes: 2), file: "case-400~2.json"),
        ], troubles: []))
    return walk
  }

  @Test func theyAreListedTheLastOneFirst() {
    let walk = started()
    #expect(
      walk.state.allDrafts.map { Wording.subject(of: $0) }
        == ["#7  Case 7", "#400  Case 400", "#7  Case 7", "New case  Badge list"])
  }

  @Test func theNewsNamesTheKey() {
    var walk = started()
    #expect(
      walk.state.notice?.text == "4 drafts from before: #400, #7, the new case; w shows all drafts")
    walk.press("w")
    guard case .allDrafts = walk.state.dialog else {
      Issue.record("no list")
      return
    }
  }

  /// An offline start hid the news of drafts behind its errors.
  @Test func theNewsComesAgainWhenTheErrorWasRead() {
    var walk = started()
    let news = walk.state.notice
    walk.state.notice = Notice(.error, "The server cannot be reached: refused.")
    walk.press("j")
    #expect(walk.state.notice == news)
    walk.press("j")
    #expect(walk.state.notice == nil, "it was read")
  }

  @Test func aCaseAsItWasSeenTakesNothingFromTheNews() {
    var walk = Walk(120, 40)
    walk.send(.draftsLoaded([draft(9, "Nine.", minutes: 1)], others: [], troubles: []))
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    let news = walk.state.notice
    walk.send(.caseRemembered(SeenCase(Sample.whole(9), seenAt: Walk.now), unreached))
    #expect(walk.state.notice == news)
    #expect(walk.state.detail.loaded == Sample.whole(9))
    #expect(walk.state.detail.failure == unreached)
  }

  @Test func troubleWithAFileAndTheOtherDraftsAreBothTold() {
    var walk = Walk.withCases(9)
    walk.send(.draftsLoaded([draft(7, "Seven.", minutes: 1)], others: [], troubles: ["case-8: no"]))
    #expect(walk.state.notice == Notice(.error, "case-8: no"))
    walk.press("j")
    #expect(walk.state.notice?.text.hasPrefix("1 draft from before: #7") == true)
  }

  @Test func aWaitOverTheNewsIsNoReading() {
    var walk = started()
    let news = walk.state.notice
    walk.send(.requestWaits("Waiting 2 s to list cases"))
    walk.press("j")
    #expect(walk.state.notice == news)
    walk.send(.requestWaits(nil))
    walk.press("j")
    #expect(walk.state.notice == nil)
  }

  @Test func enterOpensTheFormOfTheCaseWithThatDraft() {
    var walk = started()
    walk.press("w", "j", "j", .enter)
    #expect(walk.state.detail.number == CaseNumber(7))
    #expect(walk.orders.contains(.run(.loadCase(CaseNumber(7), rest: 0), id: .detail)))
    walk.send(.caseArrived(Sample.whole(7)))
    #expect(walk.state.form?.texts.findings == "Seven.")
    #expect(walk.state.notice?.text.contains("was taken up: Findings") == true)
  }

  @Test func aDraftInAFileIsTakenUpFromThere() {
    var walk = started()
    walk.press("w", .enter)
    walk.send(.caseArrived(Sample.whole(7)))
    let mine = draft(7, "Seven.", minutes: 1)
    let other = draft(7, "Other seven.", minutes: 3)
    let key = DraftKey.existing(CaseNumber(7))
    #expect(
      walk.orders.contains(
        .run(.chooseDraft(key, .takeUp("case-7~2.json"), waiting: nil), id: .draft(key))))
    walk.send(
      .draftChosen(
        key, .takeUp("case-7~2.json"), other, others: [DraftEntry(mine, file: "case-7~3.json")]))
    #expect(walk.state.form?.texts.findings == "Other seven.")
  }

  @Test func theDraftOfANewCaseOpensItsForm() {
    var walk = started()
    walk.press("w", "G", .enter)
    #expect(walk.state.form?.key == .newCase)
    #expect(walk.state.form?.texts.name == "Badge list")
  }

  @Test func offlineOneDraftOfSeveralIsReadAllTheSame() {
    var walk = started()
    walk.press("w", "j", "j", .enter)
    walk.send(.caseFailed(CaseNumber(7), unreached))
    #expect(walk.state.form?.texts.findings == "Seven.")
    #expect(walk.state.form?.problem?.contains("it stays kept") == true)
  }

  @Test func aDraftOfACaseThatIsNotInTheListIsFoundToo() {
    var walk = started()
    walk.press("w", "j", .enter)
    walk.send(.caseFailed(CaseNumber(400), .notFound(.getCase)))
    let key = DraftKey.existing(CaseNumber(400))
    #expect(
      walk.orders.contains(
        .run(.chooseDraft(key, .takeUp("case-400~2.json"), waiting: nil), id: .draft(key))))
  }

  @Test func withoutDraftsTheKeySaysSo() {
    var walk = Walk.withCases(9)
    walk.press("w")
    #expect(walk.state.dialog == nil)
    #expect(
      walk.state.notice?.text == "There is no draft: all that was written is saved or dropped")
  }
}
