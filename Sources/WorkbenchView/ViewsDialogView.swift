import TerminalModel
import Workbench

/// The views on the number keys.
enum ViewsDialogView {
  /// Draws the views.
  static func draw(_ dialog: ViewsDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let views = Wording.views(state)
    let width = DialogLayout(in: state.size, width: 76, height: 6).textWidth
    // Where lines do not fit beside the names, that of the view under the cursor stands below.
    let isNarrow = width < narrowest
    let foot = foot(dialog, state, width: width, isNarrow: isNarrow)
    let layout = DialogLayout(
      in: state.size, width: 76, height: max(6, views.count + max(2, foot.count) + 3))
    grid.writeFrame("Views", layout.frame)
    let text = layout.text
    let gap = text.height > views.count + foot.count ? 1 : 0
    let room = max(1, min(views.count, text.height - foot.count - gap))
    let first = max(0, min(dialog.cursor - room + 1, views.count - room))
    for (offset, view) in views.dropFirst(first).prefix(room).enumerated() {
      let row = text.row + offset
      let index = first + offset
      let isSelected = index == dialog.cursor
      let style = isSelected ? Theme.bar : Style.plain
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: 1), style)
        grid.cursor = Position(row: row, column: text.column)
      }
      grid.write(view.key, row: row, column: text.column, style: isSelected ? style : Theme.key)
      let nameWidth = isNarrow ? max(1, text.width - 3 - 8) : 20
      grid.write(view.name, row: row, column: text.column + 3, width: nameWidth, style: style)
      if !isNarrow {
        grid.write(
          state.views[index].line, row: row, column: text.column + 24,
          width: max(1, text.width - 24 - 8), style: style)
      }
      let count = state.isOrderOnly(state.views[index]) ? Wording.noCount : view.count
      if let count {
        grid.writeRight(count, row: row, endColumn: text.endColumn, style: style)
      }
    }
    let row = text.row + room + gap
    let below = Rect(
      row: row, column: text.column, width: text.width, height: max(0, text.endRow - row))
    switch dialog.stage {
    case .list:
      for (offset, line) in foot.prefix(below.height).enumerated() {
        grid.write(
          line, row: row + offset, column: text.column, width: text.width, style: Theme.secondary)
      }
    case .name:
      let used = grid.write("Name: ", row: row, column: text.column, style: Theme.title)
      let box = Rect(
        row: row, column: text.column + used, width: max(2, text.width - used), height: 1)
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.input)
      DialogView.writeProblem(dialog.problem, row: row + 1, in: text, &grid)
    case .drop:
      DialogView.writeQuestion(
        foot.dropLast(), [("y", "yes"), ("n", "no")], in: below, style: Theme.attention, &grid)
    }
  }

  /// Columns of text from which on lines stand beside the names.
  private static let narrowest = 50

  /// What stands under the views: what the list shows, the box of a name, or a question.
  private static func foot(
    _ dialog: ViewsDialog, _ state: WorkbenchState, width: Int, isNarrow: Bool
  ) -> [String] {
    switch dialog.stage {
    case .list:
      let current = state.views.indices.contains(dialog.cursor) ? state.views[dialog.cursor] : nil
      let shown = "The list shows: \(state.queryText.isEmpty ? "all cases" : state.queryText)"
      let why = current.map(state.isOrderOnly) == true ? Wording.whyNoCount : nil
      let told = [isNarrow ? current?.line ?? shown : shown, why].compactMap(\.self)
      return told.flatMap { Wrap.lines($0, width: width) }
    case .name: return ["", ""]
    case .drop(let place):
      let name = state.views.indices.contains(place) ? state.views[place].name : ""
      let question = Wrap.lines("Drop the view “\(name)”?", width: width)
      // The last row is that of the answers.
      return (question.count <= 3 ? question : question.prefix(1) + ["…"] + question.suffix(1))
        + [""]
    }
  }
}
