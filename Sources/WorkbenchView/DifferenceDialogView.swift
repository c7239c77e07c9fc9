import TerminalModel
import Workbench

/// What a save of the form will change.
enum DifferenceDialogView {
  /// Draws the difference.
  static func draw(_ dialog: DifferenceDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout.event(in: state.size)
    let subject = dialog.key.number.map { "#\($0)" } ?? "the new case"
    grid.writeFrame("What ^S changes in \(subject)", layout.frame)
    let text = layout.text
    grid.cursor = Position(row: text.row, column: text.column)
    grid.write(dialog.lines.dropFirst(dialog.scroll), in: text)
    grid.writeHidden(dialog.lines.count - dialog.scroll - text.height, in: layout.frame)
  }
}
