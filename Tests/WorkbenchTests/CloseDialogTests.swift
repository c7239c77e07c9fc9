import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct CloseDialogTests {
  private let number = CaseNumber(241)

  private func asked() -> Walk {
    var walk = Walk.withCase(241)
    walk.press("X")
    walk.send(.dialogDrawn)
    return walk
  }

  @Test func theNumberAndEnterCloseTheCaseThatWasShown() throws {
    var walk = asked()
    walk.type("241\n")
    #expect(walk.saves.isEmpty, "it waits in the outbox")
    #expect(walk.acts == [.run(.waitInOutbox(number, rest: 5_000), id: .outbox(number))])
    walk.send(.outboxDue(number))
    let order = try #require(walk.saves.first)
    #expect(order.closes)
    #expect(walk.state.outbox.isEmpty)
    #expect(order.draft.key == .existing(number))
    #expect(order.draft.base == Sample.whole(241).content)
    #expect(!order.draft.isChanged)
    walk.send(
      .saveEnded(order, .change(.saved(Sample.whole(241, status: .closed), kept: []))))
    #expect(walk.state.notice == Notice(.done, "#241 is closed for ever"))
    #expect(walk.state.list.row(0)?.status == .closed)
  }

  /// Test lines 21 and 22: Enter first, or anything but the number, leaves the case open.
  @Test(arguments: ["\n", "\n\n", "24\n", "2411\n", "X\n", "y\n", "yes\n", "XX\n", "142\n"])
  func anythingElseLeavesItOpen(keys: String) {
    var walk = asked()
    walk.type(keys)
    walk.press(.escape)
    #expect(walk.saves.isEmpty)
    #expect(walk.state.outbox.isEmpty)
    #expect(walk.state.dialog == nil)
  }

  /// `236AT` went into the box, and an `e` in it jumped into the form.
  @Test func onlyDigitsGoIntoTheBox() {
    var walk = asked()
    walk.type("ev-1, ev-2".replacing("e", with: "x"))
    guard case .close(let dialog) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(dialog.input.text == "12")
    walk.type("e241e")
    guard case .close(let dialog) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(dialog.input.text == "12241")
    #expect(dialog.problem == "Only digits go in here; nothing was typed")
    #expect(walk.state.form == nil)
    walk.press(.control("u"))
    walk.type("241\n")
    #expect(walk.state.outbox.count == 1)
  }

  @Test func onlyAnEmptyBoxLetsTheFormOpen() {
    var walk = asked()
    #expect(walk.state.hints.contains(KeyHint("e", "edit")))
    walk.type("2")
    #expect(!walk.state.hints.contains(KeyHint("e", "edit")))
    walk.press("e")
    #expect(walk.state.form == nil)
    walk.press(.backspace, "e")
    #expect(walk.state.form?.key == .existing(number))
    #expect(walk.state.form?.texts == walk.state.form?.draft.origin)
  }

  @Test func theNumberThatDeletesAndTheCountOfManyAreDigitsOnlyToo() {
    var walk = Walk.withCase(241)
    walk.press("D")
    walk.send(.dialogDrawn)
    walk.type("2a4é1")
    guard case .delete(let dialog) = walk.state.dialog else {
      Issue.record("no question")
      return
    }
    #expect(dialog.input.text == "241")
    walk.press(.escape, " ", " ", "X")
    walk.send(.dialogDrawn)
    walk.type("y2 ")
    guard case .bulk(let bulk) = walk.state.dialog else {
      Issue.record("no question")
      return
    }
    #expect(bulk.input.text == "2")
    #expect(bulk.problem == "Only digits go in here; nothing was typed")
  }

  @Test func keysTypedBeforeTheQuestionWasDrawnAreDropped() {
    var walk = Walk.withCase(241)
    walk.press("X")
    walk.type("241\n")
    walk.send(.dialogDrawn)
    walk.press(.enter)
    #expect(walk.saves.isEmpty)
    #expect(walk.state.outbox.isEmpty)
  }

  @Test func aPasteNeverAnswersTheQuestion() {
    var walk = asked()
    walk.send(.terminal(.paste("241\n"), at: Walk.now))
    walk.press(.enter)
    #expect(walk.saves.isEmpty)
    #expect(walk.state.outbox.isEmpty)
  }

  @Test func anUnsavedDraftIsSavedByTheSameChange() throws {
    var walk = Walk.withCase(241)
    walk.press("e", .controlEnd)
    walk.type(" Done.")
    walk.press(.escape, "X")
    walk.send(.dialogDrawn)
    walk.type("241\n")
    walk.send(.outboxDue(number))
    let order = try #require(walk.saves.first)
    #expect(order.closes)
    #expect(order.draft.texts.findings == "Seen on Friday. Done.")
  }

  /// Trial T039: in the form, X is a letter and closes nothing; what was typed is never dropped.
  ///
  /// From every pane the same question tells of the draft, and one change saves it and closes.
  @Test(arguments: [[], [Key.enter], [Key.enter, "l"]])
  func trialT039ClosingWithUnsavedChangesSavesThemByTheSameChange(panes: [Key]) throws {
    var walk = Walk.withCase(241)
    for key in panes { walk.press(key) }
    walk.press("e", .controlEnd)
    walk.type(" X")
    #expect(walk.state.dialog == nil)
    #expect(walk.state.form?.texts.findings == "Seen on Friday. X")
    walk.press(.escape)
    #expect(walk.state.drafts[.existing(number)]?.texts.findings == "Seen on Friday. X")
    walk.press("X")
    walk.send(.dialogDrawn)
    guard case .close(let dialog) = walk.state.dialog else {
      Issue.record("nothing was asked")
      return
    }
    #expect(dialog.draft.changedFields == [.findings])
    #expect(walk.saves.isEmpty)
    walk.type("241\n")
    walk.send(.outboxDue(number))
    #expect(walk.saves == [SaveOrder(dialog.draft, closes: true)])
  }

  /// Both sides of a conflict are nothing that a case may be closed with.
  @Test func aDraftWithBothSidesOfAConflictIsNotClosed() {
    var walk = Walk.withCase(241)
    walk.press("e", .controlEnd)
    walk.type("\n======= mine")
    walk.press(.escape, "X")
    walk.send(.dialogDrawn)
    walk.type("241\n")
    #expect(walk.state.dialog != nil)
    #expect(walk.state.outbox.isEmpty)
  }

  @Test func aCaseThatChangedMeanwhileStaysOpenAndSaysSo() throws {
    var walk = asked()
    walk.type("241\n")
    walk.send(.outboxDue(number))
    let latest = Sample.whole(241, findings: "New words")
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: latest, [.findings]))))
    #expect(
      walk.state.notice?.text
        == "kim@example.com changed Findings of #241 meanwhile; it was not closed. "
        + "Read it again, then X")
    #expect(walk.state.detail.loaded == latest)
  }

  /// Test lines 23 and 24: any one key, any key twice, any two neighbouring keys: nothing
  /// irreversible follows.
  @Test func noTwoKeysCloseACase() {
    let keys = Set(KeyMap.standard.bindings(in: .cases).flatMap(\.keys)).union(
      "0123456789yYnN\r".map { .character($0) })
    for first in keys {
      for second in keys {
        var walk = Walk.withCase(2)
        walk.press(first)
        walk.send(.dialogDrawn)
        walk.press(second)
        #expect(walk.saves.isEmpty, "\(first.name) \(second.name)")
        #expect(walk.state.outbox.isEmpty, "\(first.name) \(second.name)")
      }
    }
  }
}
