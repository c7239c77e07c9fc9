import CaseWire
import TerminalModel
import Workbench

/// How a case changed.
enum HistoryDialogView {
  /// Draws the history.
  static func draw(_ dialog: HistoryDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout.event(in: state.size)
    grid.writeFrame("History of #\(dialog.number), as seen from here", layout.frame)
    let text = layout.text
    grid.cursor = Position(row: text.row, column: text.column)
    guard let states = dialog.states else {
      grid.write("…", row: text.row, column: text.column, style: Theme.secondary)
      return
    }
    guard !states.isEmpty else {
      grid.write(
        "The case was not seen from here yet.", row: text.row, column: text.column,
        width: text.width)
      return
    }
    let lines = dialog.lines
    grid.write(lines.dropFirst(dialog.scroll), in: text)
    grid.writeHidden(lines.count - dialog.scroll - text.height, in: layout.frame)
  }
}
