import TerminalModel
import Workbench

/// Saving a file: what, where to, and whether it may replace another.
enum ExportDialogView {
  /// Draws the dialog.
  static func draw(_ dialog: ExportDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    // A proxy or a certificate takes some words to be told.
    let width = DialogLayout(in: state.size, width: 70, height: 7).textWidth
    let rows = dialog.problem.map { Wrap.lines("✗ \($0)", width: width).count } ?? 0
    let layout = DialogLayout(in: state.size, width: 70, height: max(7, min(rows, 8) + 5))
    grid.writeFrame("Export #\(dialog.number)", layout.frame)
    let text = layout.text
    switch dialog.stage {
    case .kind:
      drawChoice("p", "summary as PDF: subject, details and findings", row: text.row, text, &grid)
      drawChoice("c", "file events as CSV, every field", row: text.row + 1, text, &grid)
      grid.cursor = Position(row: text.row, column: text.column)
    case .path, .replace:
      let way = state.work[.export(dialog.number)].map { "Saving the \($0)…" }
      let label = dialog.isSending ? way ?? "Saving…" : "Save as (in this folder or a path)"
      grid.write(
        label, row: text.row, column: text.column, width: text.width, style: Theme.title)
      let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(dialog.path, in: box, isFocused: true, style: Theme.input)
      if case .replace = dialog.stage {
        DialogView.writeQuestion(
          ["This file exists. Replace it?"], [("y", "yes"), ("n", "another name")],
          in: text.inset(top: 2), style: Theme.attention, &grid)
      }
      DialogView.writeProblem(
        dialog.problem, row: text.row + 3, in: text, rows: max(0, text.height - 3), &grid)
    }
  }

  private static func drawChoice(
    _ key: String, _ words: String, row: Int, _ text: Rect, _ grid: inout Grid
  ) {
    grid.write(key, row: row, column: text.column, style: Theme.key)
    grid.write(words, row: row, column: text.column + 3, width: text.width - 3)
  }
}
