import Markdown
import Testing
import TestSupport

@Suite struct MarkdownTextTests {
  private func shown(_ text: String, width: Int = 40) -> [String]? {
    MarkdownText.blocks(text).map { MarkdownLayout.lines($0, width: width).map(\.text) }
  }

  @Test(arguments: [
    ("# Title\n\nwords", ["Title", "", "words"]),
    ("Title\n===\nwords", ["Title", "words"]),
    ("one\ntwo", ["one", "two"]),
    (
      "- one\n- two\n  - deep\n- [x] done\n- [ ] open",
      ["• one", "• two", "  • deep", "• [x] done", "• [ ] open"]
    ),
    ("3. three\n4. four", ["3. three", "4. four"]),
    ("-\n- full", ["• ", "• full"]),
    ("> quoted\n> > twice", ["│ quoted", "│ │ twice"]),
    ("~~~sh\nrm -rf /\n~~~", ["  ‹sh›", "  rm -rf /"]),
    ("`code` and ~~gone~~", ["code and ~~gone~~"]),
    ("***", [String(repeating: "─", count: 40)]),
    ("<b>raw</b> <!-- remark -->", ["<b>raw</b> <!-- remark -->"]),
    ("<div onclick=x>\n</div>", ["<div onclick=x>", "</div>"]),
  ])
  func rendersEachForm(text: String, lines: [String]) {
    #expect(shown(text) == lines)
  }

  /// An address is part of the evidence: it is seen wherever it differs from the words.
  @Test(arguments: [
    ("[bank](http://evil.test)", ["bank <http://evil.test>"]),
    ("[http://good.test](http://evil.test)", ["http://good.test <http://evil.test>"]),
    ("http://same.test", ["http://same.test"]),
    ("kim@example.com", ["kim@example.com"]),
    ("[kim@example.com](mailto:eve@example.com)", ["kim@example.com <mailto:eve@example.com>"]),
    ("www.same.test", ["www.same.test <http://www.same.test>"]),
    ("![cat](http://track.test/1.gif)", ["image: cat <http://track.test/1.gif>"]),
    ("[a](javascript:x \"told\")", ["a <javascript:x \"told\">"]),
    ("[](http://empty.test)", [" <http://empty.test>"]),
    ("[](http://a.test)[](http://b.test)", [" <http://a.test> <http://b.test>"]),
  ])
  func showsWhereLinksLead(text: String, lines: [String]) {
    #expect(shown(text, width: 60) == lines)
  }

  /// The format itself drops definitions of links and cells beyond the last column.
  @Test(arguments: [
    ("[x]: http://evil.test", ["[x]: http://evil.test"]),
    ("words\n\n[x]: http://evil.test\n\nmore", ["words", "", "[x]: http://evil.test", "", "more"]),
    ("[x]: http://evil.test\nwords [x]", ["[x]: http://evil.test", "words x <http://evil.test>"]),
    ("- [x]: http://evil.test", ["• ", "- [x]: http://evil.test"]),
    ("|a|\n|-|\n|b|hidden|", ["|a|", "|-|", "|b|hidden|"]),
  ])
  func dropsNothing(text: String, lines: [String]) {
    #expect(shown(text) == lines)
  }

  @Test func tellsTheLineOfTheSource() throws {
    let text = "# One\n\ntwo\nthree\n\n| a |\n|---|\n| b |\n\n- c\n- d"
    let lines = MarkdownLayout.lines(try #require(MarkdownText.blocks(text)), width: 40)
    let words = lines.filter { !$0.text.isEmpty }.map { "\($0.source) \($0.text)" }
    #expect(
      words == ["1 One", "3 two", "4 three", "6 a", "7 ─", "8 b", "10 • c", "11 • d"])
  }

  @Test func marksWhatARunIs() throws {
    let blocks = try #require(MarkdownText.blocks("# a *b* **c** `d`"))
    #expect(
      blocks.map(\.content) == [
        .flow([
          MarkdownRun("a ", [.heading, .title]),
          MarkdownRun("b", [.heading, .title, .emphasis]),
          MarkdownRun(" ", [.heading, .title]),
          MarkdownRun("c", [.heading, .title, .strong]),
          MarkdownRun(" ", [.heading, .title]),
          MarkdownRun("d", [.heading, .title, .code]),
        ])
      ])
  }

  /// Each bomb is as long as findings may be; what is too dear is refused, not read.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "> ", "- ", "[", "*a **b ", "~~a ", "`", "<!--", "[^1]", "![", "|", "\\", "&#0;", "* * ",
    ])
  func survivesRepetition(unit: String) {
    let text = String(repeating: unit, count: 30_000 / unit.count)
    let clock = ContinuousClock()
    let plain = String(repeating: "plain words of text\n", count: 1_500)
    let usual = clock.measure { _ = shown(plain, width: 80) }
    let took = clock.measure { _ = shown(text, width: 80) }
    // Ordinary text of the same length is the measure, so that a slow machine does not matter.
    #expect(took < usual * 40 + .milliseconds(50), "\(took) against \(usual)")
  }

  @Test func refusesTheReferenceBomb() {
    let bomb =
      "[a]: " + String(repeating: "u", count: 50_000) + "\n\n"
      + String(repeating: "[a] ", count: 15_000)
    #expect(MarkdownText.blocks(bomb) == nil)
    #expect(MarkdownText.blocks(String(repeating: "x", count: 120_001)) == nil)
  }

  @Test func readsATableBombAsText() throws {
    let columns = 2_000
    let bomb =
      String(repeating: "|x", count: columns) + "|\n"
      + String(repeating: "|-", count: columns) + "|\n" + String(repeating: "|x|\n", count: 2_000)
    let blocks = try #require(MarkdownText.blocks(bomb))
    let isTable = blocks.contains { if case .table = $0.content { true } else { false } }
    #expect((blocks.count, isTable) == (1, false))
  }

  @Test func survivesRandomText() {
    let pieces = [
      "#", " ", "\n", "\n\n", "> ", "- ", "1. ", "*", "**", "~~", "`", "```\n", "|", "|-|\n", "[",
      "](", ")", "]: ", "<", "<a>", "http://", "\\", "&amp;", "\t", "\r", "\r\n", "\0", "\u{1B}[2J",
      "\u{202E}", "中", "e\u{301}", "\u{301}", "👨‍👩‍👧", "[x] ", "word", "---\n", "===\n", "    ",
    ]
    var random = SeededRandom(seed: 6)
    for _ in 0..<3_000 {
      let text = (0..<random.next(below: 60)).map { _ in pieces[random.next(below: pieces.count)] }
        .joined()
      for width in [1, 7, 80] {
        let lines = shown(text, width: width)
        #expect(lines != nil, "\(text.debugDescription)")
      }
    }
  }

  /// Extensions of the library switch its tables on and off; texts read at once must not mix.
  @Test func readsManyAtOnce() async throws {
    let text = "~~gone~~ and\n\n| a |\n|---|\n| b |"
    let alone = MarkdownText.blocks(text)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<200).count { _ in MarkdownText.blocks(text) != alone } }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
