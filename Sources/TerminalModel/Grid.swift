/// A screen full of cells, drawn without a terminal.
///
/// Whatever lies outside is cut off; nothing that is written can harm the terminal, since control
/// characters never become cells (see `CellText`).
public struct Grid: Hashable, Sendable {
  /// The size of the screen.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Sets of combining marks that cells refer to; the first one is empty.
  public private(set) var marks: [[Unicode.Scalar]] = [[]]
  /// Where the hardware cursor stands; nil hides it.
  public var cursor: Position?

  /// Makes an empty screen.
  ///
  /// - Parameters:
  ///   - size: the size of the screen.
  ///   - style: how the empty cells look.
  public init(_ size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.width * size.height)
  }

  /// The cells of a row.
  ///
  /// - Parameter row: a row of the screen.
  /// - Returns: the cells from left to right.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.width..<(row + 1) * size.width]
  }

  /// The text of a row, blanks at its end included; a wide character counts for its two cells.
  ///
  /// - Parameter row: a row of the screen.
  /// - Returns: the characters from left to right with their marks.
  public func text(row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in self.row(row) where cell.width > 0 {
      if let scalar = Unicode.Scalar(cell.scalar) { text.append(scalar) }
      text.append(contentsOf: marks[Int(cell.marks)])
    }
    return String(text)
  }

  /// Empties a rectangle.
  ///
  /// - Parameters:
  ///   - rect: what is emptied, as far as it lies on the screen.
  ///   - style: how the empty cells look.
  public mutating func fill(_ rect: Rect, _ style: Style = .plain) {
    let columns = max(0, rect.column)..<max(0, rect.column, min(size.width, rect.endColumn))
    guard !columns.isEmpty else { return }
    let width = size.width
    for row in max(0, rect.row)..<max(0, rect.row, min(size.height, rect.endRow)) {
      split(row: row, at: columns.lowerBound)
      split(row: row, at: columns.upperBound)
      var span = cells.mutableSpan
      for index in columns { span[row * width + index] = .blank(style) }
    }
  }

  /// Changes the style of a rectangle and keeps its characters.
  ///
  /// - Parameters:
  ///   - rect: the cells, as far as they lie on the screen.
  ///   - change: turns the old style into the new one.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let size = self.size
    var span = cells.mutableSpan
    for row in max(0, rect.row)..<max(0, rect.row, min(size.height, rect.endRow)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.width, rect.endColumn)) {
        change(&span[row * size.width + column].style)
      }
    }
  }

  /// Writes text in one row, cut off with `…` where it does not fit.
  ///
  /// - Parameters:
  ///   - text: what to write; line breaks and control characters become visible marks.
  ///   - row: the row.
  ///   - column: the first column.
  ///   - width: the columns it may take.
  ///   - style: how it looks.
  /// - Returns: the columns it took.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, width: Int = .max, style: Style = .plain
  ) -> Int {
    guard row >= 0, row < size.height, column >= 0, column < size.width else { return 0 }
    let limit = min(width, size.width - column)
    guard limit > 0 else { return 0 }
    if let columns = writePlain(text, row: row, column: column, limit: limit, style: style) {
      return columns
    }
    return writeGlyphs(text, row: row, column: column, limit: limit, style: style)
  }

  /// The quick way for printable ASCII; nil where the text holds anything else.
  private mutating func writePlain(
    _ text: String, row: Int, column: Int, limit: Int, style: Style
  ) -> Int? {
    let bytes = text.utf8Span.span
    for index in bytes.indices where bytes[index] < 32 || bytes[index] >= 127 { return nil }
    let count = min(bytes.count, limit)
    split(row: row, at: column)
    split(row: row, at: column + count)
    let start = row * size.width + column
    var span = cells.mutableSpan
    for index in 0..<count {
      span[start + index] = Cell(scalar: UInt32(bytes[index]), style: style)
    }
    if bytes.count > limit { span[start + limit - 1].scalar = 0x2026 }
    return count
  }

  private mutating func writeGlyphs(
    _ text: String, row: Int, column: Int, limit: Int, style: Style
  ) -> Int {
    var glyphs: [Glyph] = []
    var total = 0
    for character in text where total <= limit {
      let first = glyphs.count
      CellText.append(character, to: &glyphs)
      for glyph in glyphs[first...] { total += glyph.width }
    }
    if total > limit {
      while let last = glyphs.last, total > limit - 1 {
        total -= last.width
        glyphs.removeLast()
      }
      glyphs.append(Glyph(scalar: "…", marks: [], width: 1))
      total += 1
    }
    split(row: row, at: column)
    split(row: row, at: column + total)
    var index = row * size.width + column
    for glyph in glyphs {
      cells[index] = Cell(
        scalar: glyph.scalar.value, marks: place(glyph.marks), width: UInt8(glyph.width),
        style: style)
      if glyph.width == 2 { cells[index + 1] = Cell(scalar: 0, width: 0, style: style) }
      index += glyph.width
    }
    return total
  }

  /// Puts a set of marks into the table, where it may stand already.
  private mutating func place(_ set: [Unicode.Scalar]) -> UInt16 {
    if set.isEmpty { return 0 }
    if let index = marks.firstIndex(of: set) { return UInt16(index) }
    guard marks.count < Int(UInt16.max) else { return 0 }
    marks.append(set)
    return UInt16(marks.count - 1)
  }

  /// Blanks a wide character that would be cut in half by what is written from a column on.
  private mutating func split(row: Int, at column: Int) {
    guard column > 0, column < size.width else { return }
    let index = row * size.width + column
    if cells[index].width == 0 {
      cells[index] = .blank(cells[index].style)
      cells[index - 1] = .blank(cells[index - 1].style)
    }
  }
}
