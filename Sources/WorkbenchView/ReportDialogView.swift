import CaseWire
import TerminalModel
import Workbench

/// A report, to be read and to be saved.
enum ReportDialogView {
  /// Draws the report.
  static func draw(_ dialog: ReportDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout.event(in: state.size)
    grid.writeFrame(dialog.report.title, layout.frame)
    let text = layout.text
    let summary = dialog.stage == .report ? dialog.summary(in: layout) : []
    for (offset, line) in summary.enumerated() {
      grid.write(
        line, row: text.row + offset, column: text.column, width: text.width, style: Theme.title)
    }
    let top = summary.count + 1
    let done = dialog.doneLines(in: layout)
    grid.cursor = Position(row: text.row, column: text.column)
    switch dialog.stage {
    case .report:
      let body = text.inset(top: top, bottom: done.count)
      let rows = dialog.report.rows(width: text.width)
      let shown = rows.dropFirst(dialog.scroll).prefix(body.height)
      grid.write(shown.map(\.line)[...], in: body)
      for (offset, row) in shown.enumerated() where row.item == dialog.cursor {
        let bar = Rect(row: body.row + offset, column: body.column, width: body.width, height: 1)
        grid.restyle(bar) { $0 = Theme.bar }
      }
      if let first = shown.firstIndex(where: { $0.item == dialog.cursor }) {
        grid.cursor = Position(row: body.row + first - dialog.scroll, column: body.column)
      }
      if rows.isEmpty {
        grid.write("Nothing.", row: body.row, column: body.column)
      }
      grid.writeHidden(rows.count - dialog.scroll - body.height, in: layout.frame)
      for (offset, line) in done.enumerated() {
        grid.write(
          line, row: text.endRow - done.count + offset, column: text.column, width: text.width,
          style: Theme.done)
      }
    case .path, .replace:
      let label = dialog.isSending ? "Saving…" : "Save as (in this folder or a path)"
      grid.write(label, row: text.row, column: text.column, style: Theme.title)
      let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(dialog.path, in: box, isFocused: true, style: Theme.input)
      if case .replace = dialog.stage {
        DialogView.writeQuestion(
          ["This file exists. Replace it?"], [("y", "yes"), ("n", "another name")],
          in: text.inset(top: 2), style: Theme.attention, &grid)
      }
      DialogView.writeProblem(dialog.problem, row: text.row + 3, in: text, &grid)
    }
  }
}
