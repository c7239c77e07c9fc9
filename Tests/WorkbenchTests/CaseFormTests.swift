import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct CaseFormTests {
  /// Otherwise the second save would meet the first one's words as somebody else's.
  @Test func aFormThatIsOpenedAgainWaitsForTheSaveThatIsOnItsWay() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type(" One.")
    walk.press(.control("s"), .escape, "e", .controlEnd)
    walk.type(" Two.")
    walk.press(.control("s"))
    #expect(walk.saves.count == 1)
    #expect(walk.state.notice?.kind == .attention)
    let order = try #require(walk.saves.first)
    let stored = Sample.whole(7, findings: "Seen on Friday. One.")
    walk.send(.saveEnded(order, .change(.saved(stored, kept: []))))
    #expect(walk.state.form?.texts.findings == "Seen on Friday. One. Two.")
    walk.press(.control("s"))
    #expect(walk.saves.count == 2)
    #expect(walk.saves.last?.draft.base.findings == "Seen on Friday. One.")
  }

  /// Otherwise one case would be made twice.
  @Test func aNewCaseThatIsOnItsWayIsNotMadeTwice() throws {
    var walk = Walk.withCases(7)
    walk.press("a")
    walk.type("Night download")
    walk.press(.control("s"), .escape, "a")
    walk.send(.dialogDrawn)
    walk.press(.enter, .control("s"))
    #expect(walk.saves.count == 1)
    let order = try #require(walk.saves.first)
    walk.send(.saveEnded(order, .creation(.created(Sample.whole(8, findings: nil)))))
    #expect(walk.state.form == nil)
    #expect(walk.state.drafts.isEmpty)
  }

  private let key = DraftKey.existing(CaseNumber(7))

  /// The form of case 7 with a line added to its findings.
  private func edited() -> Walk {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    return walk
  }

  @Test func everyLetterIsKeptAsADraftAtOnce() throws {
    let walk = edited()
    let draft = try #require(walk.state.drafts[key])
    #expect(draft.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.orders == [.run(.keepDraft(draft, rest: 250), id: .draft(key))])
  }

  @Test func typingWithoutAPauseDoesNotHoldTheDraftBackForLong() throws {
    var walk = edited()
    walk.press("x", at: Walk.now.adding(seconds: 1))
    let draft = try #require(walk.state.drafts[key])
    #expect(walk.orders == [.run(.keepDraft(draft, rest: 0), id: .draft(key))])
  }

  /// Test line 1, with `KeptTextTests.theCursorIsWhereItWasLeft`.
  @Test func escLeavesAndTheFormTakesTheDraftUpAgain() {
    var walk = edited()
    walk.press(.escape)
    #expect(walk.state.form == nil)
    #expect(walk.state.notice?.text == "#7 kept as draft; e takes it up again, d drops it")
    walk.press("e")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
  }

  /// Where `e` and `d` mean something else by then, they are not told.
  @Test func onlyKeysThatLeadBackToTheDraftAreTold() {
    var inEvents = Walk.withCase(7)
    inEvents.send(.eventsArrived(CaseNumber(7), page: 1, Sample.events(2)))
    inEvents.press("l", "l", "e")
    inEvents.type("More.")
    inEvents.press(.escape)
    #expect(inEvents.state.notice?.text == "#7 kept as draft; e takes it up again")

    // Somebody deleted the case while its form was open.
    var gone = Walk.withCase(7)
    gone.press("e")
    gone.type("More.")
    gone.send(.refreshDue(at: Walk.now))
    gone.send(.pageArrived(0, Sample.page(0, of: 6), at: Walk.now))
    gone.send(.rowFound(nil, of: CaseNumber(7)))
    gone.press(.escape)
    #expect(gone.state.list.selected == CaseNumber(6))
    #expect(gone.state.notice?.text == "#7 kept as draft; w takes it up again")
  }

  @Test func savingSendsOnlyWhatWasChangedAndKeepsTheRestToTheByte() throws {
    var walk = edited()
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    #expect(order.draft.changedFields == [.findings])
    #expect(order.draft.base == Sample.whole(7).content)
    #expect(!order.closes)
    #expect(walk.state.form?.isSaving == true)
    walk.press(.control("s"))
    #expect(walk.saves.count == 1)
  }

  @Test func theDraftGoesOnlyOnceTheServerHasConfirmed() throws {
    var walk = edited()
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    #expect(walk.state.drafts[key] != nil)
    var stored = Sample.whole(7)
    stored.findings = "Seen on Friday.\nMore."
    walk.send(.saveEnded(order, .change(.saved(stored, kept: []))))
    #expect(walk.orders.contains(.run(.dropDraft(key), id: .draft(key))))
    #expect(walk.state.drafts.isEmpty)
    #expect(walk.state.form == nil)
    #expect(walk.state.detail.loaded == stored)
    #expect(walk.state.notice == Notice(.done, "Saved #7"))
  }

  @Test func whatIsTypedWhileSavingIsNotLost() throws {
    var walk = edited()
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    walk.type(" Late.")
    var stored = Sample.whole(7)
    stored.findings = order.draft.texts.findings
    walk.send(.saveEnded(order, .change(.saved(stored, kept: []))))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore. Late.")
    #expect(walk.state.drafts[key]?.origin.findings == "Seen on Friday.\nMore.")
    #expect(walk.state.drafts[key]?.texts.findings == "Seen on Friday.\nMore. Late.")
  }

  @Test func whatWasMergedIsToldAndShown() throws {
    var walk = edited()
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    let stored = Sample.whole(7, findings: "Kim's.\n\nSeen on Friday.\nMore.")
    walk.send(.saveEnded(order, .change(.saved(stored, kept: [.findings, .description]))))
    #expect(walk.state.detail.loaded == stored)
    #expect(
      walk.state.notice?.text == "Saved #7; merged with somebody else's change of Findings; "
        + "somebody else's change of Description is kept")
  }

  /// Test line 11: more is typed while a save merges: the next one must not take away what the
  /// writer has not seen, so it starts from the text as sent.
  @Test(arguments: [true, false])
  func whatIsTypedWhileAMergeIsSavedDoesNotTakeItBack(isFormOpen: Bool) async throws {
    var walk = edited()
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    walk.type(" Late.")
    if !isFormOpen { walk.press(.escape) }
    let stored = Sample.whole(7, findings: "Kim's.\n\nSeen on Friday.\nMore.")
    walk.send(.saveEnded(order, .change(.saved(stored, kept: [.findings]))))
    let draft = try #require(walk.state.drafts[key])
    #expect(draft.base.findings == "Seen on Friday.\nMore.")
    #expect(draft.origin.findings == "Seen on Friday.\nMore.")
    #expect(draft.texts.findings == "Seen on Friday.\nMore. Late.")
    if isFormOpen { #expect(walk.state.form?.draft.base == draft.base) }
    var edited = stored.content
    edited.findings = draft.texts.findings
    let next = CaseMerge(base: draft.base, edited: edited, latest: stored.content)
    #expect(next.content.findings == "Kim's.\n\nSeen on Friday.\nMore. Late.")
  }

  /// A field that the save left alone, changed by somebody else and typed into meanwhile.
  @Test func whatIsTypedIntoAnotherFieldWhileSavingDoesNotReplaceSomebodysChange() throws {
    var walk = Walk.withCase(7)
    walk.press("e")
    walk.form(.name)
    walk.type("x")
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    walk.form(.findings)
    walk.type("Late. ")
    var stored = Sample.whole(7, findings: "Kim's own words.")
    stored.summary.name = order.draft.texts.name
    walk.send(.saveEnded(order, .change(.saved(stored, kept: [.findings]))))
    #expect(walk.state.form?.draft.base.findings == "Seen on Friday.")
  }

  /// Test line 8: no answer, or one of refusal; the form has the text and the cause.
  @Test(arguments: [
    CaseSaveOutcome.failed(.transport(.replaceCase, TransportError(.notConnected, "refused"))),
    .failed(.refused(.replaceCase, status: 500, nil)),
    .failed(.refused(.replaceCase, status: 400, Problem(.findingsTooLong))),
    .unknown(.transport(.replaceCase, TransportError(.timedOut, "30 s"))),
    .settled(latest: Sample.whole(7, status: .closed)),
  ])
  func noOutcomeButSavedTakesTheTextAway(outcome: CaseSaveOutcome) throws {
    var walk = edited()
    walk.press(.control("s"))
    walk.send(.saveEnded(try #require(walk.saves.first), .change(outcome)))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.state.drafts[key]?.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.state.form?.toldProblem != nil)
    #expect(walk.state.form?.isSaving == false)
  }

  /// In the form r is a letter.
  @Test func theKeyThatIsOfferedAfterADoubtWorksWhereItIsOffered() throws {
    var walk = edited()
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    let doubt = CaseSaveOutcome.unknown(.refused(.replaceCase, status: 504, nil))
    walk.send(.saveEnded(order, .change(doubt)))
    #expect(
      walk.state.form?.toldProblem
        == "It is not known whether #7 was saved. Your text is kept; ^S looks, and saves what is not "
        + "there. The server did not change the case while a proxy waited for it (status 504).")
    walk.press(.escape)
    walk.send(.saveEnded(order, .change(doubt)))
    #expect(walk.state.notice?.text.contains("r shows what is stored") == true)
  }

  @Test func anotherAnalystsChangeOfTheSameFieldIsShownAndNothingIsOverwritten() throws {
    var walk = edited()
    walk.press(.control("s"))
    let latest = Sample.whole(7, findings: "Kim's own words.")
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: latest, [.findings]))))
    guard case .conflict(let dialog) = walk.state.dialog else {
      Issue.record("no question was asked")
      return
    }
    #expect(dialog.theirs == "Kim's own words.")
    walk.press("m")
    #expect(walk.state.dialog != nil)
    walk.send(.dialogDrawn)
    walk.press("m")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.state.form?.draft.base.findings == "Kim's own words.")
    #expect(walk.saves.count == 1)
    walk.press(.control("s"))
    #expect(walk.saves.last?.draft.base.findings == "Kim's own words.")
  }

  @Test func theirTextCanBeTakenAndMineComesBackWithUndo() throws {
    var walk = edited()
    walk.press(.control("s"))
    let latest = Sample.whole(7, findings: "Kim's own words.")
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: latest, [.findings]))))
    walk.send(.dialogDrawn)
    walk.press("t")
    #expect(walk.state.form?.texts.findings == "Kim's own words.")
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
  }

  @Test func tooLongATextIsToldBeforeAnythingIsSent() {
    var walk = Walk.withCase(7)
    walk.press("e")
    walk.send(
      .terminal(.paste(String(repeating: "x", count: 30_000)), at: Walk.now))
    walk.press(.control("s"))
    #expect(
      walk.state.form?.problems[.findings]
        == "15 characters too long; shorten it, nothing was sent")
    #expect(walk.saves.isEmpty)
  }

  @Test func aRefusalStandsAtItsField() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .tab)
    walk.type("!")
    walk.press(.control("s"))
    let refusal = CasesError.refused(.replaceCase, status: 400, Problem(.nameExists))
    walk.send(.saveEnded(try #require(walk.saves.first), .change(.failed(refusal))))
    #expect(walk.state.form?.focus == .name)
    #expect(walk.state.form?.problems[.name]?.contains("Another case has this name") == true)
  }

  @Test func keysMeantForAFormThatHasNotOpenedYetActNowhere() {
    var walk = Walk.withCases(7)
    walk.press("e")
    #expect(walk.state.intent == .edit(CaseNumber(7)))
    walk.type("dXqa\n")
    #expect(walk.state.dialog == nil)
    #expect(!walk.state.isFinished)
    walk.send(.caseArrived(Sample.whole(7)))
    #expect(walk.state.form?.texts == FormTexts(Sample.whole(7)))
  }

  @Test(arguments: [CaseStatus.closed, .archived, CaseStatus(rawValue: "FROZEN")])
  func aSettledCaseGivesAReasonAndSendsNothing(status: CaseStatus) {
    var walk = Walk()
    let row = Sample.summary(3, status: status)
    walk.send(.pageArrived(0, CasePage(cases: [row], totalCount: 1), at: Walk.now))
    let seen = walk.all.count
    for key: Key in ["e", "X"] {
      walk.press(key)
      #expect(walk.state.notice?.kind == .attention)
      #expect(walk.state.form == nil && walk.state.dialog == nil)
    }
    #expect(walk.all.count == seen)
  }

  @Test func aNewCaseIsMadeOnceAndShown() throws {
    var walk = Walk.withCases(7)
    walk.press("a")
    walk.type("Payroll mailed")
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    #expect(order.draft.key == .newCase)
    #expect(order.draft.texts.name == "Payroll mailed")
    walk.press(.control("s"))
    #expect(walk.saves.count == 1)
    walk.send(.saveEnded(order, .creation(.created(Sample.whole(8)))))
    #expect(walk.state.form == nil)
    #expect(walk.state.drafts.isEmpty)
    #expect(walk.state.detail.loaded?.number == CaseNumber(8))
    #expect(walk.state.notice == Notice(.done, "Made #8"))
  }

  @Test func aDraftIsDroppedOnlyOnY() {
    var walk = edited()
    walk.press(.escape, "d")
    walk.press("y")
    #expect(walk.state.drafts[key] != nil)
    for no: Key in [.enter, "d", "n"] {
      walk.send(.dialogDrawn)
      walk.press(no)
      walk.press("y")
      #expect(walk.state.drafts[key] != nil)
      walk.press("d")
    }
    walk.send(.dialogDrawn)
    walk.press("y")
    #expect(walk.state.drafts[key] == nil)
    #expect(walk.orders.contains(.run(.dropDraft(key), id: .draft(key))))
  }

  @Test func whatIsTypedWhileACaseIsMadeGoesOnAsAChangeOfIt() throws {
    var walk = Walk.withCases(7)
    walk.press("a")
    walk.type("Payroll mailed")
    walk.press(.control("s"))
    walk.type(" home")
    var made = Sample.whole(8, findings: nil)
    made.summary.name = "Payroll mailed"
    walk.send(.saveEnded(try #require(walk.saves.first), .creation(.created(made))))
    #expect(walk.state.form?.key == .existing(CaseNumber(8)))
    #expect(walk.state.form?.texts.name == "Payroll mailed home")
    #expect(walk.state.drafts.keys.map(\.fileName) == ["case-8"])
    walk.press(.control("s"))
    #expect(walk.saves.last?.draft.changedFields.contains(.name) == true)
  }

  @Test func aDraftIsReachedThoughItsCaseIsClosed() {
    var walk = edited()
    walk.press(.escape)
    walk.send(.caseArrived(Sample.whole(7, status: .closed)))
    walk.press("e")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.state.form?.problem?.contains("can never be changed again") == true)
  }

  @Test func leavingAsksWhereTheDiskDoesNotTakeADraft() {
    var walk = edited()
    walk.send(.draftNotKept(key, "No room left"))
    walk.press(.escape, "q")
    #expect(!walk.state.isFinished)
    walk.press("y")
    #expect(!walk.state.isFinished)
    walk.send(.dialogDrawn)
    walk.press("y")
    #expect(walk.state.isFinished)
  }

  @Test func aLetterThatWasComposedAnewIsAChange() {
    var texts = FormTexts()
    texts.findings = "e\u{301}"
    var other = texts
    other.findings = "\u{e9}"
    #expect(texts != other)
  }
}

extension Walk {
  /// Goes to a field of the form.
  fileprivate mutating func form(_ field: CaseField) {
    for _ in CaseField.allCases where state.form?.focus != field { press(.tab) }
  }
}
