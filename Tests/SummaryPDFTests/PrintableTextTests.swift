import Testing

@testable import SummaryPDF

@Suite struct PrintableTextTests {
  @Test func cutsLongLines() {
    let text = PrintableText(String(repeating: "x", count: 4_500))
    #expect(text.pieces.map(\.count) == [2_000, 2_000, 500])
    #expect(text.leftOut == 0)
  }

  @Test func keepsEightMarks() {
    let text = PrintableText("a" + String(repeating: "\u{301}", count: 20) + "b")
    #expect(text.pieces == ["a" + String(repeating: "\u{301}", count: 8) + "b"])
    #expect(text.leftOut == 12)
  }

  @Test func cutsBehindTheMarksOfALetter() {
    let text = PrintableText(String(repeating: "x", count: 2_000) + "\u{301}y")
    #expect(text.pieces.map { $0.unicodeScalars.count } == [2_001, 1])
  }

  @Test func replacesControls() {
    let text = PrintableText("a\u{1B}[2J\tb\u{9B}")
    #expect(text.pieces == ["a\u{FFFD}[2J\tb\u{FFFD}"])
    #expect(text.leftOut == 2)
  }
}
