import TerminalModel
import Workbench

/// The views on the number keys.
enum ViewsDialogView {
  /// Draws the views.
  static func draw(_ dialog: ViewsDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let views = Wording.views(state)
    let layout = DialogLayout(in: state.size, width: 76, height: max(6, views.count + 5))
    grid.writeFrame("Views", layout.frame)
    let text = layout.text
    for (index, view) in views.prefix(text.height).enumerated() {
      let row = text.row + index
      let isSelected = index == dialog.cursor
      let style = isSelected ? Theme.bar : Style.plain
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: 1), style)
        grid.cursor = Position(row: row, column: text.column)
      }
      grid.write(view.key, row: row, column: text.column, style: isSelected ? style : Theme.key)
      grid.write(view.name, row: row, column: text.column + 3, width: 20, style: style)
      grid.write(
        state.views[index].line, row: row, column: text.column + 24,
        width: max(1, text.width - 24 - 8), style: style)
      if let count = view.count {
        grid.writeRight(count, row: row, endColumn: text.endColumn, style: style)
      }
    }
    let row = text.row + views.count + 1
    guard row < text.endRow else { return }
    switch dialog.stage {
    case .list:
      let shown = state.queryText.isEmpty ? "all cases" : state.queryText
      grid.write(
        "The list shows: \(shown)", row: row, column: text.column, width: text.width,
        style: Theme.secondary)
    case .name:
      let used = grid.write("Name: ", row: row, column: text.column, style: Theme.title)
      let box = Rect(
        row: row, column: text.column + used, width: max(2, text.width - used), height: 1)
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.input)
      DialogView.writeProblem(dialog.problem, row: row + 1, in: text, rows: 1, &grid)
    case .drop(let place):
      let name = state.views.indices.contains(place) ? state.views[place].name : ""
      grid.write(
        "Drop the view “\(name)”?  y yes   n no", row: row, column: text.column,
        width: text.width, style: Theme.attention)
      grid.cursor = Position(row: row, column: text.column)
    }
  }
}
