import TerminalModel
import Testing

@testable import Workbench

/// A text with its cursor shown as `|`, and what keys make of it.
struct KeyCase: CustomTestStringConvertible {
  let keys: [Key]
  let before: String
  let after: String

  init(_ keys: [Key], _ before: String, _ after: String) {
    self.keys = keys
    self.before = before
    self.after = after
  }

  var testDescription: String { "\(keys.map(\.name)) \(before.debugDescription)" }
}

@Suite struct TextEditorTests {
  /// An editor whose text and cursor are those of a picture with `|` at the cursor.
  private func editor(_ picture: String, isMultiline: Bool = true) -> TextEditor {
    let parts = picture.unicodeScalars
      .split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let before = String(parts[0])
    var editor = TextEditor(before + String(parts[1]), isMultiline: isMultiline)
    editor.move(to: before.utf8.count)
    return editor
  }

  private func picture(_ editor: TextEditor) -> String {
    let bytes = Array(editor.text.utf8)
    return String(decoding: bytes[..<editor.cursor], as: UTF8.self) + "|"
      + String(decoding: bytes[editor.cursor...], as: UTF8.self)
  }

  static let multiline: [KeyCase] = [
    KeyCase([.character("x")], "a|b", "ax|b"),
    KeyCase([.character("\u{301}")], "e|b", "e\u{301}|b"),
    KeyCase([.character("e")], "|\u{301}b", "e\u{301}|b"),
    KeyCase([.enter], "a|b", "a\n|b"),
    KeyCase([.enter], "x\r\na|b\r\n", "x\r\na\r\n|b\r\n"),
    KeyCase([.enter], "a|b\r\n", "a\r\n|b\r\n"),
    KeyCase([.enter], "x\r|b", "x\r\r|b"),
    KeyCase([.backspace], "ab|c", "a|c"),
    KeyCase([.backspace], "|abc", "|abc"),
    KeyCase([.backspace], "a\r\n|b", "a|b"),
    KeyCase([.backspace], "ae\u{301}|b", "a|b"),
    KeyCase([.backspace], "a👩\u{200D}👩\u{200D}👧|b", "a|b"),
    KeyCase([.backspace], "a\rb|\nc", "a\r\n|c"),
    KeyCase([.delete], "a|🇩🇪b", "a|b"),
    KeyCase([.delete], "a|\nb", "a|b"),
    KeyCase([.delete], "ab|", "ab|"),
    KeyCase([.left], "a中|b", "a|中b"),
    KeyCase([.left], "a\r\n|b", "a|\r\nb"),
    KeyCase([.left], "|a", "|a"),
    KeyCase([.right], "a|e\u{301}\u{302}b", "ae\u{301}\u{302}|b"),
    KeyCase([.right], "a|\r\nb", "a\r\n|b"),
    KeyCase([.right], "a|", "a|"),
    KeyCase([.controlLeft], "one two-three|", "one two-|three"),
    KeyCase([.controlLeft], "one\n  |two", "|one\n  two"),
    KeyCase([.controlRight], "|one two", "one| two"),
    KeyCase([.controlRight], "one|\n two", "one\n two|"),
    KeyCase([.home], "x\nab|c", "x\n|abc"),
    KeyCase([.control("a")], "x\nab|c", "x\n|abc"),
    KeyCase([.end], "a|bc\r\nx", "abc|\r\nx"),
    KeyCase([.control("e")], "a|bc\rx", "abc|\rx"),
    KeyCase([.controlHome], "a\nb|", "|a\nb"),
    KeyCase([.controlEnd], "|a\nb", "a\nb|"),
    KeyCase([.control("w")], "one two  |x", "one |x"),
    KeyCase([.control("w")], "one\n|x", "one|x"),
    KeyCase([.control("w")], "one\n  |x", "one\n|x"),
    KeyCase([.control("w")], "one\u{A0}|x", "|x"),
    KeyCase([.control("u")], "x\none t|wo", "x\n|wo"),
    KeyCase([.control("u")], "x\n|wo", "x\n|wo"),
    KeyCase([.control("k")], "o|ne\ntwo", "o|\ntwo"),
    KeyCase([.control("k")], "one|\r\ntwo", "one|two"),
    KeyCase([.control("k")], "one|", "one|"),
    KeyCase([.control("k"), .control("y")], "o|ne\ntwo", "one|\ntwo"),
    KeyCase(
      [.control("k"), .control("k"), .controlEnd, .control("y")], "o|ne\ntwo", "otwone\n|"),
    KeyCase(
      [.control("w"), .control("w"), .controlEnd, .control("y")], "one two |x", "xone two |"),
    KeyCase([.control("k"), .control("_")], "o|ne\ntwo", "o|ne\ntwo"),
    KeyCase([.control("w"), .control("_")], "one two|", "one two|"),
    KeyCase([.control("u"), .control("_")], "one two|", "one two|"),
    KeyCase([.control("_")], "one|", "one|"),
    KeyCase([.down], "ab|c\nabcd", "abc\nab|cd"),
    KeyCase([.down, .down], "abc|\na\nabcd", "abc\na\nabc|d"),
    KeyCase([.down, .up], "中中|\nabc\n", "中中|\nabc\n"),
    KeyCase([.down], "中|x\nabc", "中x\nab|c"),
    KeyCase([.down], "a|x\n中", "ax\n|中"),
    KeyCase([.up], "a|b", "a|b"),
    KeyCase([.down], "a|b", "a|b"),
    KeyCase([.pageDown], "a|b\n1\n2\n34\n56", "ab\n1\n2\n3|4\n56"),
    KeyCase([.pageUp], "ab\n1\n2\n34\n5|6", "ab\n1|\n2\n34\n56"),
    KeyCase([.pageUp, .pageUp], "ab\n1\n2\n34\n5|6", "a|b\n1\n2\n34\n56"),
    // Rows of a box of ten columns: "one two ", "three four" does not fit, so "three ", "four".
    KeyCase([.down], "o|ne two three four", "one two t|hree four"),
    KeyCase([.up], "one two three f|our", "one two t|hree four"),
    KeyCase([.down], "one two| three four", "one two three| four"),
    // Paragraphs.
    KeyCase([.controlDown], "o|ne\ntwo\n \n\nthree", "one\ntwo\n \n\n|three"),
    KeyCase([.controlDown], "one\n\nt|wo", "one\n\ntwo|"),
    KeyCase([.controlUp], "one\n\ntwo\nthr|ee", "one\n\n|two\nthree"),
    KeyCase([.controlUp], "one\n\n|two", "|one\n\ntwo"),
    // A selection: typing replaces it, a movement ends it at its own side.
    KeyCase([.shiftLeft, .shiftLeft, .character("x")], "a中b|c", "ax|c"),
    KeyCase([.shiftControlLeft, .backspace], "one two|", "one |"),
    KeyCase([.shiftHome, .delete], "x\none|", "x\n|"),
    KeyCase([.shiftDown, .enter], "a|b\ncd", "a\n|d"),
    KeyCase([.shiftControlEnd, .left], "a|b\ncd", "a|b\ncd"),
    KeyCase([.shiftControlHome, .right], "ab\nc|d", "ab\nc|d"),
    KeyCase([.shiftRight, .shiftRight, .shiftLeft, .character("x")], "|abc", "x|bc"),
    KeyCase([.shiftRight, .home, .character("x")], "a|bc", "x|abc"),
    KeyCase([.shiftLeft, .control("_")], "ab|", "a|b"),
    // Indentation and lists go on, and end with an empty item.
    KeyCase([.enter], "  a|b", "  a\n  |b"),
    KeyCase([.enter], "\ta|", "\ta\n\t|"),
    KeyCase([.enter], "  |a", "  \n  |a"),
    KeyCase([.enter], "|  a", "\n|  a"),
    KeyCase([.enter], "- one|", "- one\n- |"),
    KeyCase([.enter], "  * one| two", "  * one\n  * | two"),
    KeyCase([.enter], "9. one|", "9. one\n10. |"),
    KeyCase([.enter], "1) one|", "1) one\n2) |"),
    KeyCase([.enter], "- [x] one|", "- [x] one\n- [ ] |"),
    KeyCase([.enter], "> one|", "> one\n> |"),
    KeyCase([.enter], "> - one|\r\n", "> - one\r\n> - |\r\n"),
    KeyCase([.enter], "- one\n- |", "- one\n|"),
    KeyCase([.enter], "  - |", "|"),
    KeyCase([.enter], "- [ ] |", "|"),
    KeyCase([.enter], "3. | \nx", "|\nx"),
    KeyCase([.enter], "> - |", "> |"),
    KeyCase([.enter], "> > |", "> |"),
    KeyCase([.enter], "> |", "|"),
    KeyCase([.enter], "|- one", "\n|- one"),
    KeyCase([.enter], "-one|", "-one\n|"),
    KeyCase([.enter], "2026. |x", "2026. \n2027. |x"),
    KeyCase([.enter], "1234567890. x|", "1234567890. x\n|"),
  ]

