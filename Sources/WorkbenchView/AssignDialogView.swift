import CaseWire
import TerminalModel
import Workbench

/// The question who shall look after a case.
enum AssignDialogView {
  /// Draws the question.
  static func draw(_ dialog: AssignDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout(in: state.size, width: 66, height: 13)
    let number = dialog.summary.number
    grid.writeFrame(
      dialog.isSending ? "Assign #\(number) · sending…" : "Assign #\(number)", layout.frame)
    let text = layout.text
    let names = state.choices(of: dialog)
    let now = dialog.summary.assigneeUsername ?? dialog.summary.assignee?.rawValue
    grid.write(
      "Now \(now ?? AssignDialog.nobody) · a user name, or ↓", row: text.row, column: text.column,
      width: text.width, style: Theme.secondary)
    let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
    grid.restyle(box) { $0 = Theme.input }
    let told = dialog.problem ?? (state.me == nil && dialog.input.isEmpty ? Wording.whoIsMe : nil)
    let rows = told == nil ? 0 : 2
    let list = Rect(
      row: text.row + 2, column: text.column, width: text.width,
      height: max(1, text.height - 2 - rows))
    if !dialog.isSending {
      PeopleView.draw(names, cursor: dialog.choice.cursor, me: state.me, in: list, &grid)
    }
    grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.input)
    let end = min(list.row + names.count, list.endRow)
    if let problem = dialog.problem {
      DialogView.writeProblem(problem, row: end, in: text, rows: 2, &grid)
    } else if let told {
      for (offset, line) in Wrap.lines(told, width: text.width).prefix(2).enumerated() {
        grid.write(line, row: end + offset, column: text.column, style: Theme.secondary)
      }
    }
  }
}
