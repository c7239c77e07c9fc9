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
    "- ", "* ", "9. ", "> ", "- [x] ", "  ", "10) ", "\n\n",
  ]

  /// 100,000 edits and movements, half of them in a field of one line.
  @Test(arguments: [true, false], 1...4 as ClosedRange<UInt64>)
  func agreesWithThePlainEditor(isMultiline: Bool, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let first = (0..<40).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    var editor = TextEditor(first, isMultiline: isMultiline)
    var plain = PlainEditor(text: first, isMultiline: isMultiline)
    editor.moveToStart()
    for count in 1...12_500 {
      step(&editor, &plain, &random)
      try #require(editor.text.utf8.elementsEqual(plain.text.utf8), "text at \(count)")
      try #require(editor.cursor == plain.cursor, "cursor at \(count)")
      try #require(editor.selection == plain.selection, "selection at \(count)")
      try #require(plain.boundaries.contains(editor.cursor))
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
    switch Int.random(in: 0..<36, using: &random) {
    case 0...2:
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      editor.insert(piece)
      plain.replace(plain.place, with: taken(piece))
    case 3...5:
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      for character in piece {
        press(.character(character))
        plain.replace(plain.place, with: taken(String(character)))
      }
    case 6...10:
      press(.backspace)
      plain.replace(plain.selection ?? plain.before..<plain.cursor, with: "")
    case 11...12:
      press(.delete)
      plain.replace(plain.selection ?? plain.cursor..<plain.after, with: "")
    case 13...22:
      let selects = Bool.random(using: &random)
      let (key, byte) = movement(plain, selects, &random)
      press(key)
      plain.move(to: byte ?? editor.cursor, selects: selects)
    case 23:
      press(.control("u"))
      plain.replace(plain.lineStart..<plain.cursor, with: "")
    case 24:
      let end = plain.lineEnd > plain.cursor ? plain.lineEnd : plain.after
      press(.control("k"))
      plain.replace(plain.cursor..<end, with: "")
    case 25:
      let deleted = editor.clippings.deletions.last
      press(.control("y"))
      if let deleted { plain.replace(plain.place, with: taken(deleted)) }
    case 26:
      editor.copySelection()
      plain.copied = plain.selection.map(plain.part) ?? plain.copied
    case 27:
      editor.cutSelection()
      if let selection = plain.selection {
        plain.copied = plain.part(selection)
        plain.replace(selection, with: "")
      }
    case 28:
      editor.pasteCopied()
      if !plain.copied.isEmpty { plain.replace(plain.place, with: taken(plain.copied)) }
    case 29 where Int.random(in: 0..<4, using: &random) == 0:
      editor.selectAll()
      plain.cursor = 0
      plain.move(to: plain.text.utf8.count, selects: true)
      plain.anchor = 0
    case 30...31 where plain.isMultiline:
      press(.enter)
      plain.pressEnter()
    case 32:
      replaceAll(&editor, &plain, &random)
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
      if undone > 0 { plain.move(to: editor.cursor) }
    }
  }

  /// A key that moves, and where the plain editor says that it leads; nil where only the rows do.
  private func movement(
    _ plain: PlainEditor, _ selects: Bool, _ random: inout SeededRandom
  ) -> (Key, Int?) {
    let ends = selects ? nil : plain.selection
    var moves: [(Key, Int?)] = [
      (.left, ends?.lowerBound ?? plain.before), (.right, ends?.upperBound ?? plain.after),
      (.controlLeft, plain.wordLeft), (.controlRight, plain.wordRight),
      (.home, plain.lineStart), (.end, plain.lineEnd), (.controlHome, 0),
      (.controlEnd, plain.text.utf8.count),
    ]
    if plain.isMultiline {
      moves += [
        (.controlUp, plain.paragraphBefore), (.controlDown, plain.paragraphAfter), (.up, nil),
        (.down, nil), (.pageUp, nil), (.pageDown, nil),
      ]
    }
    let (key, byte) = moves.randomElement(using: &random) ?? (.left, plain.before)
    guard selects else { return (key, byte) }
    return (TextEditor.selecting.first { $0.value == key }?.key ?? key, byte)
  }

  /// Replaces all places of a piece.
  private func replaceAll(
    _ editor: inout TextEditor, _ plain: inout PlainEditor, _ random: inout SeededRandom
  ) {
    let wanted = ["a", "b", "w", "中", "E\u{301}", "🙂", "wo"].randomElement(using: &random) ?? "a"
    let new = ["", "B", "文", "\u{301}"].randomElement(using: &random) ?? ""
    let hits = editor.ranges(of: wanted, isExact: false)
    editor.replace(hits, with: new)
    guard let first = hits.first, let last = hits.last else { return }
    let parts = plain.part(first.lowerBound..<last.upperBound)
      .replacing(wanted, with: new, isExact: false)
    plain.replace(first.lowerBound..<last.upperBound, with: parts)
  }

  /// The rows hold the whole text, and what is kept beside it is what a new editor counts.
  private func checkLayout(_ editor: TextEditor, width: Int) throws {
    let layout = editor.layout(width: width)
    let rows = layout.rows(0..<layout.rowCount)
    var new = TextEditor(editor.text, isMultiline: true)
    new.move(to: editor.cursor)
    if let anchor = editor.anchor { new.select(from: anchor) }
    let fresh = new.layout(width: width)
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
