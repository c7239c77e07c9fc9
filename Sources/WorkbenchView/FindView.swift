import TerminalModel
import Workbench

/// The two boxes under a form: what is looked for, and what is put in its place.
enum FindView {
  /// Columns of the names of the boxes.
  private static let labelWidth = 9

  /// Draws them, with the count of hits beside the first one.
  static func draw(_ find: TextFind, hasFocus: Bool, in rows: Rect, _ grid: inout Grid) {
    grid.fill(rows)
    let hits = Wording.hits(of: find)
    let told = find.isExact && !hits.isEmpty ? "\(hits), exact case" : hits
    grid.writeRight(
      told, row: rows.row, endColumn: rows.endColumn,
      style: find.current == nil ? Theme.attention : Theme.secondary)
    let boxes = [
      ("Find", find.query, !find.isReplacing), ("Replace", find.replacement, find.isReplacing),
    ]
    for (offset, (label, editor, isFocused)) in boxes.enumerated().prefix(rows.height) {
      let taken = labelWidth + (offset == 0 ? CellText.width(of: told) + 1 : 0)
      let box = Rect(
        row: rows.row + offset, column: rows.column + labelWidth,
        width: max(1, rows.width - taken), height: 1)
      grid.write(
        label, row: box.row, column: rows.column,
        style: isFocused ? Theme.focusedTitle : Theme.title)
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(editor, in: box, isFocused: isFocused && hasFocus, style: Theme.input)
    }
  }
}
