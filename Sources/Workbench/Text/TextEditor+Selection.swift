import TerminalModel

/// Selecting, and what is done with what is selected.
extension TextEditor {
  /// Keys that move and take the selection along, with the keys that only move.
  static let selecting: [Key: Key] = [
    .shiftUp: .up, .shiftDown: .down, .shiftLeft: .left, .shiftRight: .right, .shiftHome: .home,
    .shiftEnd: .end, .shiftPageUp: .pageUp, .shiftPageDown: .pageDown,
    .shiftControlUp: .controlUp, .shiftControlDown: .controlDown,
    .shiftControlLeft: .controlLeft, .shiftControlRight: .controlRight,
    .shiftControlHome: .controlHome, .shiftControlEnd: .controlEnd,
  ]

  /// Whether something is selected.
  public var hasSelection: Bool { selection != nil }

  /// The text that is selected; empty where nothing is.
  public var selectedText: String { selection.map(lines.text) ?? "" }

  /// What typing and pasting replace.
  var place: Range<Int> { selection ?? cursor..<cursor }

  /// Selects the whole text; the cursor goes to its end.
  public mutating func selectAll() { select(0..<lines.byteCount) }

  /// Keeps what is selected, to be put in with `pasteCopied`.
  ///
  /// - Returns: false where nothing is selected, so that what was kept before stays.
  @discardableResult
  public mutating func copySelection() -> Bool {
    guard hasSelection else { return false }
    clippings.copied = selectedText
    return true
  }

  /// Takes what is selected out of the text and keeps it, in one step of undo.
  ///
  /// - Returns: false where nothing is selected.
  @discardableResult
  public mutating func cutSelection() -> Bool {
    guard let selection, copySelection() else { return false }
    isKilling = false
    edit(selection, with: "", .whole)
    return true
  }

  /// Puts in what was copied or cut last, in one step of undo.
  ///
  /// - Returns: false where nothing was.
  @discardableResult
  public mutating func pasteCopied() -> Bool {
    guard !clippings.copied.isEmpty else { return false }
    insert(clippings.copied)
    return true
  }

  /// Takes all scalar values of a kind out of the text, in one step of undo.
  ///
  /// - Parameter isUnwanted: what is taken out.
  public mutating func remove(where isUnwanted: (Unicode.Scalar) -> Bool) {
    let before = lines.text(in: 0..<cursor)
    let kept = String(String.UnicodeScalarView(before.unicodeScalars.filter { !isUnwanted($0) }))
    let whole = String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnwanted($0) }))
    replaceAll(whole, cursor: kept.utf8.count)
  }
}
