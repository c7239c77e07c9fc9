import TerminalModel
import Workbench

/// The row that teaches: the keys that make sense right now, help or the way out at its end.
enum KeyRow {
  /// Draws the row.
  static func draw(_ state: WorkbenchState, in row: Rect, _ grid: inout Grid) {
    var hints = state.hints
    guard let last = hints.popLast() else { return }
    var column = row.column + 1
    for hint in hints {
      guard column + width(of: hint) + 2 + width(of: last) < row.endColumn else { break }
      column = draw(hint, row: row.row, column: column, &grid) + 2
    }
    _ = draw(last, row: row.row, column: column, &grid)
  }

  private static func width(of hint: KeyHint) -> Int {
    CellText.width(of: hint.key) + 1 + CellText.width(of: hint.label)
  }

  private static func draw(_ hint: KeyHint, row: Int, column: Int, _ grid: inout Grid) -> Int {
    let end = column + grid.write(hint.key, row: row, column: column, style: Theme.key)
    return end + 1 + grid.write(hint.label, row: row, column: end + 1)
  }
}
