import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Changes that were made are taken back by changes like any other.
@Suite struct UndoTests {
  private let seven = CaseNumber(7)

  /// Case 7 after “ More.” was written behind its findings and stored.
  private func saved() throws -> Walk {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type(" More.")
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    let stored = Sample.whole(7, findings: "Seen on Friday. More.")
    walk.send(.saveEnded(order, .change(.saved(stored, kept: []))))
    return walk
  }

  private func said(yes key: Key, to walk: inout Walk) {
    walk.press(key)
    walk.send(.dialogDrawn)
    walk.press("y")
  }

  @Test func aSavedTextIsTakenBackAndMadeAgain() throws {
    var walk = try saved()
    said(yes: "u", to: &walk)
    let undo = try #require(walk.saves.last)
    #expect(undo.retraces == .undo)
    #expect(undo.draft.base.findings == "Seen on Friday. More.")
    #expect(undo.draft.texts.findings == "Seen on Friday.")
    #expect(undo.draft.changedFields == [.findings])
    walk.send(.saveEnded(undo, .change(.saved(Sample.whole(7), kept: []))))
    #expect(walk.state.notice?.text == "Findings of #7: as before your change; U makes it again")
    #expect(walk.state.detail.loaded?.findings == "Seen on Friday.")

    said(yes: "U", to: &walk)
    let redo = try #require(walk.saves.last)
    #expect(redo.retraces == .redo)
    #expect(redo.draft.texts.findings == "Seen on Friday. More.")
    #expect(redo.draft.base.findings == "Seen on Friday.")
    walk.send(
      .saveEnded(
        redo, .change(.saved(Sample.whole(7, findings: "Seen on Friday. More."), kept: []))))
    #expect(walk.state.undoSteps.count == 1)
    #expect(walk.state.redoSteps.isEmpty)
  }

  /// A save in its place would leave it undone, without a word about that.
  @Test func noSaveTakesThePlaceOfAnUndoThatIsOnItsWay() throws {
    var walk = try saved()
    said(yes: "u", to: &walk)
    let undo = try #require(walk.saves.last)
    walk.press("e", .tab, .tab)
    walk.type("Mine")
    walk.press(.control("s"))
    #expect(walk.saves.last == undo)
    #expect(walk.state.notice?.text == "The save before is still on its way; save again after it")
    walk.send(.saveEnded(undo, .change(.saved(Sample.whole(7), kept: []))))
    #expect(walk.state.form?.isSaving == false)
    #expect(walk.state.drafts[.existing(seven)] != nil)
    walk.press(.control("s"))
    #expect(walk.saves.last != undo)
  }