  @Test(arguments: multiline)
  func keysInABox(_ example: KeyCase) {
    var editor = editor(example.before)
    let handled = example.keys.map { editor.handle($0, width: 10, pageRows: 3) }
    #expect(picture(editor) == example.after)
    #expect(!handled.contains(false))
    while editor.canUndo { editor.undo() }
    let first = example.before.unicodeScalars.filter { $0 != "|" }
    #expect(editor.text.unicodeScalars.elementsEqual(first))
  }

  @Test(arguments: [
    KeyCase([.home], "one tw|o", "|one two"),
    KeyCase([.control("k")], "one| two", "one|"),
    KeyCase([.left], "one\r\n|two", "one|\r\ntwo"),
    KeyCase([.home], "one\ntwo|", "|one\ntwo"),
    KeyCase([.control("w")], "one\n|", "one|"),
    KeyCase([.character("é")], "caf|", "café|"),
  ])
  func keysInAField(_ example: KeyCase) {
    var editor = editor(example.before, isMultiline: false)
    let handled = example.keys.map { editor.handle($0, width: 10) }
    #expect(!handled.contains(false))
    #expect(picture(editor) == example.after)
  }

  @Test(arguments: [true, false])
  func keysOfTheFormAreLeftToIt(isMultiline: Bool) {
    var editor = TextEditor("text", isMultiline: isMultiline)
    let before = editor
    var keys: [Key] = [.tab, .backTab, .escape, .function(2), .insert]
    keys += "sdgortfxcvz".map { .control($0) }
    if !isMultiline { keys += [.enter, .up, .down, .pageUp, .pageDown] }
    let handled = keys.filter { editor.handle($0, width: 10) }
    #expect(handled.isEmpty)
    #expect(editor == before)
  }

