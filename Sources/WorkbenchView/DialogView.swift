import CaseWire
import CasesAPI
import TerminalModel
import Workbench

/// What lies over the panes.
enum DialogView {
  /// Draws a dialog.
  static func draw(_ dialog: Dialog, _ state: WorkbenchState, _ grid: inout Grid) {
    grid.cursor = nil
    switch dialog {
    case .keys(let dialog): KeyListView.draw(dialog, state, &grid)
    case .close(let asked): QuestionView.draw(dialog, typed: asked.input, state, &grid)
    case .delete(let asked): QuestionView.draw(dialog, typed: asked.input, state, &grid)
    case .filter(let dialog): FilterDialogView.draw(dialog, state, &grid)
    case .sort(let dialog): drawSort(dialog, state, &grid)
    case .export(let dialog): ExportDialogView.draw(dialog, state, &grid)
    case .addEvent(let dialog):
      let label = dialog.isSending ? "Adding…" : "Event ids"
      drawLine(
        "Add events to #\(dialog.number)", label, dialog.input, dialog.problem,
        scroll: dialog.scroll, state, &grid)
    case .assign(let dialog): AssignDialogView.draw(dialog, state, &grid)
    case .goToCase(let dialog):
      drawLine("Open a case", "Number", dialog.input, dialog.problem, state, &grid)
    case .event(let dialog): EventDialogView.draw(dialog, state, &grid)
    case .conflict(let dialog): ConflictDialogView.draw(dialog, state, &grid)
    case .bulk(let dialog): BulkDialogView.draw(dialog, state, &grid)
    case .report(let dialog): ReportDialogView.draw(dialog, state, &grid)
    case .columns(let dialog): ColumnsDialogView.draw(dialog, state, &grid)
    case .palette(let dialog): PaletteDialogView.draw(dialog, state, &grid)
    case .views(let dialog): ViewsDialogView.draw(dialog, state, &grid)
    case .history(let dialog): HistoryDialogView.draw(dialog, state, &grid)
    case .difference(let dialog): DifferenceDialogView.draw(dialog, state, &grid)
    case .insert(let dialog): InsertDialogView.draw(dialog, state, &grid)
    case .drafts(let dialog): DraftsDialogView.draw(dialog, state, &grid)
    case .allDrafts(let dialog): AllDraftsDialogView.draw(dialog, state, &grid)
    case .confirm: QuestionView.draw(dialog, typed: nil, state, &grid)
    }
  }

  /// A question with one line to type.
  private static func drawLine(
    _ title: String, _ label: String, _ input: TextEditor, _ problem: String?, scroll: Int = 0,
    _ state: WorkbenchState, _ grid: inout Grid
  ) {
    let question = LineQuestion(problem: problem, in: state.size)
    grid.writeFrame(title, question.layout.frame)
    let text = question.layout.text
    grid.write(label, row: text.row, column: text.column, style: Theme.title)
    let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
    grid.restyle(box) { $0 = Theme.input }
    grid.writeBox(input, in: box, isFocused: true, style: Theme.input)
    grid.write(question.problem.seen(from: scroll), in: question.body)
    grid.writePlace(question.problem.place(from: scroll), in: question.layout.frame)
  }

  /// Writes what is wrong, as far as there are rows below.
  static func writeProblem(_ problem: String?, row: Int, in text: Rect, _ grid: inout Grid) {
    guard let problem else { return }
    for (offset, line) in Wrap.lines("✗ \(problem)", width: text.width).enumerated()
    where row + offset < text.endRow {
      grid.write(
        line, row: row + offset, column: text.column, width: text.width, style: Theme.danger)
    }
  }

  /// The rows that a problem takes in a dialog of a width, so that there is room for all of it.
  static func problemLines(_ problem: String?, width: Int, in size: Size) -> Int {
    let width = DialogLayout(in: size, width: width, height: 6).textWidth
    return problem.map { Wrap.lines("✗ \($0)", width: width).count } ?? 0
  }

  /// Draws choices with their letters, the words of each whole.
  static func drawChoices(
    _ choices: [(key: String, words: String)], title: String, width: Int, _ size: Size,
    _ grid: inout Grid
  ) {
    let room = DialogLayout(in: size, width: width, height: 6).textWidth - 3
    let rows = choices.map { ($0.key, Wrap.lines($0.words, width: max(1, room))) }
    let layout = DialogLayout(
      in: size, width: width, height: rows.map(\.1.count).reduce(2, +))
    grid.writeFrame(title, layout.frame)
    let text = layout.text
    grid.cursor = Position(row: text.row, column: text.column)
    var row = text.row
    for (key, lines) in rows where row < text.endRow {
      grid.write(key, row: row, column: text.column, style: Theme.key)
      for line in lines where row < text.endRow {
        grid.write(line, row: row, column: text.column + 3, width: text.width - 3)
        row += 1
      }
    }
  }

  private static func drawSort(
    _ dialog: SortDialog, _ state: WorkbenchState, _ grid: inout Grid
  ) {
    let choices = SortDialog.choices
    let layout = DialogLayout(in: state.size, width: 34, height: choices.count + 2)
    grid.writeFrame("Sort by", layout.frame)
    let text = layout.text
    let first = max(0, min(dialog.cursor, dialog.cursor - text.height + 1))
    for (offset, choice) in choices.dropFirst(first).prefix(text.height).enumerated() {
      let row = text.row + offset
      let isSelected = first + offset == dialog.cursor
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: 1), Theme.bar)
        grid.cursor = Position(row: row, column: text.column)
      }
      let style = isSelected ? Theme.bar : Style.plain
      grid.write(
        String(choice.letter), row: row, column: text.column,
        style: isSelected ? style : Theme.key)
      grid.write(choice.name, row: row, column: text.column + 3, style: style)
    }
  }

  /// Writes a question and what answers it; however long the names in it are, its last words and
  /// the answers are seen.
  static func writeQuestion(
    _ lines: [String], _ answers: [(key: String, label: String)], in text: Rect,
    style: Style = .plain, _ grid: inout Grid
  ) {
    let room = max(1, text.height - 1)
    let shown =
      lines.count <= room ? lines : lines.prefix(max(0, room - 2)) + ["…"] + lines.suffix(1)
    for (offset, line) in shown.suffix(room).enumerated() {
      grid.write(
        line, row: text.row + offset, column: text.column, width: text.width, style: style)
    }
    let end = text.row + min(shown.count, room)
    var column = text.column
    for (key, answer) in answers {
      column += grid.write(key, row: end, column: column, style: Theme.key) + 1
      column += grid.write(answer, row: end, column: column) + 3
    }
    grid.cursor = Position(row: end, column: text.column)
  }
}
