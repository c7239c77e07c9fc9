import CaseWire
import TerminalModel
import Workbench

/// The columns of the list: number and name always, then change, then assignee, as there is room.
struct CaseListColumns {
  private static let changeWidth = 7
  private let pane: Rect
  private let numberWidth: Int
  private let assigneeWidth: Int
  private let hasChange: Bool

  /// Chooses the columns that fit a pane.
  init(_ pane: Rect, _ list: CaseListState) {
    self.pane = pane
    let shown = (list.top..<list.top + list.height).compactMap { list.row($0)?.number.rawValue }
    // The total holds the column still while rows with shorter numbers scroll by.
    numberWidth = max(4, String(max(shown.max() ?? 0, Int64(list.total ?? 0))).utf8.count)
    hasChange = pane.width >= 36
    assigneeWidth = pane.width >= 70 ? 14 : pane.width >= 46 ? 9 : 0
  }

  private var nameColumn: Int { pane.column + 1 + numberWidth + 3 }
  private var changeEnd: Int { pane.endColumn - 1 }
  private var assigneeColumn: Int {
    changeEnd - (hasChange ? Self.changeWidth + 1 : 0) - assigneeWidth
  }
  /// Before the assignee stands the mark of a draft, with a blank on each side.
  private var nameWidth: Int {
    max(1, (assigneeWidth > 0 ? assigneeColumn : assigneeColumn + 1) - 3 - nameColumn)
  }

  /// Draws the headings.
  func drawHeadings(row: Int, _ grid: inout Grid) {
    let style = Theme.secondary
    grid.writeRight("#", row: row, endColumn: pane.column + 1 + numberWidth, style: style)
    grid.write("Name", row: row, column: nameColumn, width: nameWidth, style: style)
    if assigneeWidth > 0 {
      grid.write("Assignee", row: row, column: assigneeColumn, width: assigneeWidth, style: style)
    }
    if hasChange { grid.writeRight("Changed", row: row, endColumn: changeEnd, style: style) }
  }

  /// Draws a case, or the place of one that has not come yet.
  func draw(
    _ summary: CaseSummary?, _ state: WorkbenchState, row: Int, isSelected: Bool, isSettled: Bool,
    isMarked: Bool, style: Style, _ grid: inout Grid
  ) {
    if style != .plain {
      grid.fill(Rect(row: row, column: pane.column, width: pane.width, height: 1), style)
    }
    if isSelected { grid.write("▌", row: row, column: pane.column, style: style) }
    guard let summary else {
      grid.write("…", row: row, column: nameColumn, style: style)
      return
    }
    let number = String(summary.number.rawValue)
    let column = pane.column + 1 + numberWidth
    grid.write(number, row: row, column: column - number.utf8.count, style: style)
    if isMarked { grid.write("●", row: row, column: column, style: style) }
    grid.write(statusLetter(summary.status, isSettled), row: row, column: column + 1, style: style)
    grid.write(summary.name, row: row, column: nameColumn, width: nameWidth, style: style)
    if state.drafts[.existing(summary.number)] != nil {
      grid.write("✎", row: row, column: nameColumn + nameWidth + 1, style: style)
    }
    if assigneeWidth > 0 {
      grid.write(
        assignee(summary), row: row, column: assigneeColumn, width: assigneeWidth, style: style)
    }
    if hasChange {
      let age = TimeText.age(summary.updatedAt, now: state.now, in: state.zone)
      grid.write(age, row: row, column: changeEnd - age.utf8.count, style: style)
    }
  }

  private func assignee(_ summary: CaseSummary) -> String {
    guard let name = summary.assigneeUsername ?? summary.assignee?.rawValue else { return "–" }
    return String(name.prefix { $0 != "@" })
  }

  /// Open cases need no letter; a row that is settled since the list was fetched has one at once.
  private func statusLetter(_ status: CaseStatus, _ isSettled: Bool) -> String {
    switch status {
    case .open: isSettled ? "✓" : " "
    case .closed: "C"
    case .archived: "A"
    default: "?"
    }
  }
}
