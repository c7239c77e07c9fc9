import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Whoever takes the other's text keeps what was written as a draft of its own.
@Suite struct ConflictDraftTests {
  private let key = DraftKey.existing(CaseNumber(7))

  private func asked(name: Bool = false) throws -> Walk {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    if name { walk.press(.tab, "!") }
    walk.press(.control("s"))
    walk.send(
      .saveEnded(
        try #require(walk.saves.first),
        .change(.conflict(latest: Sample.whole(7, findings: "Kim's."), [.findings]))))
    walk.send(.dialogDrawn)
    return walk
  }

  private func aside(_ orders: Walk.Orders) -> Draft? {
    for case .run(.setDraftAside(let draft), .draftAside) in orders { return draft }
    return nil
  }

  @Test func mineIsKeptBesideTheirsAndTheMessageTellsHowToGetAtIt() throws {
    var walk = try asked()
    walk.press("t")
    let mine = try #require(aside(walk.orders))
    #expect(mine.texts.findings == "Seen on Friday.\nMore.")
    #expect(mine.base.findings == "Seen on Friday.")
    #expect(
      walk.state.notice == Notice(.info, "Theirs is taken; yours is kept as draft: Esc, then e"))
    // The file that is written on goes only once the other one lies there.
    #expect(!walk.orders.contains(.run(.dropDraft(key), id: .draft(key))))
    #expect(walk.orders.contains(.cancel(.draft(key))))
    let entry = DraftEntry(mine, file: "case-7~2.json")
    walk.send(.draftSetAside(mine, others: [entry]))
    #expect(walk.orders == [.run(.dropDraft(key), id: .draft(key))])
    #expect(walk.state.asides.isEmpty)
    walk.press(.escape)
    walk.press("e")
    guard case .drafts = walk.state.dialog else {
      Issue.record("the draft is not offered")
      return
    }
    walk.send(.dialogDrawn)
    walk.press(.enter)
    walk.send(.draftChosen(key, .takeUp("case-7~2.json"), mine, others: []))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
  }

  @Test func whatIsLeftToSaveIsSaid() throws {
    var walk = try asked(name: true)
    walk.press("t")
    #expect(
      walk.state.notice
        == Notice(.info, "Theirs is taken, yours kept as draft; ^S saves the rest"))
    #expect(walk.state.drafts[key]?.changedFields == [.name])
    #expect(aside(walk.orders)?.changedFields == [.name, .findings])
    walk.press(.control("s"))
    #expect(walk.saves.last?.draft.texts.findings == "Kim's.")
  }

  @Test func myOwnTextNeedsNoDraftBeside() throws {
    var walk = try asked()
    walk.press("m")
    #expect(aside(walk.orders) == nil)
    #expect(
      walk.state.notice == Notice(.info, "Yours stays; ^S puts it in the place of theirs"))
  }

  @Test func aDiskThatDoesNotTakeItIsToldAndTriedAgain() throws {
    var walk = try asked()
    walk.press("t")
    let mine = try #require(aside(walk.orders))
    walk.send(.draftNotSetAside(mine, "no room"))
    #expect(
      walk.state.notice
        == Notice(.error, "Your text is not kept beside theirs: no room. ^_ brings it back"))
    walk.press(.escape, "q")
    #expect(!walk.state.isFinished, "it is asked whether it may be lost")
    walk.press(.escape)
    walk.send(.draftKept(.newCase, changedAt: Walk.now))
    #expect(aside(walk.orders) == mine)
  }
}
