import TerminalModel
import Workbench

/// Which columns the list shows.
enum ColumnsDialogView {
  /// Draws the choice, at the right so that the list can be seen.
  static func draw(_ dialog: ColumnsDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    // Where the words are cut, those of the column under the cursor stand below.
    let narrow = DialogLayout(in: state.size, width: 56, height: 6).textWidth < 46
    let foot = narrow ? [dialog.order[dialog.cursor].help] : [""]
    let layout = DialogLayout(
      in: state.size, width: 56, height: dialog.order.count + foot.count + 2)
    let times = state.columns.isAbsolute ? "dates" : "ages"
    grid.writeFrame("Columns · times as \(times)", layout.frame)
    let text = layout.text
    let room = state.layout.cases?.width ?? state.size.width
    for (index, column) in dialog.order.prefix(text.height).enumerated() {
      let row = text.row + index
      let isSelected = index == dialog.cursor
      let style = isSelected ? Theme.bar : Style.plain
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: 1), style)
        grid.cursor = Position(row: row, column: text.column + 1)
      }
      let box = state.columns.shown.contains(column) ? "[x]" : "[ ]"
      grid.write("\(box) \(column.heading)", row: row, column: text.column, style: style)
      grid.write(
        column.help, row: row, column: text.column + 14, width: max(1, text.width - 18),
        style: style)
      grid.writeRight(
        String(state.columns.width(of: column, in: room)), row: row, endColumn: text.endColumn,
        style: style)
    }
    let end = min(text.row + dialog.order.count, text.endRow - foot.count)
    for (offset, line) in foot.enumerated() {
      grid.write(
        line, row: end + offset, column: text.column, width: text.width, style: Theme.secondary)
    }
  }
}
