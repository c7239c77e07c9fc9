import TerminalModel
import Workbench

/// Saving a file: what, where to, and whether it may replace another.
enum ExportDialogView {
  /// Draws the dialog.
  static func draw(_ dialog: ExportDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let title = "Export #\(dialog.number)"
    if dialog.stage == .kind {
      let choices = [
        ("p", "summary as PDF: subject, details and findings"),
        ("c", "file events as CSV, every field"),
      ]
      DialogView.drawChoices(choices, title: title, width: 70, state.size, &grid)
      return
    }
    let way = state.work[.export(dialog.number)].map { "Saving the \($0)…" }
    let words = dialog.isSending ? way ?? "Saving…" : "Save as (in this folder or a path)"
    let width = DialogLayout(in: state.size, width: 70, height: 7).textWidth
    let label = Wrap.lines(words, width: width)
    let problem = DialogView.problemLines(dialog.problem, width: 70, in: state.size)
    let layout = DialogLayout(
      in: state.size, width: 70, height: max(7, label.count + problem + 4))
    grid.writeFrame(title, layout.frame)
    let text = layout.text
    for (offset, line) in label.enumerated() where offset < text.height {
      grid.write(
        line, row: text.row + offset, column: text.column, width: text.width, style: Theme.title)
    }
    let row = text.row + label.count
    let box = Rect(row: row, column: text.column, width: text.width, height: 1)
    grid.restyle(box) { $0 = Theme.input }
    grid.writeBox(dialog.path, in: box, isFocused: true, style: Theme.input)
    if case .replace = dialog.stage {
      DialogView.writeQuestion(
        ["This file exists. Replace it?"], [("y", "yes"), ("n", "another name")],
        in: text.inset(top: label.count + 1), style: Theme.attention, &grid)
    }
    DialogView.writeProblem(dialog.problem, row: row + 2, in: text, &grid)
  }
}
