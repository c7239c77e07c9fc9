public import TerminalModel

extension TextEditor {
  /// Does what a key says, if it is a key of text boxes.
  ///
  /// Not of text boxes are Tab, Esc, function keys and the control keys that the form needs; in a
  /// field of one line neither are Enter and the keys that move by rows.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - width: the columns of the box, for movement by rows.
  ///   - pageRows: the rows of the box, for PgUp and PgDn.
  /// - Returns: whether the key was one of text boxes, even where it found nothing to do.
  public mutating func handle(_ key: Key, width: Int, pageRows: Int = 10) -> Bool {
    fit(width: width)
    let pageRows = max(1, pageRows)
    if let plain = Self.selecting[key] {
      let start = anchor ?? cursor
      guard move(plain) || isMultiline && moveByRows(plain, pageRows: pageRows) else {
        return false
      }
      select(from: start)
      return true
    }
    if let selection, key == .left || key == .right {
      move(to: key == .left ? selection.lowerBound : selection.upperBound)
      return true
    }
    return type(key) || kill(key) || move(key)
      || isMultiline && moveByRows(key, pageRows: pageRows)
  }

  private mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      let text = isMultiline ? String(character) : Self.flattened(String(character))
      edit(place, with: text, character.isNewline ? .whole : .typing)
    case .enter where isMultiline:
      breakLine()
    case .backspace, .delete:
      if let selection {
        edit(selection, with: "", .whole)
      } else if key == .backspace {
        edit(lines.boundary(before: cursor)..<cursor, with: "", .erasing)
      } else {
        edit(cursor..<lines.boundary(after: cursor), with: "", .erasing)
      }
    case .control("y"):
      putBack(clippings.deletions.count - 1, in: place)
    case .control("_"):
      undo()
    default:
      return false
    }
    isKilling = false
    return true
  }

  private mutating func kill(_ key: Key) -> Bool {
    switch key {
    case .control("w"):
      take(wordStartInLine..<cursor, isBefore: true)
    case .control("u"):
      take(lines.lineStart(of: cursor)..<cursor, isBefore: true)
    case .control("k"):
      let end = lines.lineEnd(of: cursor)
      take(cursor..<(end > cursor ? end : lines.boundary(after: cursor)), isBefore: false)
    default:
      return false
    }
    return true
  }

  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .left: move(to: lines.boundary(before: cursor))
    case .right: move(to: lines.boundary(after: cursor))
    case .controlLeft:
      let blank = lines.backward(from: cursor) { !Self.isOfWord($0) }
      move(to: lines.backward(from: blank, while: Self.isOfWord))
    case .controlRight:
      let blank = lines.forward(from: cursor) { !Self.isOfWord($0) }
      move(to: lines.forward(from: blank, while: Self.isOfWord))
    case .home, .control("a"): move(to: lines.lineStart(of: cursor))
    case .end, .control("e"): move(to: lines.lineEnd(of: cursor))
    case .controlHome: moveToStart()
    case .controlEnd: moveToEnd()
    default: return false
    }
    return true
  }

  private mutating func moveByRows(_ key: Key, pageRows: Int) -> Bool {
    switch key {
    case .controlUp: move(to: paragraphBefore)
    case .controlDown: move(to: paragraphAfter)
    case .up: move(byRows: -1)
    case .down: move(byRows: 1)
    case .pageUp: move(byRows: -pageRows)
    case .pageDown: move(byRows: pageRows)
    default: return false
    }
    return true
  }

  private mutating func move(byRows rows: Int) {
    let place = lines.place(of: cursor)
    let wrap = wraps.wrap(of: place.line, in: lines.lines)
    let column = wantedColumn ?? wrap.column(of: place.offset)
    let row = wraps.start(of: place.line) + wrap.row(of: place.offset)
    let target = min(max(0, row + rows), wraps.total - 1)
    guard target != row else { return move(to: cursor, wantedColumn: column) }
    let (line, lineRow) = wraps.place(of: target)
    let offset = wraps.wrap(of: line, in: lines.lines).offset(row: lineRow, column: column)
    move(to: lines.start(of: line) + offset, wantedColumn: column)
  }

  /// Takes a part out of the text and keeps it for `^Y`; kills in a row are kept together.
  private mutating func take(_ range: Range<Int>, isBefore: Bool) {
    let wasKilling = isKilling
    isKilling = true
    guard !range.isEmpty else { return }
    let part = lines.text(in: range)
    if wasKilling { clippings.join(part, isBefore: isBefore) } else { clippings.keep(part) }
    edit(range, with: "", .whole)
  }

  /// Puts the deletion before the one that was just put back in its place; after the first one
  /// comes the last again.
  ///
  /// - Returns: false where none was put back by the last key, or there is no other one.
  mutating func putBackOlder() -> Bool {
    let count = clippings.deletions.count
    guard let last = justPutBack, count > 1 else { return false }
    putBack((last.index + count - 1) % count, in: last.bytes)
    return true
  }

  private mutating func putBack(_ index: Int, in range: Range<Int>) {
    guard clippings.deletions.indices.contains(index) else { return }
    let text = clippings.deletions[index]
    edit(range, with: isMultiline ? text : Self.flattened(text), .whole)
    isKilling = false
    justPutBack = PutBack(bytes: range.lowerBound..<cursor, index: index)
  }

  /// Where `^W` stops: before the blanks and the word before the cursor; at the start of a line,
  /// before the line's break.
  private var wordStartInLine: Int {
    let start = lines.lineStart(of: cursor)
    guard cursor > start else { return lines.boundary(before: cursor) }
    let blank = max(start, lines.backward(from: cursor) { $0.isWhitespace && !$0.isNewline })
    let word = max(start, lines.backward(from: blank) { !$0.isWhitespace })
    return word < cursor ? word : lines.boundary(before: cursor)
  }

  /// Breaks the line: the new one starts with the blanks and marks of the old one, and an item or a
  /// quote without words ends instead.
  private mutating func breakLine() {
    let place = lines.place(of: self.place.lowerBound)
    let line = lines.lines[place.line].content
    let prefix = LinePrefix(line)
    guard place.offset >= prefix.byteCount else {
      return edit(self.place, with: lineBreak, .whole)
    }
    let words = line.utf8.dropFirst(prefix.byteCount)
    if prefix.hasMark, selection == nil, words.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      let start = cursor - place.offset
      return edit(start..<start + line.utf8.count, with: prefix.outer, .whole)
    }
    edit(self.place, with: lineBreak + prefix.next, .whole)
  }

  /// The break that Enter makes: `\r\n` in a text that has them here, else `\n`.
  ///
  /// After a lone `\r` it is another one, since a `\n` would only make the two one break.
  private var lineBreak: String {
    let place = lines.place(of: self.place.lowerBound)
    let before = place.line > 0 ? lines.lines[place.line - 1].lineBreak : .none
    if place.offset == 0, before == .carriageReturn { return LineBreak.carriageReturn.rawValue }
    let near = before == .none ? lines.lines[place.line].lineBreak : before
    return (near == .both ? LineBreak.both : .lineFeed).rawValue
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