  @Test(arguments: [
    "", "\n", "\r", "\r\n", "\n\r", "a\r\r\nb\n\rc", "  \t \n\n\n", "no newline", "one\n",
    "\u{FEFF}x", "e\u{301} is not \u{E9}", "\u{212B}\u{C5}", "\u{0}\u{1B}[31m\u{7F}",
    "🇩🇪🇫\n👩\u{200D}👧",
    "Summary  \n\n\tindented\n* two   \n```\ncurl -T a.zip ftp://203.0.113.7/\r\n```\n\n\nend",
  ])
  func textComesBackByteForByte(text: String) {
    for isMultiline in [true, false] {
      var editor = TextEditor(text, isMultiline: isMultiline)
      #expect(Array(editor.text.utf8) == Array(text.utf8))
      #expect(editor.scalarCount == text.unicodeScalars.count)
      editor.moveToEnd()
      _ = editor.handle(.character("x"), width: 20)
      #expect(Array(editor.text.utf8) == Array((text + "x").utf8))
      editor.undo()
      #expect(Array(editor.text.utf8) == Array(text.utf8))
    }
  }

  @Test func spellingsOfOneLetterAreTwoTexts() {
    #expect(TextEditor("\u{E9}", isMultiline: true) != TextEditor("e\u{301}", isMultiline: true))
  }

  @Test func aPasteIntoAFieldBringsNoLine() {
    var editor = TextEditor("<>", isMultiline: false)
    _ = editor.handle(.left, width: 20)
    editor.insert("one\r\ntwo\nthree\rfour\tfive\u{1B}\r\n\n")
    #expect(editor.text == "<one two three four\tfive\u{1B}>")
    editor.undo()
    #expect(editor.text == "<>")
    editor.insert("\n")
    #expect(editor.text == "<>")
    #expect(!editor.canUndo)
  }

  @Test func typingIsUndoneWordByWord() {
    var editor = TextEditor("", isMultiline: true)
    for character in "one two  three" { _ = editor.handle(.character(character), width: 20) }
    _ = editor.handle(.enter, width: 20)
    _ = editor.handle(.character("x"), width: 20)
    var texts: [String] = []
    while editor.canUndo {
      editor.undo()
      texts.append(editor.text)
    }
    #expect(texts == ["one two  three\n", "one two  three", "one two  ", "one ", ""])
  }

  @Test func erasingIsUndoneWordByWord() {
    var editor = TextEditor("one two", isMultiline: false)
    for _ in 0..<6 { _ = editor.handle(.backspace, width: 20) }
    #expect(editor.text == "o")
    var texts: [String] = []
    while editor.canUndo {
      editor.undo()
      texts.append(editor.text)
    }
    #expect(texts == ["one ", "one two"])
  }

  @Test func movementEndsARunOfTyping() {
    var editor = TextEditor("", isMultiline: true)
    for key in [Key.character("a"), .left, .right, .character("b")] {
      _ = editor.handle(key, width: 20)
    }
    editor.undo()
    #expect(editor.text == "a")
  }

  @Test func replacingTheWholeTextIsOneStep() {
    var editor = editor("one|\ntwo")
    editor.replaceAll("un\r\ndeux")
    #expect(picture(editor) == "un|\r\ndeux" || picture(editor) == "un\r\n|deux")
    editor.replaceAll(editor.text)
    editor.undo()
    #expect(picture(editor) == "one|\ntwo")
    editor.redo()
    #expect(editor.text == "un\r\ndeux")
    _ = editor.handle(.character("x"), width: 20)
    #expect(!editor.canRedo)
  }

  @Test func aKeyInALargeTextTouchesOnlyItsLine() {
    let paste = (0..<3_000).map { "line \($0)!" }.joined(separator: "\n")
    var editor = TextEditor("", isMultiline: true)
    editor.insert(paste)
    #expect(editor.scalarCount == paste.unicodeScalars.count)
    _ = editor.handle(.control("a"), width: 40)
    for _ in 0..<200 { _ = editor.handle(.character("é"), width: 40) }
    let layout = editor.layout(width: 40)
    // 209 columns in rows of 39.
    #expect(layout.rowCount == 3_005)
    #expect(layout.cursor == Position(row: 3_004, column: 5))
    #expect(layout.rows(10..<12).map(\.text) == ["line 10!", "line 11!"])
    while editor.canUndo { editor.undo() }
    #expect(editor.isEmpty)
  }
}
