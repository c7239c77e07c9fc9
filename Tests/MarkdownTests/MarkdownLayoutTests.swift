import Markdown
import TerminalModel
import Testing

@Suite struct MarkdownLayoutTests {
  private func lines(_ text: String, width: Int) throws -> [String] {
    MarkdownLayout.lines(try #require(MarkdownText.blocks(text)), width: width).map(\.text)
  }

  @Test func alignsTables() throws {
    let text = "| host | bytes | note |\n|---|--:|:-:|\n| 中文 | 12 | x |\n| b | 1,234 | |"
    #expect(
      try lines(text, width: 40) == [
        "host │ bytes │ note", "─────┼───────┼─────", "中文 │    12 │  x  ", "b    │ 1,234 │     ",
      ])
  }

  @Test func breaksCellsToFit() throws {
    let text = "| id | words |\n|---|---|\n| 1 | several words that are long |"
    #expect(
      try lines(text, width: 17) == [
        "id │ words       ", "───┼─────────────", "1  │ several     ", "   │ words that  ",
        "   │ are long    ",
      ])
  }

  @Test func writesATableWithoutRoomAsLines() throws {
    let text = "| a | b | c |\n|---|---|---|\n| 11111111 | 2 | 3 |"
    #expect(try lines(text, width: 10) == ["a │ b │ c", "11111111 │", "2 │ 3"])
  }

  @Test func keepsPrefixesOnBrokenLines() throws {
    #expect(
      try lines("> - one two three", width: 11) == ["│ • one two", "│   three"])
  }

  /// A combining mark at the start of a run belongs to the character before it.
  @Test func keepsMarksWithTheirBase() throws {
    #expect(try lines("e*\u{301}x*", width: 10) == ["e\u{301}x"])
  }

  @Test(arguments: [2, 5, 12, 33, 80])
  func fitsEveryWidth(width: Int) throws {
    let text = """
      # 标题 of a report

      > - [x] **done** with [words](http://very-long-address.example.test/path)
      >   1. `code that is long`

      | 主机 | value |
      |---|---|
      | 中文字符 | a rather long value |
      """
    let widths = try lines(text, width: width).map { CellText.width(of: $0) }
    #expect(widths.allSatisfy { $0 <= width }, "\(widths)")
  }
}
