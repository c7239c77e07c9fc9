import CaseWire
import TerminalModel
import Workbench

/// All that is known about one event.
enum EventDialogView {
  /// Draws the view.
  static func draw(_ dialog: EventDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout.event(in: state.size)
    grid.writeFrame(dialog.row.fileName ?? dialog.row.eventId.rawValue, layout.frame)
    let text = layout.text
    grid.cursor = Position(row: text.row, column: text.column)
    if let failure = dialog.failure {
      DialogView.writeProblem(
        Wording.offeringRetry(failure), row: text.row, in: text, &grid)
      return
    }
    guard dialog.loaded != nil else {
      grid.write("…", row: text.row, column: text.column, style: Theme.secondary)
      return
    }
    let lines = dialog.lines(width: text.width, zone: state.zone)
    grid.write(lines.dropFirst(dialog.scroll), in: text)
    let hidden = lines.count - dialog.scroll - text.height
    if hidden > 0 {
      grid.writeRight(
        " \(hidden) more ↓ ", row: layout.frame.endRow - 1, endColumn: layout.frame.endColumn - 2,
        style: Theme.accent)
    }
  }
}
