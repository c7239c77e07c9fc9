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
    let label = Wrap.lines(
      "Now \(now ?? AssignDialog.nobody) · a user name, or ↓", width: text.width)
    for (offset, line) in label.enumerated() where offset < text.height {
      grid.write(
        line, row: text.row + offset, column: text.column, width: text.width,
        style: Theme.secondary)
    }
    let isOnly = state.isOnlyPerson(of: names, beginning: dialog.input.text)
    // The names go with the answer of the server, so none is chosen while it is awaited.
    PeopleView.drawField(
      dialog.input, dialog.isSending ? [] : names, cursor: dialog.choice.row(isOnly: isOnly),
      problem: dialog.problem,
      remark: state.me == nil && dialog.input.isEmpty ? Wording.whoIsMe : nil, me: state.me,
      in: text.inset(top: label.count), &grid)
  }
}
