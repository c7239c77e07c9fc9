import CaseWire
import TerminalModel
import Workbench

/// The form of the filter.
enum FilterDialogView {
  private static let labelWidth = 14

  /// Draws the form.
  static func draw(_ dialog: FilterDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout(in: state.size, width: 70, height: 13)
    grid.writeFrame(dialog.isSending ? "Filter · looking people up…" : "Filter", layout.frame)
    let text = layout.text
    let fields = FilterField.allCases
    let focus = fields.firstIndex(of: dialog.focus) ?? 0
    let shown = max(1, text.height - 1)
    let first = max(0, focus - shown + 1)
    for (offset, field) in fields.dropFirst(first).prefix(shown).enumerated() {
      draw(field, dialog, row: text.row + offset, in: text, &grid)
    }
    let end = text.row + min(shown, fields.count)
    if let problem = dialog.problems[dialog.focus] {
      DialogView.writeProblem(problem, row: end, in: text, rows: 2, &grid)
    } else if end < text.endRow {
      grid.write(
        help(dialog.focus, state.zone), row: end, column: text.column, width: text.width,
        style: Theme.secondary)
    }
  }

  private static func draw(
    _ field: FilterField, _ dialog: FilterDialog, row: Int, in text: Rect, _ grid: inout Grid
  ) {
    let isFocused = dialog.focus == field
    let isWrong = dialog.problems[field] != nil
    grid.write(
      field.label, row: row, column: text.column,
      style: isWrong ? Theme.danger : isFocused ? Theme.focusedTitle : Theme.title)
    let column = text.column + labelWidth
    guard field == .status else {
      let box = Rect(row: row, column: column, width: text.endColumn - column, height: 1)
      guard let editor = dialog.editors[field] else { return }
      grid.restyle(box) { $0 = Theme.input }
      grid.writeBox(editor, in: box, isFocused: isFocused, style: Theme.input)
      return
    }
    var next = column
    for (index, status) in FilterDialog.statuses.enumerated() {
      let box = dialog.chosen.contains(status) ? "[x] " : "[ ] "
      if isFocused, index == dialog.statusCursor {
        grid.cursor = Position(row: row, column: next + 1)
      }
      next += grid.write(box + status.rawValue.lowercased(), row: row, column: next) + 3
    }
  }

  private static func help(_ field: FilterField, _ zone: Zone) -> String {
    switch field {
    case .status: "← → and Space; o open, c closed, a all"
    case .name: "a part of the name, in capitals or not"
    case .assignee: "a user name, or \(FilterDialog.nobody) for nobody"
    case .subject, .lastModifiedBy: "a user name"
    case .createdFrom, .createdTo, .updatedFrom, .updatedTo:
      "2026-10-26 or 7d; whole days, \(zone == .utc ? "UTC" : "local time")"
    }
  }
}
