import TerminalModel
import Testing

@testable import Workbench

@Suite struct TextLayoutTests {
  private func rows(_ text: String, _ width: Int) -> [String] {
    let layout = TextEditor(text, isMultiline: true).layout(width: width)
    return layout.rows(0..<layout.rowCount).map(\.text)
  }

  @Test(arguments: [
    ("", 10, [""]),
    ("\n", 10, ["", ""]),
    ("one\r\ntwo\rthree\n", 10, ["one", "two", "three", ""]),
    // The last column is the cursor's and the blank's.
    ("123456789", 10, ["123456789"]),
    ("1234567890", 10, ["123456789", "0"]),
    ("123456789 x", 10, ["123456789 ", "x"]),
    ("123456789 ", 10, ["123456789 ", ""]),
    ("123456789  x", 10, ["123456789 ", " x"]),
    ("one two three four", 10, ["one two ", "three ", "four"]),
    ("a longestwordofall b", 10, ["a ", "longestwo", "rdofall b"]),
    ("ab", 1, ["a", "b"]),
    ("中文中文中文", 10, ["中文中文", "中文"]),
    ("ab 中文中文", 10, ["ab 中文中", "文"]),
    ("中", 1, ["中", ""]),
  ])
  func wrapsBetweenWords(text: String, width: Int, expected: [String]) {
    #expect(rows(text, width) == expected)
  }

  @Test func theCursorStandsWhereTheNextCharacterGoes() {
    var editor = TextEditor("", isMultiline: true)
    var places: [Position] = []
    for character in "abcd ef中" {
      _ = editor.handle(.character(character), width: 5)
      places.append(editor.layout(width: 5).cursor)
    }
    let expected = [(0, 1), (0, 2), (0, 3), (0, 4), (1, 0), (1, 1), (1, 2), (1, 4)]
    #expect(places == expected.map { Position(row: $0.0, column: $0.1) })
  }

  @Test func aWindowHoldsTheRowsOfTheWhole() {
    let text = (0..<40).map { String(repeating: "word ", count: $0 % 7) }.joined(separator: "\n")
    let layout = TextEditor(text, isMultiline: true).layout(width: 12)
    let all = layout.rows(0..<layout.rowCount)
    #expect(all.count == layout.rowCount)
    for top in 0..<layout.rowCount {
      #expect(layout.rows(top..<top + 5) == Array(all[top...].prefix(5)))
    }
    #expect(layout.rows(layout.rowCount..<layout.rowCount + 5) == [])
  }

  @Test func theWindowFollowsTheCursorAsLittleAsItCan() {
    var editor = TextEditor((0..<20).map(String.init).joined(separator: "\n"), isMultiline: true)
    var top = 0
    var tops: [Int] = []
    for key in [Key.pageDown, .pageDown, .up, .pageUp, .controlEnd, .controlHome] {
      _ = editor.handle(key, width: 10, pageRows: 6)
      top = editor.layout(width: 10).top(keeping: top, height: 6)
      tops.append(top)
    }
    #expect(tops == [1, 7, 7, 5, 14, 0])
    #expect(editor.layout(width: 10).top(keeping: 99, height: 50) == 0)
  }

  @Test func aFieldScrollsToItsCursor() {
    var editor = TextEditor("abcdefghij", isMultiline: false)
    let atEnd = editor.layout(width: 6)
    #expect(atEnd.rows(0..<1) == [TextRow(text: "ghij", isCutLeft: true)])
    #expect(atEnd.cursor == Position(row: 0, column: 4))
    _ = editor.handle(.home, width: 6)
    let atStart = editor.layout(width: 6)
    #expect(atStart.rows(0..<1) == [TextRow(text: "abcdef", isCutRight: true)])
    #expect(atStart.cursor == Position(row: 0, column: 0))
    #expect(atStart.rowCount == 1)
  }

  @Test func aWideCharacterCutByTheEdgeLeavesBlanks() {
    let layout = TextEditor("中中中中", isMultiline: false).layout(width: 6)
    #expect(layout.rows(0..<1) == [TextRow(text: " 中中", isCutLeft: true)])
    #expect(layout.cursor == Position(row: 0, column: 5))
  }
}
