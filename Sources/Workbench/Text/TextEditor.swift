/// A text that is being edited, in a field of one line or in a box of many.
///
/// What is not edited comes back byte for byte: line breaks of each kind, tabs, blanks at the end,
/// any Unicode. The cursor always stands between two characters as a reader sees them. Each key
/// that changes the text can be undone, without a limit.
///
/// A key costs the logical lines that it touches, and one addition for each line after them; a
/// first layout at another width costs one pass over the text.
public struct TextEditor: Sendable {
  /// How many characters stand before the cursor.
  public var charactersBeforeCursor: Int {
    String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self).count
  }

  /// Whether the text has lines; in a field of one line, Enter and line breaks make none.
  public let isMultiline: Bool
  /// What was copied and deleted; a form may hand it from one field to another.
  public var clippings = TextClippings()

  /// The byte at which the cursor stands.
  private(set) var cursor: Int
  /// The byte at which the selection began; nil where there is none.
  private(set) var anchor: Int?
  private(set) var lines: TextLines
  /// The number of what the text counts as started from; undo and redo bring it back with the text.
  private(set) var ground = 0
  /// How often the text was changed.
  private(set) var revision = 0
  private(set) var wraps = LineWraps()
  private var history = TextHistory()
  /// The column that movement up and down tries to keep.
  var wantedColumn: Int?
  /// What the last key put back; nil after any other change or move.
  var justPutBack: PutBack?
  /// Whether the last key was a kill, so that the next one joins what it took.
  var isKilling = false

  /// Makes an editor with the cursor at the end of a field, or at the start of a box.
  ///
  /// - Parameters:
  ///   - text: what it holds at first.
  ///   - isMultiline: whether it is a box of many lines.
  public init(_ text: String, isMultiline: Bool) {
    self.isMultiline = isMultiline
    lines = TextLines(text, breaksLines: isMultiline)
    cursor = isMultiline ? 0 : lines.byteCount
  }

  /// The text as it stands; each call joins its lines.
  public var text: String { lines.text }

  /// The Unicode scalar values of the text, in which the server counts its limits.
  public var scalarCount: Int { lines.scalarCount }

  /// The bytes of the text in UTF-8.
  var byteCount: Int { lines.byteCount }

  /// The line in which the cursor stands, from 0.
  var cursorLine: Int { lines.place(of: cursor).line }

  /// Whether the text is empty.
  public var isEmpty: Bool { lines.byteCount == 0 }

  /// Whether there is something to undo.
  public var canUndo: Bool { !history.done.isEmpty }

  /// Whether there is something to redo.
  public var canRedo: Bool { !history.undone.isEmpty }

  /// Whether the cursor stands at the start of a line.
  var isAtLineStart: Bool { lines.place(of: cursor).offset == 0 }

  /// The bytes that are selected; nil where none are.
  var selection: Range<Int>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// Puts a text in at the cursor or in the place of what is selected, as a paste does, in one step
  /// of undo.
  ///
  /// In a field of one line each line break within the text becomes a blank and those at its end
  /// are left out, so that a pasted line never brings a second one. Other control characters stay;
  /// drawing makes them visible.
  ///
  /// - Parameter text: any text.
  public mutating func insert(_ text: String) {
    isKilling = false
    edit(place, with: isMultiline ? text : Self.flattened(text), .whole)
  }

  /// Puts a text in the place of the whole one, in one step of undo.
  ///
  /// - Parameter text: any text; nothing happens where it is the one that stands.
  public mutating func replaceAll(_ text: String) { replaceAll(text, cursor: cursor) }

  /// Puts a text in the place of the whole one, and the cursor at a byte of it.
  mutating func replaceAll(_ text: String, cursor byte: Int) {
    replaceAll(text, cursor: byte, ground: ground)
  }

  /// Puts a text that counts as started from something else in the place of the whole one.
  ///
  /// - Parameters:
  ///   - text: any text; the one that stands gets the other ground without a step of undo.
  ///   - byte: where the cursor goes.
  ///   - ground: the number of what the text counts as started from.
  mutating func replaceAll(_ text: String, cursor byte: Int, ground: Int) {
    isKilling = false
    guard !lines.text.utf8.elementsEqual(text.utf8) else { return stand(on: ground) }
    edit(
      0..<lines.byteCount, with: text, .whole, cursor: min(byte, text.utf8.count), ground: ground)
  }

  /// Lets the text as it stands count as started from something else.
  ///
  /// - Parameter ground: the number of that; undo goes back behind it, and redo comes back to it.
  mutating func stand(on ground: Int) {
    guard ground != self.ground else { return }
    self.ground = ground
    history.turn(to: ground)
  }

  /// Selects a part; the cursor goes to its end.
  ///
  /// - Parameter range: a part between two boundaries.
  mutating func select(_ range: Range<Int>) {
    move(to: range.upperBound)
    anchor = range.lowerBound
  }

  /// Lets the selection go from a boundary to the cursor.
  mutating func select(from byte: Int) { anchor = byte }

  /// Selects nothing; the cursor stays.
  mutating func deselect() { anchor = nil }

  /// Ends what goes on from key to key: a run of typing, of deletions, of movement by rows.
  mutating func rest() {
    let kept = anchor
    move(to: cursor)
    anchor = kept
  }

  /// Takes the last step back; nothing happens where there is none.
  public mutating func undo() {
    isKilling = false
    guard let step = history.undo() else { return }
    anchor = nil
    change(step.start..<step.start + step.inserted.utf8.count, to: step.removed)
    cursor = step.cursorBefore
    ground = step.groundBefore
  }

  /// Does again what was taken back last; nothing happens where there is nothing.
  public mutating func redo() {
    isKilling = false
    guard let step = history.redo() else { return }
    anchor = nil
    change(step.start..<step.start + step.removed.utf8.count, to: step.inserted)
    cursor = step.cursorAfter
    ground = step.groundAfter
  }

  /// Moves the cursor before the first character.
  public mutating func moveToStart() { move(to: 0) }

  /// Moves the cursor after the last character.
  public mutating func moveToEnd() { move(to: lines.byteCount) }

  /// How the text stands in a box.
  ///
  /// A field of one line is one row that scrolls; a box of many lines wraps between words.
  ///
  /// - Parameters:
  ///   - width: the columns of the box, 1 or more.
  ///   - hits: bytes to be marked as found.
  /// - Returns: the layout; it costs little at the width of the last key, and one pass over the
  ///   text at another one.
  public func layout(width: Int, hits: [Range<Int>] = []) -> TextLayout {
    let width = max(1, width)
    var marked = hits.map { (kind: TextMark.Kind.hit, bytes: $0) }
    if let selection { marked.append((kind: .selected, bytes: selection)) }
    guard isMultiline else {
      return TextLayout(line: lines.lines[0].content, width: width, cursor: cursor, marked: marked)
    }
    var wraps = wraps
    wraps.fit(lines.lines, width: width)
    return TextLayout(lines, wraps: wraps, cursor: cursor, marked: marked)
  }

  /// Counts the rows for a width, so that layouts at it cost little.
  mutating func fit(width: Int) {
    if isMultiline { wraps.fit(lines.lines, width: max(1, width)) }
  }

  /// Changes a part of the text in a step that can be undone.
  ///
  /// - Parameters:
  ///   - range: bytes that start and end at a scalar value.
  ///   - new: what stands there afterwards.
  ///   - kind: what made the step.
  ///   - byte: where the cursor goes; nil for the end of what is new.
  ///   - newGround: the number of what the text counts as started from then; nil where that stays.
  mutating func edit(
    _ range: Range<Int>, with new: String, _ kind: TextStep.Kind, cursor byte: Int? = nil,
    ground newGround: Int? = nil
  ) {
    guard !range.isEmpty || !new.isEmpty else { return }
    let removed = lines.text(in: range)
    let before = cursor
    anchor = nil
    change(range, to: new)
    cursor = lines.boundary(atOrAfter: byte ?? range.lowerBound + new.utf8.count)
    history.add(
      TextStep(
        start: range.lowerBound, removed: removed, inserted: new, cursorBefore: before,
        cursorAfter: cursor, kind: kind, groundBefore: ground,
        groundAfter: newGround ?? ground))
    ground = newGround ?? ground
  }

  /// Moves the cursor to where it stood once; the text may be another one by now.
  mutating func moveBack(to byte: Int) {
    move(to: lines.boundary(atOrAfter: min(byte, lines.byteCount)))
  }

  /// Moves the cursor to a boundary and ends a run of typing.
  mutating func move(to byte: Int, wantedColumn wanted: Int? = nil) {
    cursor = byte
    anchor = nil
    wantedColumn = wanted
    isKilling = false
    justPutBack = nil
    history.close()
  }

  private mutating func change(_ range: Range<Int>, to new: String) {
    let change = lines.replace(range, with: new)
    revision += 1
    justPutBack = nil
    wraps.update(change, in: lines.lines)
    wantedColumn = nil
  }

  /// A text for a field of one line.
  static func flattened(_ text: String) -> String {
    var lines = TextLine.split(text)
    while lines.count > 1, lines.last?.content.isEmpty == true { lines.removeLast() }
    return lines.map(\.content).joined(separator: " ")
  }
}

extension TextEditor: Equatable {
  /// Compares the text byte for byte, the cursor, and what can be undone and redone.
  public static func == (left: TextEditor, right: TextEditor) -> Bool {
    left.cursor == right.cursor && left.selection == right.selection
      && left.ground == right.ground
      && left.isMultiline == right.isMultiline
      && left.wantedColumn == right.wantedColumn && left.isKilling == right.isKilling
      && left.lines == right.lines && left.history == right.history
      && left.clippings == right.clippings && left.justPutBack == right.justPutBack
  }
}
