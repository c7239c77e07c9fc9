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
      let choices = BulkKind.allCases.map { (String($0.rawValue), Wording.choice($0)) }
      DialogView.drawChoices(choices, title: "\(count) marked", width: 66, state.size, &grid)
    case .words(let kind):
      let problem = DialogView.problemLines(dialog.problem, width: 66, in: state.size)
      let layout = DialogLayout(
        in: state.size, width: 66, height: kind.isPerson ? 13 : max(6, problem + 4))
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
          remark: state.me == nil && isMine ? Wording.whoIsMe : nil, me: state.me,
          in: text.inset(top: 1), &grid)
        return
      }
      let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.input)
      DialogView.writeProblem(dialog.problem, row: text.row + 2, in: text, &grid)
    case .confirm:
      QuestionView.draw(.bulk(dialog), typed: dialog.input, state, &grid)
    }
  }

  private static func drawRun(
    _ dialog: BulkDialog, _ state: WorkbenchState, _ grid: inout Grid
  ) {
    guard let run = state.bulk else { return }
    let sheet = run.sheet(in: state.size)
    grid.writeFrame(run.isFinished ? "Done" : "Under way", sheet.layout.frame)
    let text = sheet.layout.text
    grid.cursor = Position(row: text.row, column: text.column)
    for (offset, line) in sheet.head.prefix(text.height).enumerated() {
      grid.write(
        line, row: text.row + offset, column: text.column, width: text.width, style: Theme.title)
    }
    let done = run.order.cases.isEmpty ? 0 : run.results.count * text.width / run.order.cases.count
    grid.write(
      String(repeating: "━", count: done), row: sheet.barRow, column: text.column,
      style: Theme.done)
    grid.write(
      String(repeating: "─", count: text.width - done), row: sheet.barRow,
      column: text.column + done, style: Theme.secondary)
    grid.write(sheet.failures.seen(from: dialog.scroll), in: sheet.body)
    grid.writePlace(sheet.failures.place(from: dialog.scroll), in: sheet.layout.frame)
  }
}
