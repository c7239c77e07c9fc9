import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// What was typed stays where it was typed, whatever else happens on the screen.
@Suite struct KeptTextTests {
  /// What ends with the program is not dropped unasked; what waits to be sent is asked about next.
  @Test func aDemoAsksBeforeItsDraftsVanish() {
    var walk = Walk.withCase(7)
    walk.state.losesDrafts = true
    walk.press("e")
    walk.type("Words. ")
    walk.press(.escape)
    #expect(walk.state.notice?.text.contains("until the demo ends") == true)
    walk.press("q")
    walk.send(.dialogDrawn)
    walk.press("n")
    #expect(!walk.state.isFinished)
    walk.press("X")
    walk.send(.caseArrived(Sample.whole(7)))
    walk.send(.dialogDrawn)
    walk.type("7\n")
    walk.press("q")
    walk.send(.dialogDrawn)
    walk.press("y")
    #expect(!walk.state.isFinished)
    walk.send(.dialogDrawn)
    walk.press("u")
    #expect(walk.state.isFinished)
  }

  private let seven = DraftKey.existing(CaseNumber(7))
  private let six = DraftKey.existing(CaseNumber(6))

  /// Case 7 with a line that was written and left as a draft.
  private func left() -> Walk {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    walk.press(.escape)
    return walk
  }

  /// The same, with the form of case 6 open and written in.
  private func leftForSix() -> Walk {
    var walk = left()
    walk.press("j")
    walk.send(.caseArrived(Sample.whole(6)))
    walk.press("e", .controlEnd)
    walk.type(" B")
    return walk
  }

  /// Test line 1: Esc leaves the box; opened again it has the text, the cursor and what undo knows.
  @Test func theCursorIsWhereItWasLeft() throws {
    var walk = left()
    walk.press("e", .up, .left, .left, "x")
    let before = try #require(walk.state.form)
    walk.press(.escape, "e")
    #expect(walk.state.form?.editors == before.editors)
    #expect(walk.state.form?.focus == before.focus)
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
  }

  /// A draft that is another one by now does not come back as it was.
  @Test func aFormThatWasLeftDoesNotComeBackAfterItsDraft() {
    var walk = left()
    walk.press("d")
    walk.send(.dialogDrawn)
    walk.press("y", "e")
    #expect(walk.state.form?.texts == FormTexts(Sample.whole(7)))
  }

  /// Test line 5: to open a draft takes nothing from the disk; only a good save does.
  @Test func aDraftThatIsOpenedStaysOnDisk() {
    var walk = Walk.withCase(7)
    var draft = Draft(of: Sample.whole(7), at: Walk.now)
    draft.texts.findings = "From yesterday."
    walk.send(.draftsLoaded([draft], troubles: []))
    walk.press("e", .escape, "e", .controlEnd, "!", .escape)
    #expect(!walk.all.contains { if case .run(.dropDraft, _) = $0 { true } else { false } })
  }

  /// Test line 9: the cursor moves on before the draft went to disk; it goes there all the same.
  @Test func theDraftOfACaseThatIsLeftAtOnceIsItsOwn() throws {
    let walk = leftForSix()
    let draft = try #require(walk.state.drafts[seven])
    #expect(draft.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.state.drafts[six]?.texts.findings == "Seen on Friday. B")
    #expect(walk.all.contains(.run(.keepDraft(draft, rest: 250), id: .draft(seven))))
    let later = walk.all.drop { $0 != .run(.keepDraft(draft, rest: 250), id: .draft(seven)) }
    #expect(!later.contains(.cancel(.draft(seven))))
  }

  /// Test line 10: late answers for one case change nothing of another one that is on the screen.
  @Test(arguments: [
    CaseSaveOutcome.failed(.refused(.replaceCase, status: 500, nil)),
    .saved(Sample.whole(7, findings: "Seen on Friday.\nMore."), kept: []),
    .conflict(latest: Sample.whole(7, findings: "Kim's"), [.findings]),
    .settled(latest: Sample.whole(7, status: .closed)),
  ])
  func lateAnswersDoNotTouchAnotherCase(outcome: CaseSaveOutcome) throws {
    var walk = left()
    walk.press("e", .control("s"), .escape)
    let order = try #require(walk.saves.first)
    walk.press("j")
    walk.send(.caseArrived(Sample.whole(6)))
    walk.press("e", .controlEnd)
    walk.type(" B")
    let (form, detail) = (walk.state.form, walk.state.detail)
    walk.send(.saveEnded(order, .change(outcome)))
    walk.send(.caseArrived(Sample.whole(7, findings: "late")))
    #expect(walk.state.form == form)
    #expect(walk.state.detail == detail)
    #expect(walk.state.dialog == nil)
    #expect(walk.state.notice?.text.contains("#7") == true)
    #expect(walk.state.drafts[six]?.texts.findings == "Seen on Friday. B")
  }

  /// Test line 13: what was saved is not offered as a draft.
  @Test func aSavedTextIsNoDraft() throws {
    var walk = left()
    walk.press("e", .control("s"))
    let stored = Sample.whole(7, findings: "Seen on Friday.\nMore.")
    walk.send(.saveEnded(try #require(walk.saves.first), .change(.saved(stored, kept: []))))
    walk.press("e")
    #expect(walk.state.form == CaseForm(Draft(of: stored, at: Walk.now), focus: .findings))
    #expect(walk.state.notice == nil)
  }

  /// Test line 17: a half-filled form, a look at events, and back.
  @Test func aLookAtEventsLeavesEveryFieldAsItWas() throws {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(CaseNumber(7), page: 1, Sample.events(3)))
    walk.press("e", .controlEnd, "!", .tab)
    walk.type(" renamed")
    walk.press(.tab)
    walk.type("mara@exam")
    let before = try #require(walk.state.form?.texts)
    walk.press(.escape)
    if walk.state.form != nil { walk.press(.escape) }
    walk.press("l", "l", "j", .enter)
    guard case .event = walk.state.dialog else {
      Issue.record("no event was opened")
      return
    }
    walk.press(.escape, "h", "h", "e")
    #expect(walk.state.form?.texts == before)
  }

  /// Trial T005: what is loaded and left unchanged is not sent, whatever it is made of.
  @Test(arguments: [
    "# Title\r\n\ttabbed  \n\n```\na\rb\n```\n\n", "a=b#c `d` https://x.test/?a=1&b=%20", " \n",
    "\t",
  ])
  func anUntouchedTextIsNotSent(findings: String) {
    var walk = Walk.withCases(7)
    walk.send(.caseArrived(Sample.whole(7, findings: findings)))
    walk.press("e", .control("s"))
    #expect(walk.saves.isEmpty)
    #expect(walk.state.drafts.isEmpty)
    walk.press("e", .controlEnd, "x", .control("s"))
    #expect(
      walk.saves.first.map { Array($0.draft.texts.findings.utf8) }
        == Array((findings + "x").utf8))
  }
}
