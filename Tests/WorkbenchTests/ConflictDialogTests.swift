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

  @Test func twoTextsStandSideBySideOnANarrowScreenAndTabTurns() throws {
    var walk = try asked(80, 24)
    walk.send(.dialogDrawn)
    #expect(titles(walk) == ["Theirs", "Mine"])
    walk.press(.tab)
    #expect(titles(walk) == ["Started from", "Theirs"])
    walk.press(.tab, .tab, .backTab)
    #expect(titles(walk) == ["Started from", "Mine"])
    #expect(dialog(walk)?.hiddenTitle == "Theirs")
    walk.send(.terminal(.resized(Size(width: 120, height: 40)), at: Walk.now))
    walk.press(.tab)
    #expect(titles(walk) == ["Started from", "Theirs", "Mine"])
    walk.send(.terminal(.resized(Size(width: 60, height: 20)), at: Walk.now))
    #expect(
      dialog(walk)?.panes.first?.lines.map(\.text) == [
        "Started from", "- Seen on Friday.", "t Theirs, by kim@example.com", "+ Kim's own words.",
        "m Mine", "  Seen on Friday.", "+ More.",
      ])
  }

  @Test func everyFieldOpensOnTheSameTexts() throws {
    var walk = try asked(80, 24, name: "Kim's name")
    walk.send(.dialogDrawn)
    // A line has room for all three, one below the other.
    #expect(
      dialog(walk)?.panes.map(\.title) == [nil]
        && dialog(walk)?.panes.first?.lines.map(\.text) == [
          "Started from", "- Case 7", "t Theirs, by kim@example.com", "+ Kim's name", "m Mine",
          "+ Case 7!",
        ])
    walk.press("m")
    walk.send(.dialogDrawn)
    #expect(titles(walk) == ["Theirs", "Mine"])
  }

  @Test func theWordsThatDifferAreMarked() throws {
    let walk = try asked()
    #expect(
      dialog(walk)?.panes.map(\.lines) == [
        [SheetLine(.removed([2..<16]), "- Seen on Friday."), SheetLine(.text, "")],
        [SheetLine(.added([2..<17]), "+ Kim's own words."), SheetLine(.text, "")],
        [SheetLine(.text, "  Seen on Friday."), SheetLine(.added([2..<7]), "+ More.")],
      ])
  }

  /// The difference stood below the fold of a long text.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func theFirstDifferenceStandsAtTheTop(size: Size) throws {
    let text = (1...300).map { "Line \($0)." }.joined(separator: "\n")
    var walk = Walk.withCases(7, size.width, size.height)
    walk.send(.caseArrived(Sample.whole(7, findings: text)))
    walk.press("e", .controlEnd)
    walk.type(" Mine.")
    walk.press(.control("s"))
    let latest = Sample.whole(7, findings: text.replacing("Line 300.", with: "Line 300, by Kim."))
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: latest, [.findings]))))
    let lines = try #require(dialog(walk)).panes.suffix(2).map { $0.lines.map(\.text) }
    #expect(
      lines == [
        ["  ⋯", "  Line 299.", "+ Line 300, by Kim."], ["  ⋯", "  Line 299.", "+ Line 300. Mine."],
      ])
  }

  /// Long lines around a difference pushed the next one out of sight.
  @Test func aLongLineNearADifferenceIsCut() throws {
    let long = (1...60).map { "word\($0)" }.joined(separator: " ")
    var walk = Walk.withCases(7, 80, 24)
    walk.send(.caseArrived(Sample.whole(7, findings: "a\n\(long)\nb\nc\n\(long)\nd")))
    walk.press("e", .controlEnd, "!")
    walk.press(.control("s"))
    let latest = Sample.whole(7, findings: "a\n\(long)\nB\nc\n\(long)\nD")
    walk.send(
      .saveEnded(try #require(walk.saves.first), .change(.conflict(latest: latest, [.findings]))))
    #expect(
      dialog(walk)?.panes.map { $0.lines.map(\.text) } == [
        [
          "  ⋯", "  word55 word56 word57 word58", "  word59 word60", "+ B", "  c",
          "  ⋯", "  word55 word56 word57 word58", "  word59 word60", "+ D",
        ],
        [
          "  ⋯", "  word55 word56 word57 word58", "  word59 word60", "  b", "  c",
          "  ⋯", "  word55 word56 word57 word58", "  word59 word60", "+ d!",
        ],
      ])
  }

  /// The signs that were left over had to be looked for in a long text.
  @Test func aSaveThatIsRefusedForSignsPutsTheCursorThere() throws {
    var walk = try asked()
    walk.send(.dialogDrawn)
    walk.press("e", .controlEnd, .control("s"), .control("k"))
    #expect(walk.state.form?.texts.findings.hasPrefix("\nKim's own words.") == true)
    walk.press(.delete, .controlEnd, .control("s"), .control("k"), .delete)
    #expect(
      walk.state.form?.texts.findings
        == "Kim's own words.\nSeen on Friday.\nMore.\n>>>>>>> both end here\n")
  }

  /// What was asked by a save that was sent while one typed on is asked about what stands there
  /// now.
  @Test func whatWasTypedSinceTheSaveIsInTheQuestion() throws {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    walk.press(.control("s"))
    walk.type(" Later.")
    walk.send(
      .saveEnded(
        try #require(walk.saves.first),
        .change(
          .conflict(latest: Sample.whole(7, findings: "Kim's own words."), [.findings]))))
    #expect(dialog(walk)?.panes.last?.lines.last?.text == "+ More. Later.")
  }

  private func titles(_ walk: Walk) -> [String?]? { dialog(walk)?.panes.map(\.title) }
}
