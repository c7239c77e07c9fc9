import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct DraftsDialogTests {
  private let key = DraftKey.existing(CaseNumber(7))
  private let order = WorkbenchEffectID.draft(.existing(CaseNumber(7)))

  private func draft(_ text: String, minutes: Int64) -> Draft {
    var draft = Draft(of: Sample.whole(7), at: Walk.now.adding(seconds: minutes * 60))
    draft.texts.findings = "Seen on Friday. " + text
    return draft
  }

  private var mine: Draft { draft("Mine of today.", minutes: -1) }
  private var other: DraftEntry {
    DraftEntry(draft("Of another program.", minutes: -9), file: "case-7~2.json")
  }

  /// Case 7 with two drafts, and the question which one is meant.
  private func asked() -> Walk {
    var walk = Walk.withCase(7)
    walk.send(.draftsLoaded([mine], others: [other], troubles: []))
    walk.press("e")
    walk.send(.dialogDrawn)
    return walk
  }

  @Test func twoDraftsAreAskedForAndNothingIsTakenSilently() {
    let walk = asked()
    #expect(walk.state.form == nil)
    #expect(walk.state.drafts(of: key).map(\.file) == [nil, "case-7~2.json"])
    #expect(other.firstWords(20) == "Of another program.")
    guard case .drafts(let dialog) = walk.state.dialog else {
      Issue.record("nothing is asked")
      return
    }
    #expect(dialog.canStartAfresh)
  }

  @Test func enterOnTheOwnOneOpensIt() {
    var walk = asked()
    walk.press(.enter)
    #expect(walk.state.form?.texts == mine.texts)
    #expect(walk.state.drafts(of: key).count == 2)
  }

  /// The form opens only once the disk has followed, so that no draft is written over.
  @Test func enterOnAnotherOneTakesItUp() {
    var walk = asked()
    walk.press("j", .enter)
    #expect(
      walk.orders.contains(
        .run(.chooseDraft(key, .takeUp("case-7~2.json"), waiting: nil), id: order)))
    walk.type("dXqa")
    #expect(walk.state.form == nil && walk.state.dialog == nil && !walk.state.isFinished)
    let left = DraftEntry(mine, file: "case-7.json")
    walk.send(.draftChosen(key, .takeUp("case-7~2.json"), other.draft, others: [left]))
    #expect(walk.state.form?.texts == other.draft.texts)
    #expect(walk.state.drafts(of: key) == [left, DraftEntry(other.draft, file: nil)])
  }

  @Test func nStartsFromTheServersTextAndKeepsTheOthers() {
    var walk = asked()
    walk.press("n")
    #expect(walk.orders.contains(.run(.chooseDraft(key, .startAfresh, waiting: nil), id: order)))
    let left = [DraftEntry(mine, file: "case-7.json"), other]
    walk.send(.draftChosen(key, .startAfresh, nil, others: left))
    #expect(walk.state.form?.texts == FormTexts(Sample.whole(7)))
    #expect(walk.state.drafts(of: key) == left)
    #expect(walk.state.hasDraft(of: CaseNumber(7)))
    walk.press(.escape, "e")
    #expect(walk.state.form == nil)
    #expect(walk.state.dialog != nil)
  }

  @Test func oneIsDroppedOnlyOnY() {
    var walk = asked()
    walk.press("j", "d", "y")
    walk.send(.dialogDrawn)
    for no: Key in ["n", .enter, "d"] {
      walk.press(no, "j", "d")
      walk.send(.dialogDrawn)
    }
    #expect(!walk.all.contains { if case .run(.chooseDraft, _) = $0 { true } else { false } })
    walk.press("y")
    #expect(
      walk.orders == [.run(.chooseDraft(key, .drop("case-7~2.json"), waiting: nil), id: order)])
    walk.send(.draftChosen(key, .drop("case-7~2.json"), nil, others: []))
    #expect(walk.state.drafts(of: key) == [DraftEntry(mine, file: nil)])
    walk.press(.enter)
    #expect(walk.state.form?.texts == mine.texts)
  }

  /// What was typed last may not be on disk yet: it goes there before another draft is taken up.
  @Test func whatWaitsToBeOnDiskGoesWithTheChoice() throws {
    var walk = asked()
    walk.press(.enter, .controlEnd, "!", .escape, "e")
    walk.send(.dialogDrawn)
    let typed = try #require(walk.state.drafts[key])
    walk.press("n")
    #expect(walk.orders.contains(.run(.chooseDraft(key, .startAfresh, waiting: typed), id: order)))
    walk.send(.draftNotChosen(key, "No room left"))
    #expect(walk.state.drafts[key] == typed)
    #expect(walk.state.notice == Notice(.error, "No room left"))
    #expect(walk.state.form == nil)
  }

  @Test func aDraftThatIsGoneIsTold() {
    var walk = asked()
    walk.press("j", .enter)
    walk.send(
      .draftChosen(
        key, .takeUp("case-7~2.json"), nil, others: [DraftEntry(mine, file: "case-7.json")]))
    #expect(walk.state.form == nil)
    #expect(walk.state.notice?.text == "That draft is gone: it was saved or dropped elsewhere")
    #expect(walk.state.drafts(of: key).map(\.draft) == [mine])
  }

  /// Test line 14: a new case that was abandoned is shown for what it is, with a key that drops it.
  @Test func aNewCaseThatWasLeftIsNotTakenSilently() {
    var walk = Walk.withCases(7)
    walk.press("a")
    walk.type("Half a case")
    walk.press(.escape, "a")
    #expect(walk.state.form == nil)
    walk.send(.dialogDrawn)
    walk.press(.enter)
    #expect(walk.state.form?.texts.name == "Half a case")
    #expect(walk.state.notice?.text == "This is the new case you left")
    walk.press(.escape, "a")
    walk.send(.dialogDrawn)
    walk.press("d")
    walk.send(.dialogDrawn)
    walk.press("y")
    #expect(walk.state.drafts.isEmpty && walk.state.dialog == nil)
    walk.press("a")
    #expect(walk.state.form?.texts == FormTexts())
  }

  /// Two drafts with the same beginning looked alike but for a count.
  @Test func eachDraftShowsTheLineInWhichItDepartsFromTheOthers() {
    func entry(_ text: String, name: String? = nil) -> DraftEntry {
      var draft = Draft(of: Sample.whole(7), at: Walk.now)
      draft.texts.findings = text
      if let name { draft.texts.name = name }
      return DraftEntry(draft, file: "\(text.count)\(name ?? "")")
    }
    func words(_ first: DraftEntry, _ second: DraftEntry) -> [String] {
      [first.words(besides: [second], 60), second.words(besides: [first], 60)]
    }
    let base = "Seen on Friday. The same opening.\n\n"
    #expect(
      words(entry(base + "Copied to USB."), entry(base + "Copied to a laptop."))
        == ["Copied to USB.", "Copied to a laptop."])
    #expect(
      words(entry(base), entry(base + "More."))
        == ["ends after: Seen on Friday. The same opening.", "More."])
    #expect(words(entry(""), entry("More.")) == ["(empty)", "More."])
    let line = "A sentence that goes on for long, as most of them do, "
    #expect(
      words(entry(line + "and ends."), entry(line + "or not."))
        == ["… as most of them do, and ends.", "… as most of them do, or not."])
    #expect(
      words(entry(base, name: "One"), entry(base, name: "Two")) == ["Name: One", "Name: Two"])
    // What somebody else wrote into the text that one of them was begun with tells little.
    var later = Draft(of: Sample.whole(7, findings: "Kim's.\nSame.\nEnd."), at: Walk.now)
    later.texts.findings = "Kim's.\nSame, I say.\nEnd."
    #expect(
      words(DraftEntry(later, file: "later"), entry("Seen on Friday.\nMine."))
        == ["Same, I say.", "Mine."])
    // Nothing tells them apart but when they were written.
    #expect(words(entry(base), entry(base)) == ["The same opening.", "The same opening."])
  }
}
