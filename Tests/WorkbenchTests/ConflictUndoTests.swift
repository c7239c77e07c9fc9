import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// What a field counts as started from steps back and forth with undo and redo: no text from before
/// somebody else's change is saved over that change without a question.
@Suite struct ConflictUndoTests {
  private let key = DraftKey.existing(CaseNumber(7))
  private let theirs = Sample.whole(7, findings: "Seen on Friday, says Kim.")

  /// A line was added, somebody else changed the other one, and it is asked whose words shall
  /// stand.
  private func asked() throws -> Walk {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    walk.press(.control("s"))
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: theirs, [.findings]))))
    walk.send(.dialogDrawn)
    return walk
  }

  /// What a save would be merged on top of now.
  private func base(_ walk: Walk) -> String? {
    var walk = walk
    walk.press(.control("s"))
    return walk.saves.last?.draft.base.findings
  }

  @Test func undoBehindBothTextsAsksAgain() throws {
    var walk = try asked()
    walk.press("e")
    #expect(walk.state.form?.draft.base.findings == "Seen on Friday, says Kim.")
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    #expect(
      walk.state.notice
        == Notice(.attention, "Findings: undone to before their change; ^S asks again"))
    #expect(walk.state.drafts[key]?.base.findings == "Seen on Friday.")
    #expect(base(walk) == "Seen on Friday.")
    walk.press(.control("g"), "r")
    #expect(walk.state.form?.texts.findings.contains("<<<<<<< theirs") == true)
    #expect(walk.state.drafts[key]?.base.findings == "Seen on Friday, says Kim.")
  }

  @Test func undoBehindTheirTextAsksAgain() throws {
    var walk = try asked()
    walk.press("t", .control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.state.drafts[key]?.base.findings == "Seen on Friday.")
    #expect(base(walk) == "Seen on Friday.")
  }

  /// My text was decided upon as it stood, not the one before.
  @Test func undoBehindADecisionForMineAsksAgain() throws {
    var walk = try asked()
    walk.press("m")
    #expect(base(walk) == "Seen on Friday, says Kim.")
    walk.type(" Later.")
    while walk.state.form?.texts.findings != "Seen on Friday.\nMore." {
      walk.press(.control("_"))
    }
    #expect(base(walk) == "Seen on Friday, says Kim.", "back at the text that was decided upon")
    walk.press(.control("_"))
    #expect(base(walk) == "Seen on Friday.")
    walk.press(.control("g"), "r")
    #expect(base(walk) == "Seen on Friday, says Kim.")
  }

  @Test func undoBehindATextThatWasTakenOverAsksAgain() {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd, "x", .control("_"))
    walk.send(.caseWatched(theirs))
    #expect(walk.state.form?.texts.findings == "Seen on Friday, says Kim.")
    walk.press(.control("_"))
    #expect(
      walk.state.notice
        == Notice(.attention, "Findings: undone to before their change, which stays"))
    walk.press(.controlEnd)
    walk.type("!")
    #expect(base(walk) == "Seen on Friday.")
  }

  /// A save was merged with another paragraph while one typed on in another field.
  @Test func undoBehindAMergeKeepsTheOthersParagraph() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    walk.press(.control("s"), .tab)
    walk.type("!")
    let merged = Sample.whole(7, findings: "Kim's paragraph.\n\nSeen on Friday.\nMore.")
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.saved(merged, kept: [.findings]))))
    #expect(walk.state.form?.texts.findings == merged.findings)
    walk.press(.backTab, .control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    walk.press(.control("s"))
    #expect(walk.saves.last?.draft.changedFields == [.name], "as it was sent, so it stays")
    walk.press(.control("_"))
    #expect(base(walk) == "Seen on Friday.\nMore.")
  }

  /// Nobody is asked about words of one's own.
  @Test func undoBehindMyOwnSaveTakesItBack() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    walk.press(.control("s"))
    walk.type(" x")
    let stored = Sample.whole(7, findings: "Seen on Friday.\nMore.")
    walk.send(.saveEnded(try #require(walk.saves.first), .change(.saved(stored, kept: []))))
    while walk.state.form?.texts.findings != "Seen on Friday." { walk.press(.control("_")) }
    #expect(base(walk) == "Seen on Friday.\nMore.")
    #expect(walk.state.drafts[key]?.changedFields == [.findings])
  }

  @Test func theGroundIsKeptWithAFormThatIsLeft() throws {
    var walk = try asked()
    walk.press("e", .escape, "e", .control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    #expect(base(walk) == "Seen on Friday.")
  }

  /// A name was asked about; the findings, merged by paragraphs, must not lose the other's for
  /// that.
  @Test func fieldsThatWereNotAskedAboutKeepTheirGround() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\n\nMy paragraph.")
    walk.press(.tab, "!", .control("s"))
    var latest = Sample.whole(7, findings: "Seen on Friday, says Kim.")
    latest.summary.name = "Kim's name"
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: latest, [.name]))))
    walk.send(.dialogDrawn)
    walk.press("m", .control("s"))
    let draft = try #require(walk.saves.last?.draft)
    #expect(draft.base.name == "Kim's name")
    #expect(draft.base.findings == "Seen on Friday.")
    #expect(draft.texts.findings == "Seen on Friday.\n\nMy paragraph.")
  }

  /// A field showed somebody else's text; the next letter elsewhere made a draft with the old one.
  @Test func aDraftThatBeginsAfterATextWasTakenOverHoldsThatText() throws {
    var walk = Walk.withCase(7)
    walk.press("e")
    var latest = Sample.whole(7)
    latest.description = "Kim's description."
    walk.send(.caseWatched(latest))
    walk.press(.controlEnd, "!")
    #expect(walk.state.drafts[key]?.texts.description == "Kim's description.")
    #expect(walk.state.drafts[key]?.changedFields == [.findings])
    walk.press(.escape, "e", .control("s"))
    #expect(walk.saves.last?.draft.texts.description == "Kim's description.")
  }

  @Test func bothTextsTwiceLeaveOneQuestionAtATime() throws {
    var walk = try asked()
    walk.press("e", .control("_"), .control("s"))
    walk.send(
      .saveEnded(try #require(walk.saves.last), .change(.conflict(latest: theirs, [.findings]))))
    walk.send(.dialogDrawn)
    walk.press("e")
    let text = try #require(walk.state.form?.texts.findings)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("<<<<<<<") } == 1)
    #expect(walk.state.form?.draft.base.findings == "Seen on Friday, says Kim.")
  }
}
