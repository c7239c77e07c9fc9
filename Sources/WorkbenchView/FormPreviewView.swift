import Markdown
import TerminalModel
import Workbench

/// The text of the form as rendered Markdown, while it is written.
enum FormPreviewView {
  /// Draws the preview into its pane.
  static func draw(_ state: WorkbenchState, in pane: Rect, _ grid: inout Grid) {
    guard let body = state.previewBody else { return }
    let preview = state.preview
    let title = Wording.preview(of: state.previewedField)
    let standing = state.isPreviewBehind ? "…" : ""
    grid.writeTitle(title, standing, in: pane, isFocused: preview.isInstead)
    let cursorRows = state.previewRows
    if preview.isInstead {
      let row = cursorRows.lowerBound - preview.top
      grid.cursor = Position(
        row: body.row + ((0..<body.height).contains(row) ? row : 0), column: body.column)
    }
    guard let shown = preview.shown else { return }
    guard let lines = shown.lines, !lines.isEmpty else {
      let text = shown.lines == nil ? Wording.tooLargeToRender : Wording.nothingToRender
      for (offset, line) in Wrap.lines(text, width: max(1, body.width)).enumerated()
      where offset < body.height {
        grid.write(line, row: body.row + offset, column: body.column, style: Theme.secondary)
      }
      return
    }
    for (offset, line) in lines.dropFirst(preview.top).prefix(body.height).enumerated() {
      let row = body.row + offset
      grid.write(line.runs, row: row, in: body)
      if cursorRows.contains(preview.top + offset) {
        grid.write("▎", row: row, column: body.column - 1, style: Theme.accent)
      }
    }
    let hidden = lines.count - preview.top - body.height
    if hidden > 0, body.height > 2 {
      grid.writeRight(
        " \(hidden) more ↓", row: body.endRow - 1, endColumn: body.endColumn,
        style: Theme.secondary)
    }
  }
}
