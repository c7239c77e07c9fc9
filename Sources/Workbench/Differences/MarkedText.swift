import TerminalModel

/// A text of which some characters are marked, such as the words in which it differs from another.
struct MarkedText: Equatable {
  /// The text.
  private(set) var text = ""
  /// Which of its characters are marked.
  private(set) var marks: [Bool] = []

  var isEmpty: Bool { marks.isEmpty }

  /// Puts characters at the end.
  mutating func append(_ more: some StringProtocol, isMarked: Bool) {
    text += more
    marks += Array(repeating: isMarked, count: more.count)
  }

  /// The text without the line end behind its last line.
  var withoutLastLineEnd: MarkedText {
    guard text.last?.isNewline == true else { return self }
    var shorter = self
    shorter.text.removeLast()
    shorter.marks.removeLast()
    return shorter
  }

  /// Marks what another text of the same characters has marked, too.
  mutating func formUnion(_ other: MarkedText) {
    for index in marks.indices where other.marks.indices.contains(index) {
      marks[index] = marks[index] || other.marks[index]
    }
  }

  /// Breaks the text into rows.
  ///
  /// - Parameters:
  ///   - side: which of two texts it is, for the sign at the left and the look.
  ///   - width: the columns of a row, 1 or more.
  ///   - signsAll: whether each row has the sign, not only those with something marked.
  /// - Returns: the rows from top to bottom, one at the least.
  func lines(_ side: Side, width: Int, signsAll: Bool) -> [SheetLine] {
    Wrap.positionedLines(text, width: max(1, width - Side.signWidth)).map { line in
      let columns = columns(of: line)
      // An empty row has nothing to mark but its end.
      let isBlank = line.characters.isEmpty && isMarked(line.characters.lowerBound)
      guard signsAll || !columns.isEmpty || isBlank else {
        return SheetLine(.text, "  " + line.text)
      }
      let text = side.sign + line.text
      return SheetLine(side == .older ? .removed(columns) : .added(columns), text)
    }
  }

  private func isMarked(_ index: Int) -> Bool { marks.indices.contains(index) && marks[index] }

  private func columns(of line: Wrap.Line) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var column = Side.signWidth
    for (offset, character) in line.text.enumerated() {
      let end = column + CellText.width(of: character)
      if isMarked(line.characters.lowerBound + offset) {
        if let last = columns.last, last.upperBound == column {
          columns[columns.count - 1] = last.lowerBound..<end
        } else {
          columns.append(column..<end)
        }
      }
      column = end
    }
    return columns
  }

  /// Which of two texts is written.
  enum Side {
    case older, newer

    /// Columns of the sign at the left.
    static let signWidth = 2

    /// The sign that tells it without colour.
    var sign: String { self == .older ? "- " : "+ " }
  }
}