  /// What somebody else wrote into another paragraph stays when mine is taken back.
  @Test func takingBackAMergedTextKeepsTheOthersParagraph() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type(" More.")
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    let stored = Sample.whole(7, findings: "Kim's.\n\nSeen on Friday. More.")
    walk.send(.saveEnded(order, .change(.saved(stored, kept: [.findings]))))
    said(yes: "u", to: &walk)
    let draft = try #require(walk.saves.last).draft
    var edited = draft.base
    edited.findings = draft.texts.findings
    let merge = CaseMerge(base: draft.base, edited: edited, latest: stored.content)
    #expect(merge.content.findings == "Kim's.\n\nSeen on Friday.")
    #expect(merge.conflicts == [])
  }

  @Test(arguments: [.enter, "n", .escape, "u"] as [Key])
  func nothingIsTakenBackWithoutAYes(key: Key) throws {
    var walk = try saved()
    walk.press("u")
    walk.send(.dialogDrawn)
    walk.press(key)
    #expect(walk.saves.count == 1)
    #expect(walk.state.undoSteps.count == 1)
  }

  @Test func stepsOfSeveralCasesAreTakenBackInTheirOrder() throws {
    var walk = try saved()
    walk.press("j")
    walk.send(.caseArrived(Sample.whole(6)))
    walk.press("e", .tab)
    walk.type("!")
    walk.press(.control("s"))
    var stored = Sample.whole(6)
    stored.summary.name = "Case 6!"
    walk.send(.saveEnded(try #require(walk.saves.last), .change(.saved(stored, kept: []))))
    said(yes: "u", to: &walk)
    let first = try #require(walk.saves.last)
    #expect(first.draft.key == .existing(CaseNumber(6)))
    walk.send(.saveEnded(first, .change(.saved(Sample.whole(6), kept: []))))
    said(yes: "u", to: &walk)
    #expect(walk.saves.last?.draft.key == .existing(seven))
  }

  /// What another analyst wrote into the same field is never overwritten.
  @Test func theStepStartsFromWhatWasSentNotFromWhatOthersMadeOfIt() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type(" More.")
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    let merged = Sample.whole(7, findings: "Kim was here.\n\nSeen on Friday. More.")
    walk.send(.saveEnded(order, .change(.saved(merged, kept: [.findings]))))
    said(yes: "u", to: &walk)
    let undo = try #require(walk.saves.last)
    #expect(undo.draft.base.findings == "Seen on Friday. More.")
    #expect(undo.draft.texts.findings == "Seen on Friday.")
  }

  @Test func whatSomebodyChangedSinceIsTold() throws {
    var walk = try saved()
    said(yes: "u", to: &walk)
    let undo = try #require(walk.saves.last)
    let latest = Sample.whole(7, findings: "All new")
    walk.send(.saveEnded(undo, .change(.conflict(latest: latest, [.findings]))))
    #expect(
      walk.state.notice?.text
        == "kim@example.com changed Findings of #7 meanwhile, so nothing was taken back; e edits")
    #expect(walk.state.detail.loaded == latest)
  }

  @Test func aStepThatDidNotArriveCanBeTriedAgain() throws {
    var walk = try saved()
    said(yes: "u", to: &walk)
    let error = CasesError.transport(.replaceCase, TransportError(.notConnected, "down"))
    walk.send(.saveEnded(try #require(walk.saves.last), .change(.failed(error))))
    #expect(walk.state.undoSteps.count == 1)
    said(yes: "u", to: &walk)
    #expect(walk.saves.count == 3)
  }

  @Test func aDraftOfTheCaseComesFirst() throws {
    var walk = try saved()
    walk.press("e", .controlEnd)
    walk.type("!")
    walk.press(.escape, "u")
    #expect(walk.state.dialog == nil)
    #expect(walk.state.notice?.text == "#7 has a draft; save or drop it first, then u")
  }

  @Test func aClosedCaseHasNothingToTakeBack() throws {
    var walk = try saved()
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("7\n")
    walk.send(.outboxDue(seven))
    let order = try #require(walk.saves.last)
    walk.send(.saveEnded(order, .change(.saved(Sample.whole(7, status: .closed), kept: []))))
    #expect(walk.state.undoSteps.isEmpty)
    walk.press("u")
    #expect(walk.state.dialog == nil)
  }

  @Test func eventsAreTakenOffAgainAndAddedAgain() throws {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(2)))
    walk.press("l", "l", "a")
    walk.type("e2 e3\n")
    let added = EventChange(.add, [EventID("e3")], of: seven)
    #expect(walk.orders == [.run(.changeEvents(added), id: .changeEvents(seven))])
    walk.send(.eventsChanged(added, EventChangeOutcome(done: added.events)))
    said(yes: "u", to: &walk)
    guard case .run(.changeEvents(let removed), _) = walk.orders.first else {
      Issue.record("nothing was ordered")
      return
    }
    #expect(removed.kind == .remove)
    #expect(removed.events == [EventID("e3")])
    walk.send(.eventsChanged(removed, EventChangeOutcome(done: removed.events)))
    said(yes: "U", to: &walk)
    guard case .run(.changeEvents(let again), _) = walk.orders.first else {
      Issue.record("nothing was ordered")
      return
    }
    #expect(again.kind == .add && again.events == [EventID("e3")])
  }

  @Test func eventsThatAreThereAlreadyAreNotSentAgain() {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(2)))
    walk.press("l", "l", "a")
    walk.type("e2\n")
    #expect(walk.orders.isEmpty)
    guard case .addEvent(let dialog) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(dialog.problem == "#7 has this event already; nothing was sent")
  }

  /// Test line 25: a sentence that was typed by mistake sends nothing.
  @Test(arguments: [Pane.cases, .detail, .events])
  func aSentenceTypedByMistakeSendsNothing(pane: Pane) throws {
    var walk = try saved()
    walk.send(.eventsArrived(seven, page: 1, Sample.events(2)))
    walk.state.focus = pane
    let before = walk.saves.count
    for letter in "The quick brown fox jumps over the lazy dog, unless it is busy." {
      walk.press(letter == "\n" ? .enter : .character(letter))
      walk.send(.dialogDrawn)
    }
    #expect(walk.saves.count == before)
    let changes = walk.all.contains { order in
      switch order {
      case .run(.changeEvents, _), .run(.delete, _): true
      default: false
      }
    }
    #expect(!changes)
  }
}
