import CaseWire
import CasesAPI
import Threads
import Markdown
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// Rendered Markdown beside the text that is written, or in its place.
@Suite struct PreviewTests {
  private static let findings = "# One\n\nTwo *words*\n\n- three\n- four"

  /// The form of case 7 on a screen of some width.
  private func form(_ width: Int = 120, _ height: Int = 40, findings: String = findings) -> Walk {
    var walk = Walk.withCases(7, width, height)
    walk.send(.caseArrived(Sample.whole(7, findings: findings)))
    walk.press("e")
    return walk
  }

  /// The texts that were ordered to be rendered.
  private func orders(_ walk: Walk) -> [(text: String, width: Int, version: Int, rest: Int)] {
    walk.all.compactMap {
      guard case .run(.renderPreview(let text, let width, let version, let rest), .preview) = $0
      else { return nil }
      return (text, width, version, rest)
    }
  }

  /// Answers the last order.
  private func answer(_ walk: inout Walk) {
    guard let order = orders(walk).last else { return }
    walk.send(
      .previewRendered(RenderedText(order.text, width: order.width, version: order.version)))
  }

  private func shown(_ walk: Walk) -> [String]? { walk.state.preview.shown?.lines?.map(\.text) }

  @Test(arguments: [
    // Without a key, only where the form has room as it is.
    (200, 0, "list 90, form 54, preview 54"), (120, 0, "list 55, form 64"), (80, 0, "form 80"),
    // On a key, the form takes the whole screen where that makes room; else the preview its place.
    (200, 1, "list 90, form 109"), (120, 1, "form 60, preview 59"), (80, 1, "instead 80"),
    (200, 2, "list 90, form 54, preview 54"), (120, 2, "list 55, form 64"), (80, 2, "form 80"),
    (99, 1, "instead 99"), (100, 1, "form 50, preview 49"), (40, 1, "instead 40"),
  ])
  func itStandsWhereThereIsRoom(width: Int, presses: Int, expected: String) {
    var walk = form(width)
    for _ in 0..<presses { walk.press(.control("r")) }
    let layout = walk.state.layout
    let isInstead = walk.state.preview.isInstead
    let parts = [
      layout.cases.map { "list \($0.width)" },
      isInstead ? nil : layout.detail.map { "form \($0.width)" },
      walk.state.previewPane.map { "\(isInstead ? "instead" : "preview") \($0.width)" },
    ]
    #expect(parts.compactMap(\.self).joined(separator: ", ") == expected)
  }

  /// The key itself changes nothing but the text; the rendering is ordered, and comes later.
  @Test func aKeyNeverWaitsForTheRendering() {
    var walk = form()
    #expect(orders(walk).isEmpty, "what nobody sees is not rendered")
    walk.press(.control("r"))
    #expect(orders(walk).map(\.rest) == [0])
    #expect(orders(walk).last?.text == Self.findings)
    #expect(shown(walk) == nil)
    answer(&walk)
    let before = ["One", "", "Two words", "", "• three", "• four"]
    #expect(shown(walk) == before)
    #expect(!walk.state.isPreviewBehind)
    walk.type("!")
    #expect(orders(walk).map(\.rest) == [0, 120])
    #expect(shown(walk) == before && walk.state.isPreviewBehind)
    answer(&walk)
    #expect(shown(walk)?.last == "• four!")
    #expect(!walk.state.isPreviewBehind)
  }

  /// There is news while one types on: one rendering ends before the next one begins.
  @Test func oneRenderingAtATime() {
    var walk = form()
    walk.press(.control("r"))
    answer(&walk)
    walk.type("abc")
    #expect(orders(walk).map(\.version) == [1, 2])
    answer(&walk)
    #expect(shown(walk)?.last == "• foura" && walk.state.isPreviewBehind)
    #expect(orders(walk).map(\.version) == [1, 2, 3])
    #expect(orders(walk).last?.text.hasSuffix("fourabc") == true)
    answer(&walk)
    #expect(shown(walk)?.last == "• fourabc" && !walk.state.isPreviewBehind)
    walk.press(.left)
    #expect(orders(walk).count == 3, "the same text is not rendered again")
  }

  @Test func lateAnswersAreDropped() {
    var walk = form()
    walk.press(.control("r"))
    answer(&walk)
    walk.type("a")
    let late = orders(walk).last?.version ?? 0
    // Another width: what was ordered for the old one is of no use.
    walk.send(.terminal(.resized(Size(width: 140, height: 40)), at: Walk.now))
    #expect(orders(walk).last?.version == late + 1)
    walk.send(.previewRendered(RenderedText("late", width: 50, version: late)))
    #expect(shown(walk)?.last == "• four")
    answer(&walk)
    #expect(shown(walk)?.last == "• foura")
    // The form is left: nothing is awaited any more.
    walk.type("b")
    walk.press(.escape)
    #expect(walk.all.contains(.cancel(.preview)))
    answer(&walk)
    #expect(walk.state.preview.shown == nil)
  }

  @Test func itShowsTheFieldThatIsWritten() {
    var walk = form()
    walk.press(.control("r"), .backTab)
    #expect(walk.state.previewedField == .description)
    answer(&walk)
    #expect(shown(walk) == ["About 7"])
    walk.press(.backTab)
    #expect(walk.state.previewedField == .findings)
    #expect(shown(walk) == nil, "one field never stands under the name of another one")
    answer(&walk)
    #expect(shown(walk)?.first == "One")
  }

