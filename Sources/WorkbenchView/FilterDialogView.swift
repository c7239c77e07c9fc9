import CaseWire
import TerminalModel
import Workbench

/// The form of the filter.
enum FilterDialogView {
  /// Draws the form.
  static func draw(_ dialog: FilterDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout(in: state.size, width: 70, height: 13)
    grid.writeFrame(dialog.isSending ? "Filter · looking people up…" : "Filter", layout.frame)
    let text = layout.text
    let statusRows = statusRows(in: text)
    // The rows from top to bottom: a field may take more than one.
    let rows =
      statusRows.indices.map { (field: FilterField.status, part: $0) }
      + FilterField.allCases.filter { $0 != .status }.map { (field: $0, part: 0) }
    let focus = rows.lastIndex { $0.field == dialog.focus } ?? 0
    let problem = dialog.problems[dialog.focus]
    let foot = Wrap.lines(
      problem.map { "✗ \($0)" } ?? help(dialog.focus, state.zone), width: text.width)
    let shown = max(1, text.height - foot.count)
    let first = max(0, focus - shown + 1)
    for (offset, line) in rows.dropFirst(first).prefix(shown).enumerated() {
      let row = text.row + offset
      if line.part == 0 { drawLabel(line.field, dialog, row: row, in: text, &grid) }
      if line.field == .status {
        drawStatuses(statusRows[line.part], dialog, row: row, in: text, &grid)
      } else {
        drawBox(line.field, dialog, row: row, in: text, &grid)
      }
    }
    grid.writeHidden(rows.count - first - shown, in: layout.frame)
    let end = text.row + min(shown, rows.count)
    for (offset, line) in foot.enumerated() where end + offset < text.endRow {
      grid.write(
        line, row: end + offset, column: text.column, width: text.width,
        style: problem == nil ? Theme.secondary : Theme.danger)
    }
  }

  /// Columns of the names of the fields; where room is short, one less.
  private static func labelWidth(in text: Rect) -> Int { text.width < 50 ? 13 : 14 }

  /// The states by rows, as many in each as there is room for.
  private static func statusRows(in text: Rect) -> [[Int]] {
    let room = text.width - labelWidth(in: text)
    var rows: [[Int]] = [[]]
    var used = 0
    for (index, status) in FilterDialog.statuses.enumerated() {
      let width = status.rawValue.count + 4
      if used > 0, used + width > room {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(index)
      used += width + 3
    }
    return rows
  }

  private static func drawLabel(
    _ field: FilterField, _ dialog: FilterDialog, row: Int, in text: Rect, _ grid: inout Grid
  ) {
    let isWrong = dialog.problems[field] != nil
    grid.write(
      field.label, row: row, column: text.column,
      style: isWrong ? Theme.danger : dialog.focus == field ? Theme.focusedTitle : Theme.title)
  }

  private static func drawBox(
    _ field: FilterField, _ dialog: FilterDialog, row: Int, in text: Rect, _ grid: inout Grid
  ) {
    guard let editor = dialog.editors[field] else { return }
    let box = text.inset(top: row - text.row, left: labelWidth(in: text))
    let line = Rect(row: row, column: box.column, width: box.width, height: 1)
    grid.restyle(line) { $0 = Theme.input }
    grid.writeBox(editor, in: line, isFocused: dialog.focus == field, style: Theme.input)
  }

  private static func drawStatuses(
    _ indices: [Int], _ dialog: FilterDialog, row: Int, in text: Rect, _ grid: inout Grid
  ) {
    var next = text.column + labelWidth(in: text)
    for index in indices {
      let status = FilterDialog.statuses[index]
      let box = dialog.chosen.contains(status) ? "[x] " : "[ ] "
      if dialog.focus == .status, index == dialog.statusCursor {
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
