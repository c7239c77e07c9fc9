import CaseWire
import CasesAPI
import Threads
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Drafts of another workbench on the same machine are seen when they are about to be shown.
@Suite struct DraftLookTests {
  private let key = DraftKey.existing(CaseNumber(7))
  private let look = Walk.Orders.Element.run(.lookForDrafts, id: .otherDrafts)

  private func draft(_ number: Int64, _ text: String, minutes: Int64 = -9) -> Draft {
    var draft = Draft(of: Sample.whole(number), at: Walk.now.adding(seconds: minutes * 60))
    draft.texts.findings = "Seen on Friday. " + text
    return draft
  }

  private func entry(_ number: Int64, _ text: String, minutes: Int64 = -9) -> DraftEntry {
    DraftEntry(draft(number, text, minutes: minutes), file: "case-\(number)~2.json")
  }

  /// Case 7 is shown, and there was no draft at the start but these.
  private func started(_ mine: [Draft] = [], _ others: [DraftEntry] = []) -> Walk {
    var walk = Walk.withCase(7)
    walk.send(.draftsLoaded(mine, others: others, troubles: []))
    return walk
  }

  private func listed(_ walk: Walk) -> [String]? {
    guard case .allDrafts = walk.state.dialog else { return nil }
    return walk.state.allDrafts.map { Wording.subject(of: $0) }
  }

  @Test func theListShowsWhatOthersKeepByNow() {
    var walk = started([draft(7, "Mine.", minutes: -5)], [entry(3, "Saved since.")])
    walk.press("w")
    #expect(walk.orders.contains(look))
    #expect(listed(walk) == ["#7  Case 7", "#3  Case 3"])
    walk.press("j")
    walk.send(.otherDraftsFound([entry(5, "Theirs.", minutes: -1)], gone: []))
    #expect(listed(walk) == ["#5  Case 5", "#7  Case 7"])
    guard case .allDrafts(let dialog) = walk.state.dialog else { return }
    #expect(dialog.cursor == 0, "what was under the cursor is not there any more")
    #expect(walk.state.hasDraft(of: CaseNumber(5)) && !walk.state.hasDraft(of: CaseNumber(3)))
  }

  @Test func theCursorStaysOnItsDraft() {
    var walk = started([draft(7, "Mine.", minutes: -5)], [entry(3, "Theirs.")])
    walk.press("w")
    walk.send(.otherDraftsFound([entry(5, "New.", minutes: -1), entry(3, "Theirs.")], gone: []))
    guard case .allDrafts(let dialog) = walk.state.dialog else {
      Issue.record("no list")
      return
    }
    #expect(walk.state.allDrafts[dialog.cursor].draft.key == key)
  }

  /// “There is no draft” was told although another workbench had one.
  @Test func thatThereIsNoDraftIsToldOnlyOnceTheDiskWasLookedAt() {
    var walk = started()
    walk.press("w")
    #expect(walk.orders.contains(look) && walk.state.notice == nil && walk.state.dialog == nil)
    walk.send(.otherDraftsFound([entry(5, "Theirs.")], gone: []))
    #expect(listed(walk) == ["#5  Case 5"])
    var none = started()
    none.press("w")
    none.send(.otherDraftsFound([], gone: []))
    #expect(
      none.state.notice?.text == "There is no draft: all that was written is saved or dropped")
    var unread = started()
    unread.press("w")
    unread.send(.otherDraftsNotRead("The drafts cannot be read"))
    #expect(unread.state.notice == Notice(.error, "The drafts cannot be read"))
  }

  @Test func theListGoesWithItsLastDraft() {
    var walk = started([], [entry(3, "Saved since.")])
    walk.press("w")
    walk.send(.otherDraftsFound([], gone: []))
    #expect(walk.state.dialog == nil && walk.state.allDrafts.isEmpty)
    #expect(walk.state.notice?.text.hasPrefix("There is no draft") == true)
  }

  @Test func whatWasOnlyReadHereGoesWithItsFileAndWhatIsWrittenOnStays() {
    var walk = started([draft(7, "Read."), draft(5, "Read, too.")])
    walk.press("e")
    walk.type("!")
    walk.send(.otherDraftsFound([], gone: ["case-7", "case-5"]))
    #expect(walk.state.drafts[key]?.texts.findings.contains("Read.") == true)
    #expect(!walk.state.hasDraft(of: CaseNumber(5)))
  }

  /// A form was opened on what the server has, as if nobody were writing on the case.
  @Test func aFormThatWasJustOpenedAsksWhichDraftIsMeant() {
    var walk = started()
    walk.press("e")
    #expect(walk.orders.contains(look) && walk.state.form != nil)
    walk.send(.otherDraftsFound([entry(7, "Theirs.")], gone: []))
    #expect(walk.state.form == nil)
    guard case .drafts(let dialog) = walk.state.dialog else {
      Issue.record("nothing is asked")
      return
    }
    #expect(dialog.key == key && dialog.canStartAfresh)
    walk.send(.dialogDrawn)
    walk.press("n")
    walk.send(.draftChosen(key, .startAfresh, nil, others: [entry(7, "Theirs.")]))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
    walk.send(.otherDraftsFound([entry(7, "Theirs, gone on with.")], gone: []))
    #expect(walk.state.form != nil && walk.state.dialog == nil, "it was asked already")
  }

  @Test func whoeverWritesAlreadyIsTold() {
    var walk = started()
    walk.press("e")
    walk.type("!")
    walk.send(.otherDraftsFound([entry(7, "Theirs.")], gone: []))
    #expect(walk.state.form?.texts.findings.contains("!") == true)
    #expect(
      walk.state.notice?.text
        == "Another draft of #7 is kept by another workbench; Esc, then w shows it")
  }

  @Test func anOpenedCaseIsMarkedWithWhatOthersWrite() {
    var walk = started()
    walk.press(.enter)
    #expect(walk.orders.contains(look))
    walk.send(.otherDraftsFound([entry(7, "Theirs.")], gone: []))
    #expect(walk.state.hasDraft(of: CaseNumber(7)))
  }

  /// What was seen before a draft was taken up would bring it back among the others.
  @Test func theDiskIsLookedAtAgainAfterAChoice() {
    var walk = started([draft(7, "Mine.")], [entry(7, "Theirs.")])
    walk.press("w")
    #expect(walk.state.isLookingForDrafts)
    walk.send(.draftChosen(key, .drop("case-7~2.json"), nil, others: []))
    #expect(walk.orders.contains(look))
  }
}