  @Test func itFollowsTheLineOfTheCursor() {
    let text = (1...200).map { "- line \($0)" }.joined(separator: "\n")
    var walk = form(findings: text)
    walk.press(.control("r"))
    answer(&walk)
    let height = walk.state.previewBody?.height ?? 0
    #expect(walk.state.previewRows == 199..<200)
    #expect(walk.state.preview.top == 200 - height)
    for _ in 0..<150 { walk.press(.up) }
    #expect(walk.state.previewRows == 49..<50)
    #expect(walk.state.preview.top == 49)
    walk.press(.down)
    #expect(walk.state.preview.top == 49, "it scrolls as little as it takes")
  }

  /// All rows of a long line of the text are the cursor's; behind the last line it is the last one.
  @Test(arguments: [(1, 0..<2), (2, 2..<3), (3, 3..<4), (4, 4..<5), (9, 4..<5)])
  func aLineIsFoundInItsRows(line: Int, rows: Range<Int>) {
    let text = RenderedText("one two three\n\nfour\n[a]: b", width: 9, version: 1)
    #expect(text.rows(of: line) == rows)
  }

  @Test func inPlaceOfTheFormItIsRead() {
    let text = (1...200).map { "- line \($0)" }.joined(separator: "\n")
    var walk = form(80, 24, findings: text)
    walk.press(.control("r"))
    answer(&walk)
    let end = walk.state.preview.top
    #expect(end > 150)
    walk.press(.up)
    #expect(walk.state.preview.top == end - 1)
    walk.press(.home)
    #expect(walk.state.preview.top == 0)
    walk.press(.down, .pageDown)
    #expect(walk.state.preview.top == walk.state.previewBody?.height)
    walk.press(.end, .down)
    #expect(walk.state.preview.top == end)
    #expect(walk.state.form?.texts.findings == text)
    // Esc goes one step back: to the text, not out of it.
    walk.press(.escape)
    #expect(walk.state.previewPane == nil && walk.state.form != nil)
  }

  /// Nobody types without seeing what.
  @Test(arguments: [false, true])
  func whoeverWritesSeesTheText(isPaste: Bool) {
    var walk = form(80, 24)
    walk.press(.control("r"))
    if isPaste {
      walk.send(.terminal(.paste("!"), at: Walk.now))
    } else {
      walk.type("!")
    }
    #expect(walk.state.previewPane == nil)
    #expect(walk.state.form?.texts.findings == Self.findings + "!")
  }

  /// A key that takes words away did so where nobody saw which.
  @Test(
    arguments: [.backspace, .control("w"), .control("u"), .control("x"), .control("_")] as [Key])
  func whoeverTakesSomethingAwaySeesTheTextFirst(key: Key) {
    var walk = form(80, 24)
    walk.type(" more")
    if key == .control("x") { walk.press(.shiftControlLeft) }
    walk.press(.control("r"))
    let before = walk.state.form?.texts.findings
    walk.press(key)
    #expect(walk.state.previewPane == nil)
    #expect(walk.state.form?.texts.findings == before)
    #expect(walk.state.notice?.text.hasSuffix("\(key.name) once more does it") == true)
    walk.press(key)
    #expect(walk.state.form?.texts.findings != before)
  }

  /// What was selected before the preview came was replaced by the first letter.
  @Test func aLetterReplacesNothingThatIsNotSeen() {
    var walk = form(80, 24)
    walk.press(.control("g"), "a", .control("r"), "!")
    #expect(walk.state.form?.texts.findings == Self.findings + "!")
    walk.press(.control("g"), "a", .control("r"))
    walk.send(.terminal(.paste("?"), at: Walk.now))
    #expect(walk.state.form?.texts.findings == Self.findings + "!?")
  }

  @Test func theBottomLineTellsWhatALetterDoes() {
    var walk = form(80, 24)
    walk.press(.control("r"))
    #expect(walk.state.hints.contains(KeyHint("letters", "go on in the text")))
    var small = form(40, 12)
    small.press(.control("r"))
    #expect(small.state.hintRow.first == KeyHint("^R or letters", "to the text"))
  }

  @Test func aTextThatIsTooLargeIsSaidToBe() {
    #expect(
      RenderedText(String(repeating: "[a]: x\n", count: 5_000), width: 9, version: 1).lines == nil)
  }

  /// The runner rests, renders and answers under the version of its order.
  @Test func theRunnerRenders() async throws {
    let rests = Locked<[Int]>([])
    let cases = try TestCases(cases: 1)
    let client = CasesClient(over: HandlerTransport(to: cases.service), as: cases.credentials)
    let runner = WorkbenchRunner(
      api: client, drafts: nil, home: nil, clock: { Walk.now },
      rest: { rest in rests.withLock { $0.append(rest) } })
    let answers = Locked<[WorkbenchAction]>([])
    await runner.run(.renderPreview("*a* b c", width: 3, version: 9, rest: 120)) { action in
      answers.withLock { $0.append(action) }
    }
    #expect(rests.withLock { $0 } == [120])
    #expect(
      answers.withLock { $0 } == [.previewRendered(RenderedText("*a* b c", width: 3, version: 9))])
  }

  /// A key costs no rendering: with the preview on it may cost a little more, and not a parse.
  @Test func typingCostsTheSameWithThePreview() {
    let text = (1...1_000).map { "- *line* \($0) with `words` and more" }.joined(separator: "\n")
    var off = form(findings: String(text.prefix(30_000)))
    var on = off
    on.press(.control("r"))
    answer(&on)
    off.press(.left)
    on.press(.left)
    var times: (off: [Duration], on: [Duration]) = ([], [])
    for _ in 0..<15 {
      times.off.append(ContinuousClock().measure { off.press("x", "y") })
      times.on.append(ContinuousClock().measure { on.press("x", "y") })
    }
    let ratio = (times.on.min() ?? .zero) / (times.off.min() ?? .zero)
    #expect(ratio < 2, "with the preview, a key takes \(ratio) times as long")
  }
}
