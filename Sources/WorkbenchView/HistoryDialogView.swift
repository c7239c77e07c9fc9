import CaseWire
import TerminalModel
import Workbench

/// How a case changed.
enum HistoryDialogView {
  /// Columns of a time without its year.
  private static let timeWidth = 12
  /// Columns between two parts of a row.
  private static let gap = 2

  /// Draws the history.
  static func draw(_ dialog: HistoryDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = HistoryLayout(state.size)
    grid.writeFrame(Wording.title(of: dialog), layout.frame)
    grid.cursor = Position(row: layout.list.row, column: layout.list.column)
    guard let total = dialog.total, total > 0 else {
      drawEmpty(dialog, state, in: layout, &grid)
      return
    }
    for (offset, item) in dialog.items.dropFirst(dialog.top).prefix(layout.list.height).enumerated()
    {
      let isSelected = dialog.top + offset == dialog.cursor
      draw(item, row: layout.list.row + offset, isSelected, in: layout.list, state.zone, &grid)
    }
    drawRule(dialog, total, in: layout, &grid)
    grid.write(dialog.lines.dropFirst(dialog.scroll), in: layout.detail)
    grid.writeHidden(dialog.lines.count - dialog.scroll - layout.detail.height, in: layout.frame)
  }

  private static func drawEmpty(
    _ dialog: HistoryDialog, _ state: WorkbenchState, in layout: HistoryLayout,
    _ grid: inout Grid
  ) {
    let nothing = Wording.nothing(in: dialog, keepsCache: state.keepsCache)
    let text = dialog.isLoading ? "…" : dialog.failure ?? nothing
    let lines = Wrap.lines(text, width: layout.list.width)
    for (offset, line) in lines.prefix(layout.frame.height - 2).enumerated() {
      grid.write(line, row: layout.list.row + offset, column: layout.list.column)
    }
  }

  /// One change: when, who, what.
  private static func draw(
    _ item: HistoryItem, row: Int, _ isSelected: Bool, in list: Rect, _ zone: Zone,
    _ grid: inout Grid
  ) {
    if isSelected {
      grid.fill(Rect(row: row, column: list.column, width: list.width, height: 1), Theme.bar)
      grid.cursor = Position(row: row, column: list.column)
    }
    let style = isSelected ? Theme.bar : Style.plain
    let whoWidth = min(28, max(8, list.width / 4))
    var column = list.column
    grid.write(
      TimeText.short(item.time, in: zone), row: row, column: column,
      style: isSelected ? style : Theme.secondary)
    column += timeWidth + gap
    grid.write(
      item.who ?? Wording.somebody, row: row, column: column, width: whoWidth, style: style)
    column += whoWidth + gap
    grid.write(
      Wording.what(item), row: row, column: column, width: list.endColumn - column, style: style)
  }

  /// The line under the changes, with the place of the cursor among them.
  private static func drawRule(
    _ dialog: HistoryDialog, _ total: Int, in layout: HistoryLayout, _ grid: inout Grid
  ) {
    let line = String(repeating: "─", count: layout.frame.width - 2)
    grid.write(
      "├\(line)┤", row: layout.ruleRow, column: layout.frame.column, style: Theme.accent)
    let place = dialog.failure ?? "\(dialog.cursor + 1) of \(Wording.grouped(total))"
    let style = dialog.failure == nil ? Theme.secondary : Theme.danger
    let width = min(CellText.width(of: place), layout.list.width - 4)
    grid.write(
      " \(place) ", row: layout.ruleRow, column: layout.frame.endColumn - 4 - width,
      width: width + 2, style: style)
  }
}
