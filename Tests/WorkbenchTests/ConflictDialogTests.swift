import CaseWire
import CasesAPI
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Two analysts changed the same fields: each is decided by somebody who has seen it.
@Suite struct ConflictDialogTests {
  private static let both = """
    <<<<<<< theirs, written by kim@example.com
    Kim's own words.
    ======= mine
    Seen on Friday.
    More.
    >>>>>>> both end here

    """

  /// The question about the findings and, if wanted, the name.
  private func asked(_ width: Int = 120, _ height: Int = 40, name: String? = nil) throws -> Walk {
    var walk = Walk.withCase(7, width, height)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    if name != nil { walk.press(.tab, "!") }
    walk.press(.control("s"))
    var latest = Sample.whole(7, findings: "Kim's own words.")
    if let name { latest.summary.name = name }
    let fields: Set<CaseField> = name == nil ? [.findings] : [.findings, .name]
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: latest, fields))))
    return walk
  }

  private func dialog(_ walk: Walk) -> ConflictDialog? {
    if case .conflict(let dialog) = walk.state.dialog { dialog } else { nil }
  }

  @Test func neitherEnterNorKeysTypedBeforeItWasDrawnAnswer() throws {
    var walk = try asked()
    walk.type("mte\n")
    #expect(dialog(walk)?.decisions == [])
    walk.send(.dialogDrawn)
    walk.press(.enter, " ", "y")
    #expect(dialog(walk)?.decisions == [])
  }

  @Test func escKeepsEverythingAsADraft() throws {
    var walk = try asked()
    walk.send(.dialogDrawn)
    walk.press(.escape, .escape)
    #expect(walk.state.form == nil)
    #expect(
      walk.state.drafts[.existing(CaseNumber(7))]?.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.saves.count == 1)
  }

  @Test func bothStandInTheFieldAndAreNotSavedUnnoticed() throws {
    var walk = try asked()
    walk.send(.dialogDrawn)
    walk.press("e")
    #expect(walk.state.form?.texts.findings == Self.both)
    #expect(walk.state.drafts[.existing(CaseNumber(7))]?.texts.findings == Self.both)
    walk.press(.control("s"))
    #expect(walk.saves.count == 1)
    #expect(walk.state.form?.problems[.findings]?.hasPrefix("Both sides of a conflict") == true)
    // The first line is under the cursor; one text goes, and so do the lines of signs.
    for _ in 0..<3 { walk.press(.control("k"), .delete) }
    walk.press(.controlEnd, .backspace, .control("u"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.\n")
    walk.press(.control("s"))
    #expect(walk.saves.last?.draft.texts.findings == "Seen on Friday.\nMore.\n")
    #expect(walk.saves.last?.draft.base.findings == "Kim's own words.")
  }

  @Test func eachFieldIsSeenBeforeItIsDecided() throws {
    var walk = try asked(name: "Kim's name")
    walk.send(.dialogDrawn)
    walk.press("e")
    #expect(dialog(walk)?.field == .name, "a name of one line is not merged")
    #expect(walk.state.notice?.text.hasPrefix("One line") == true)
    walk.press("t", "m")
    #expect(dialog(walk)?.field == .findings, "typed before it was drawn")
    walk.send(.dialogDrawn)
    walk.press("m")
    #expect(walk.state.form?.texts.name == "Kim's name")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
  }

  @Test func aNarrowScreenShowsOneTextAtATime() throws {
    var walk = try asked(80, 24)
    walk.send(.dialogDrawn)
    #expect(dialog(walk)?.shown == 1)
    walk.press(.tab)
    #expect(dialog(walk)?.shown == 2)
    walk.press(.tab, .tab, .backTab)
    #expect(dialog(walk)?.shown == 0)
    walk.send(.terminal(.resized(Size(width: 120, height: 40)), at: Walk.now))
    walk.press(.tab)
    #expect(dialog(walk)?.shown == 0)
    #expect(dialog(walk)?.panes.map(\.title) == ["Started from", "Theirs", "Mine"])
  }

  @Test func theWordsThatDifferAreMarked() throws {
    let walk = try asked()
    #expect(
      dialog(walk)?.panes.map(\.lines) == [
        [SheetLine(.removed([2..<16]), "- Seen on Friday.")],
        [SheetLine(.added([2..<17]), "+ Kim's own words.")],
        [SheetLine(.text, "  Seen on Friday."), SheetLine(.added([2..<7]), "+ More.")],
      ])
  }
}
