import CaseWire
import CasesAPI
import TerminalModel
import Workbench

/// Somebody else has changed a field that the form changes too: both texts, side by side.
enum ConflictDialogView {
  /// Draws the question about one field.
  static func draw(_ dialog: ConflictDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    guard let field = dialog.field else { return }
    let layout = DialogLayout(
      in: state.size, width: state.size.width - 4, height: state.size.height - 3)
    let who = dialog.latest.summary.lastModifiedByUsername ?? "somebody else"
    let place = "\(dialog.decided + 1) of \(dialog.fields.count)"
    grid.writeFrame("\(Wording.name(of: field)): changed by \(who) too · \(place)", layout.frame)
    let text = layout.text
    let width = (text.width - 3) / 2
    let mine = state.form?.texts[field] ?? ""
    drawColumn(
      "Theirs", "t", dialog.theirs, from: dialog.scroll,
      in: Rect(row: text.row, column: text.column, width: width, height: text.height), &grid)
    for row in text.row..<text.endRow {
      grid.write("│", row: row, column: text.column + width + 1, style: Theme.secondary)
    }
    drawColumn(
      "Mine", "m", mine, from: dialog.scroll,
      in: Rect(
        row: text.row, column: text.column + width + 3, width: width, height: text.height), &grid)
    grid.cursor = Position(row: text.row, column: text.column)
  }

  private static func drawColumn(
    _ title: String, _ key: String, _ words: String, from line: Int, in column: Rect,
    _ grid: inout Grid
  ) {
    let used = grid.write(key, row: column.row, column: column.column, style: Theme.key)
    grid.write(
      " \(title)", row: column.row, column: column.column + used, style: Theme.heading)
    let lines = words.isEmpty ? ["(empty)"] : Wrap.lines(words, width: column.width)
    let first = max(0, min(line, lines.count - column.height + 1))
    for (offset, words) in lines.dropFirst(first).prefix(column.height - 1).enumerated() {
      grid.write(
        words, row: column.row + 1 + offset, column: column.column, width: column.width)
    }
  }
}
