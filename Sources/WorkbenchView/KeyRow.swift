import TerminalModel
import Workbench

/// The row that teaches: the keys that make sense right now, help or the way out at its end.
enum KeyRow {
  /// Draws the row.
  static func draw(_ state: WorkbenchState, in row: Rect, _ grid: inout Grid) {
    var column = row.column + 1
    for hint in state.hintRow {
      column += grid.write(hint.key, row: row.row, column: column, style: Theme.key) + 1
      column += grid.write(hint.label, row: row.row, column: column) + 2
    }
  }
}
