import CNcurses
import TerminalModel

/// Brings a grid onto a curses window and leaves it to curses to send the least.
///
/// Only rows that differ from the last grid are handed over, so that an equal one costs nothing.
struct Painter {
  private let palette: Palette
  private let isUnicode: Bool
  private var shown: Grid?
  /// Whether the cursor was wanted in the last grid.
  private(set) var isCursorVisible = true
  private var buffer: [cchar_t] = []

  /// Makes a painter that has shown nothing yet.
  ///
  /// - Parameters:
  ///   - palette: the colours and attributes of the terminal.
  ///   - isUnicode: whether the terminal takes UTF-8; else only ASCII is drawn.
  init(palette: Palette, isUnicode: Bool) {
    self.palette = palette
    self.isUnicode = isUnicode
  }

  /// Draws what has changed.
  ///
  /// - Parameters:
  ///   - grid: the whole screen.
  ///   - window: where it goes.
  mutating func paint(_ grid: Grid, on window: UnsafeMutablePointer<WINDOW>) {
    let rows = changedRows(grid)
    if rows.isEmpty, let shown, shown.cursor == grid.cursor, shown.size == grid.size { return }
    if shown?.size != grid.size { unsafe werase(window) }
    let height = Int(unsafe getmaxy(window))
    let width = Int(unsafe getmaxx(window))
    // A cursor that jumps about over many rows is seen; over a few rows it comes in one piece.
    let hidesCursor = isCursorVisible && rows.count > 4
    if hidesCursor { curs_set(0) }
    for row in rows where row < height { unsafe put(grid, row: row, width: width, on: window) }
    let cursor = grid.cursor.flatMap { $0.row < height && $0.column < width ? $0 : nil }
    unsafe leaveok(window, cursor == nil)
    if let cursor { unsafe wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    let showsCursor = cursor != nil
    if !showsCursor, isCursorVisible, !hidesCursor { curs_set(0) }
    unsafe wrefresh(window)
    if showsCursor, !isCursorVisible || hidesCursor { curs_set(1) }
    isCursorVisible = showsCursor
    shown = grid
  }

  /// The rows that differ from what is shown.
  private func changedRows(_ grid: Grid) -> [Int] {
    guard let shown, shown.size == grid.size else { return Array(0..<grid.size.height) }
    let hasEqualMarks = shown.marks == grid.marks
    return (0..<grid.size.height).filter { row in
      let cells = grid.row(row)
      guard cells == shown.row(row) else { return true }
      // The same place in two tables may stand for two sets of marks.
      return !hasEqualMarks && cells.contains { $0.marks != 0 }
    }
  }

  private mutating func put(
    _ grid: Grid, row: Int, width: Int, on window: UnsafeMutablePointer<WINDOW>
  ) {
    if buffer.count < width { buffer = Array(repeating: cchar_t(), count: width) }
    var count = 0
    var column = 0
    var style: Style?
    var attributes: attr_t = 0
    var pair: Int32 = 0
    for cell in grid.row(row) {
      defer { column += 1 }
      guard column < width, cell.width > 0 else { continue }
      if cell.style != style {
        style = cell.style
        (attributes, pair) = palette.look(of: cell.style)
      }
      let fits = column + Int(cell.width) <= width
      let base = fits ? shownScalar(cell.scalar) : 32
      unsafe nc_cell(&buffer[count], base, attributes, pair)
      if cell.marks != 0, isUnicode, Int(cell.marks) < grid.marks.count {
        for (index, mark) in grid.marks[Int(cell.marks)].enumerated() {
          unsafe nc_mark(&buffer[count], Int32(index), mark.value)
        }
      }
      count += 1
      if cell.width == 2, !isUnicode, fits {
        unsafe nc_cell(&buffer[count], base, attributes, pair)
        count += 1
      }
    }
    unsafe mvwadd_wchnstr(window, Int32(row), 0, buffer, Int32(count))
  }

  /// What is drawn for a scalar; controls never are, whoever made the cell.
  private func shownScalar(_ scalar: UInt32) -> UInt32 {
    if scalar >= 32, scalar < 127 { return scalar }
    if !isUnicode { return Self.asciiForms[scalar] ?? 0x3F }
    return scalar < 0xA0 ? 0xB7 : scalar
  }

  private static let asciiForms: [UInt32: UInt32] = {
    let forms = [
      "-─━┄┈╌═", "|│┃┆┊╎║", "+┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝", ".·…", ">▶▸›→", "<◀◂‹←", "^↑▲", "v↓▼", "*•●◆■",
      "#█▓▒░", "\"“”„", "'‘’",
    ]
    var table: [UInt32: UInt32] = [:]
    for form in forms {
      let scalars = Array(form.unicodeScalars)
      for scalar in scalars.dropFirst() { table[scalar.value] = scalars[0].value }
    }
    return table
  }()
}
