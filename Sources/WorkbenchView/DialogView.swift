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
    case .close(let dialog): CloseDialogView.draw(dialog, state, &grid)
    case .delete(let dialog): DeleteDialogView.draw(dialog, state, &grid)
    case .filter(let dialog): FilterDialogView.draw(dialog, state, &grid)
    case .sort(let dialog): drawSort(dialog, state, &grid)
    case .export(let dialog): ExportDialogView.draw(dialog, state, &grid)
    case .addEvent(let dialog):
      let label = dialog.isSending ? "Adding…" : "Event ids"
      drawLine(
        "Add events to #\(dialog.number)", label, dialog.input, dialog.problem, state, &grid)
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
    case .confirm(let dialog): drawConfirm(dialog, state, &grid)
    }
  }

  /// A question with one line to type.
  private static func drawLine(
    _ title: String, _ label: String, _ input: TextEditor, _ problem: String?,
    _ state: WorkbenchState, _ grid: inout Grid
  ) {
    // A problem may name events, whose ids are long.
    let width = DialogLayout(in: state.size, width: 76, height: 6).textWidth
    let rows = problem.map { Wrap.lines("✗ \($0)", width: width).count } ?? 0
    let layout = DialogLayout(in: state.size, width: 76, height: max(6, min(rows, 8) + 4))
    grid.writeFrame(title, layout.frame)
    let text = layout.text
    grid.write(label, row: text.row, column: text.column, style: Theme.title)
    let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
    grid.restyle(box) { $0 = Theme.input }
    grid.writeBox(input, in: box, isFocused: true, style: Theme.input)
    writeProblem(problem, row: text.row + 2, in: text, rows: max(0, text.height - 2), &grid)
  }

  /// What is wrong, in the rows that are left for it.
  static func writeProblem(
    _ problem: String?, row: Int, in text: Rect, rows: Int, _ grid: inout Grid
  ) {
    guard let problem else { return }
    for (offset, line) in Wrap.lines("✗ \(problem)", width: text.width).prefix(rows).enumerated() {
      grid.write(
        line, row: row + offset, column: text.column, width: text.width, style: Theme.danger)
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

  private static func drawConfirm(
    _ dialog: ConfirmDialog, _ state: WorkbenchState, _ grid: inout Grid
  ) {
    let title: String
    let question: String
    var answers = [("y", "yes"), ("n", "no")]
    switch dialog.question {
    case .discardDraft(let draft):
      title = "Drop the draft"
      let fields = draft.changedFields.map(Wording.name).joined(separator: ", ")
      question = "What was written in \(fields) is lost. Drop it?"
    case .removeEvent(let event, let number):
      title = "Take the event off #\(number)"
      question =
        "\(event.fileName ?? event.eventId.rawValue) is no longer evidence of #\(number) then. "
        + "Take it off?"
    case .resumeTriage(let session):
      title = "Triage session"
      question =
        "A session of \(TimeText.full(session.startedAt, in: state.zone)) was left with "
        + "\(Wording.grouped(session.leftCount)) of \(Wording.grouped(session.entries.count)) cases to go."
      answers = [("y", "go on with it"), ("n", "begin anew"), ("Esc", "leave")]
    case .retrace(let step, let retrace):
      title = retrace == .undo ? "Take a change back" : "Make a change again"
      question = Wording.question(step, retrace)
    case .outboxWaits:
      title = "Leave"
      question = Wording.heldOutbox(state.outbox) ?? ""
      answers = [("y", "send now and leave"), ("u", "take back and leave"), ("Esc", "stay")]
    case .loseDrafts:
      title = "Leave and lose what was typed"
      question = "\(Wording.whyDraftsAreLost(state)). What was typed and not saved is lost. Leave?"
    case .leaveAnyway:
      title = "Leave now"
      question = "Changes are still on their way. Texts are kept as drafts. Leave now?"
    }
    let width = DialogLayout(in: state.size, width: 66, height: 6).textWidth
    let whole = Wrap.lines(question, width: width)
    let layout = DialogLayout(in: state.size, width: 66, height: max(6, whole.count + 3))
    grid.writeFrame(title, layout.frame)
    writeQuestion(whole, answers, in: layout.text, &grid)
  }

  /// Writes a question and what answers it; however long the names in it are, its last words and the
  /// answers are seen.
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
