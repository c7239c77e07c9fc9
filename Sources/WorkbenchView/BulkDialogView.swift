import CaseWire
import TerminalModel
import Workbench

/// Doing something to many cases.
enum BulkDialogView {
  /// Draws the dialog.
  static func draw(_ dialog: BulkDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let count = Wording.grouped(dialog.cases.count)
    switch dialog.stage {
    case .run: drawRun(dialog, state, &grid)
    case .menu:
      let layout = DialogLayout(in: state.size, width: 66, height: BulkKind.allCases.count + 2)
      grid.writeFrame("\(count) marked", layout.frame)
      let text = layout.text
      for (offset, kind) in BulkKind.allCases.prefix(text.height).enumerated() {
        let row = text.row + offset
        grid.write(String(kind.rawValue), row: row, column: text.column, style: Theme.key)
        grid.write(
          Wording.choice(kind), row: row, column: text.column + 3, width: text.width - 3)
      }
      grid.cursor = Position(row: text.row, column: text.column)
    case .words(let kind):
      let layout = DialogLayout(in: state.size, width: 66, height: kind.isPerson ? 13 : 6)
      grid.writeFrame("\(count) marked", layout.frame)
      let text = layout.text
      grid.write(
        Wording.words(of: kind), row: text.row, column: text.column, width: text.width,
        style: Theme.title)
      guard !kind.isPerson else {
        let isMine = kind == .assign && dialog.input.isEmpty
        let names = state.choices(of: dialog)
        let isOnly = state.isOnlyPerson(of: names, beginning: dialog.input.text)
        PeopleView.drawField(
          dialog.input, names, cursor: dialog.choice.row(isOnly: isOnly), problem: dialog.problem,
          remark: state.me == nil && isMine ? Wording.whoIsMe : nil, me: state.me, in: text, &grid)
        return
      }
      let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.input)
      DialogView.writeProblem(dialog.problem, row: text.row + 2, in: text, rows: 2, &grid)
    case .confirm(let act): drawQuestion(act, dialog, state, &grid)
    }
  }

  private static func drawQuestion(
    _ act: BulkAct, _ dialog: BulkDialog, _ state: WorkbenchState, _ grid: inout Grid
  ) {
    let layout = DialogLayout(in: state.size, width: 66, height: 12)
    grid.writeFrame("\(Wording.grouped(dialog.cases.count)) marked", layout.frame)
    let text = layout.text
    var row = text.row
    let style = act.isForEver ? Theme.attention : Style.plain
    for line in Wrap.lines(Wording.question(act, dialog), width: text.width).prefix(4) {
      grid.write(line, row: row, column: text.column, width: text.width, style: style)
      row += 1
    }
    let room = text.endRow - row - 3
    if room > 0 {
      let shown = dialog.cases.prefix(dialog.cases.count > room ? room - 1 : room)
      for summary in shown {
        grid.write(
          "#\(summary.number)  \(summary.name)", row: row, column: text.column,
          width: text.width, style: Theme.secondary)
        row += 1
      }
      let more = dialog.cases.count - shown.count
      if more > 0 {
        grid.write(
          "and \(Wording.grouped(more)) more", row: row, column: text.column,
          style: Theme.secondary)
        row += 1
      }
    }
    guard row < text.endRow else { return }
    guard act.isForEver else {
      let used = grid.write("y", row: row, column: text.column, style: Theme.key)
      grid.write(" yes   n no", row: row, column: text.column + used)
      grid.cursor = Position(row: row, column: text.column)
      return
    }
    let used = grid.write(
      "Type \(dialog.cases.count), the count of the cases: ", row: row, column: text.column)
    let box = Rect(
      row: row, column: text.column + used, width: max(2, text.width - used), height: 1)
    grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.key)
    DialogView.writeProblem(dialog.problem, row: row + 1, in: text, rows: 2, &grid)
  }

  private static func drawRun(
    _ dialog: BulkDialog, _ state: WorkbenchState, _ grid: inout Grid
  ) {
    guard let run = state.bulk else { return }
    let layout = DialogLayout(
      in: state.size, width: 90, height: max(7, min(20, state.size.height - 6)))
    grid.writeFrame(run.isFinished ? "Done" : "Under way", layout.frame)
    let text = layout.text
    grid.write(
      Wording.state(of: run), row: text.row, column: text.column, width: text.width,
      style: Theme.title)
    grid.cursor = Position(row: text.row, column: text.column)
    let done = run.order.cases.isEmpty ? 0 : run.results.count * text.width / run.order.cases.count
    grid.write(
      String(repeating: "━", count: done), row: text.row + 1, column: text.column,
      style: Theme.done)
    grid.write(
      String(repeating: "─", count: text.width - done), row: text.row + 1,
      column: text.column + done, style: Theme.secondary)
    let body = text.inset(top: 3)
    for (offset, failure) in run.failures.dropFirst(dialog.scroll).prefix(body.height).enumerated()
    {
      grid.write(
        "✗ #\(failure.number)  \(failure.reason)", row: body.row + offset, column: body.column,
        width: body.width, style: Theme.danger)
    }
  }
}
