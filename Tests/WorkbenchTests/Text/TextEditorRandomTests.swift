import TerminalModel
import TestSupport
import Testing

@testable import Workbench

@Suite struct TextEditorRandomTests {
  /// Pieces that join and part in every awkward way.
  private static let pieces: [String] = [
    "a", "b", " ", " ", "word", "\n", "\n", "\r", "\r\n", "\t", "e\u{301}", "\u{301}", "\u{200D}",
    "中", "文字", "🙂", "👩", "👩\u{200D}👩\u{200D}👧", "🇩", "🇪", "🇫🇷", "\u{1F3FD}", "한", "\u{1112}",
    "\u{1161}", "\u{11AB}", "ไทย", "שלום", "\u{FE0F}", "⚠", "\u{1B}", "\u{0}", "\u{2028}", "_9.",
  ]

  @Test(arguments: [true, false], 1...4 as ClosedRange<UInt64>)
  func agreesWithThePlainEditor(isMultiline: Bool, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let first = (0..<40).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    var editor = TextEditor(first, isMultiline: isMultiline)
    var plain = PlainEditor(text: first, isMultiline: isMultiline)
    editor.moveToStart()
    for count in 1...4_000 {
      step(&editor, &plain, &random)
      try #require(editor.text.utf8.elementsEqual(plain.text.utf8), "text at \(count)")
      try #require(editor.cursor == plain.cursor, "cursor at \(count)")
      try #require(editor.scalarCount == plain.text.unicodeScalars.count, "count at \(count)")
      if isMultiline, count.isMultiple(of: 100) {
        try checkLayout(editor, width: [7, 20, 33][count / 100 % 3])
      }
    }
    let last = editor.text
    while editor.canUndo { editor.undo() }
    #expect(Array(editor.text.utf8) == Array(first.utf8))
    while editor.canRedo { editor.redo() }
    #expect(Array(editor.text.utf8) == Array(last.utf8))
  }

  /// Does one random thing to both editors.
  private func step(
    _ editor: inout TextEditor, _ plain: inout PlainEditor, _ random: inout SeededRandom
  ) {
    let width = 20
    // A field of one line makes blanks of line breaks.
    func taken(_ text: String) -> String {
      plain.isMultiline ? text : TextEditor.flattened(text)
    }
    func press(_ key: Key) {
      let handled = editor.handle(key, width: width)
      #expect(handled, "\(key)")
    }
    switch Int.random(in: 0..<24, using: &random) {
    case 0...2:
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      editor.insert(piece)
      plain.replace(plain.cursor..<plain.cursor, with: taken(piece))
    case 3...5:
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      for character in piece {
        press(.character(character))
        plain.replace(plain.cursor..<plain.cursor, with: taken(String(character)))
      }
    case 6...10:
      press(.backspace)
      plain.replace(plain.before..<plain.cursor, with: "")
    case 11...12:
      press(.delete)
      plain.replace(plain.cursor..<plain.after, with: "")
    case 13:
      press(.left)
      plain.cursor = plain.before
    case 14:
      press(.right)
      plain.cursor = plain.after
    case 15:
      press(.controlLeft)
      plain.cursor = plain.wordLeft
    case 16:
      press(.controlRight)
      plain.cursor = plain.wordRight
    case 17:
      press(.home)
      plain.cursor = plain.lineStart
    case 18:
      press(.end)
      plain.cursor = plain.lineEnd
    case 19:
      press(.control("u"))
      plain.replace(plain.lineStart..<plain.cursor, with: "")
    case 20:
      let end = plain.lineEnd > plain.cursor ? plain.lineEnd : plain.after
      press(.control("k"))
      plain.replace(plain.cursor..<end, with: "")
    case 21:
      let killed = editor.killed
      press(.control("y"))
      plain.replace(plain.cursor..<plain.cursor, with: taken(killed))
    case 22 where plain.isMultiline:
      // Where movement by rows ends is tested elsewhere; here it must end on a boundary.
      press([Key.up, .down, .pageUp, .pageDown].randomElement(using: &random) ?? .up)
      #expect(plain.boundaries.contains(editor.cursor))
      plain.cursor = editor.cursor
    default:
      let cursor = editor.cursor
      let text = editor.text
      let count = Int.random(in: 1...5, using: &random)
      let undone = (0..<count).filter { _ in
        defer { editor.undo() }
        return editor.canUndo
      }.count
      for _ in 0..<undone { editor.redo() }
      #expect(editor.text.utf8.elementsEqual(text.utf8))
      #expect(undone > 0 || editor.cursor == cursor)
      plain.cursor = editor.cursor
    }
  }

  /// The rows hold the whole text, and what is kept beside it is what a new editor counts.
  private func checkLayout(_ editor: TextEditor, width: Int) throws {
    let layout = editor.layout(width: width)
    let rows = layout.rows(0..<layout.rowCount)
    let fresh = TextEditor(editor.text, isMultiline: true).layout(width: width)
    try #require(rows == fresh.rows(0..<fresh.rowCount))
    var lines: [String] = []
    for row in rows {
      if row.isContinuation { lines[lines.count - 1] += row.text } else { lines.append(row.text) }
    }
    let wanted = TextLine.split(editor.text).map(\.content)
    try #require(lines.map { Array($0.utf8) } == wanted.map { Array($0.utf8) })
    try #require((0..<layout.rowCount).contains(layout.cursor.row))
    try #require((0..<width).contains(layout.cursor.column))
  }
}
