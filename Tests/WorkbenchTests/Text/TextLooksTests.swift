import Markdown
import Testing

@testable import Workbench

/// The looks of the text in a box, row by row.
@Suite struct TextLooksTests {
  private func looks(_ text: String, width: Int, _ rows: Range<Int>) -> [TextLayout.Look] {
    TextEditor(text, isMultiline: true).layout(width: width).looks(rows)
  }

  @Test func looksGoOnOverBrokenRowsAndWideCharacters() {
    let text = "中 **bold words** x\n- `a`"
    // Rows: `中 **bold `, `words** x`, `- `a``.
    #expect(
      looks(text, width: 11, 0..<3) == [
        .init(row: 0, columns: 3..<10, look: .strong), .init(row: 1, columns: 0..<7, look: .strong),
        .init(row: 2, columns: 0..<2, look: .mark), .init(row: 2, columns: 2..<5, look: .code),
      ])
  }

  /// Whatever part of a text is seen looks as it does in the whole, code that began above included.
  @Test(arguments: [3, 7, 20, 60])
  func windowsLookAsTheWhole(width: Int) {
    let text = """
      # Title of *some* length
      ```sh
      echo "# no heading" *x*
      ```
      > - [x] 供应商 **asked** [twice](http://a.test)
      > ~~~
      > code in a quote
      text ~~struck~~ `code` e\u{301}*é*\ttab

      | a | b |
      ~~~
      never closed 👩‍👩‍👧
      """
    let editor = TextEditor(text, isMultiline: true)
    let layout = editor.layout(width: width)
    let whole = layout.looks(0..<layout.rowCount)
    #expect(whole.count > 20)
    for top in 0..<layout.rowCount {
      let expected = whole.filter { (top..<top + 3).contains($0.row) }
        .map { TextLayout.Look(row: $0.row - top, columns: $0.columns, look: $0.look) }
      #expect(layout.looks(top..<top + 3) == expected)
    }
  }
}
