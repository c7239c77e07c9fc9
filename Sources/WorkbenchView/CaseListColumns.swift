import CaseWire
import TerminalModel
import Workbench

/// The columns of the list: number and name always, the others as chosen and as there is room.
struct CaseListColumns {
  private let pane: Rect
  private let numberWidth: Int
  private let columns: [(column: ListColumn, start: Int, width: Int)]
  private let nameWidth: Int

  /// Chooses the columns that fit a pane.
  init(_ pane: Rect, _ state: WorkbenchState) {
    self.pane = pane
    let list = state.list
    let shown = (list.top..<list.top + list.height).compactMap { list.row($0)?.number.rawValue }
    // The total holds the column still while rows with shorter numbers scroll by.
    numberWidth = max(4, String(max(shown.max() ?? 0, Int64(list.total ?? 0))).utf8.count)
    var end = pane.endColumn - 1
    var placed: [(column: ListColumn, start: Int, width: Int)] = []
    for column in state.columns.fitting(in: pane.width).reversed() {
      let width = state.columns.width(of: column, in: pane.width)
      placed.insert((column, end - width, width), at: 0)
      end -= width + 1
    }
    columns = placed
    // Before the first of them stands the mark of a draft, with a blank on each side.
    let first = placed.first.map { $0.column.isTime ? $0.start + 1 : $0.start } ?? end + 1
    nameWidth = max(1, first - 3 - (pane.column + 1 + numberWidth + 3))
  }

  private var nameColumn: Int { pane.column + 1 + numberWidth + 3 }

  /// Draws the headings.
  func drawHeadings(row: Int, _ grid: inout Grid) {
    let style = Theme.secondary
    grid.writeRight("#", row: row, endColumn: pane.column + 1 + numberWidth, style: style)
    grid.write("Name", row: row, column: nameColumn, width: nameWidth, style: style)
    for place in columns {
      if place.column.isTime {
        grid.writeRight(
          place.column.heading, row: row, endColumn: place.start + place.width, style: style)
      } else {
        grid.write(
          place.column.heading, row: row, column: place.start, width: place.width, style: style)
      }
    }
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
    let status = statusLetter(summary.status, isSettled)
    let letter = status == " " ? letter(state.mark(of: summary)) : status
    grid.write(letter, row: row, column: column + 1, style: style)
    grid.write(summary.name, row: row, column: nameColumn, width: nameWidth, style: style)
    if state.hasDraft(of: summary.number) {
      grid.write("✎", row: row, column: nameColumn + nameWidth + 1, style: style)
    }
    for place in columns {
      let text = text(place.column, summary, state)
      if place.column.isTime {
        let isUrgent = place.column == .archival && Wording.vanishesSoon(summary, now: state.now)
        let width = min(CellText.width(of: text), place.width)
        grid.write(
          text, row: row, column: place.start + place.width - width, width: width,
          style: isUrgent && style == .plain ? Theme.danger : style)
      } else {
        grid.write(text, row: row, column: place.start, width: place.width, style: style)
      }
    }
  }

  private func text(
    _ column: ListColumn, _ summary: CaseSummary, _ state: WorkbenchState
  ) -> String {
    func time(_ instant: Timestamp) -> String {
      state.columns.isAbsolute
        ? TimeText.short(instant, in: state.zone)
        : TimeText.age(instant, now: state.now, in: state.zone)
    }
    switch column {
    case .assignee:
      let isMine = state.me != nil && summary.assigneeUsername == state.me
      return isMine ? "me" : person(summary.assigneeUsername, summary.assignee)
    case .subject: return person(summary.subjectUsername, summary.subject)
    case .changedBy: return person(summary.lastModifiedByUsername, summary.lastModifiedByUserUid)
    case .updated: return time(summary.updatedAt)
    case .created: return time(summary.createdAt)
    case .status: return summary.status.rawValue.lowercased()
    case .archival: return Wording.archivalClock(summary, now: state.now)
    }
  }

  private func person(_ name: String?, _ uid: UserUID?) -> String {
    guard let name = name ?? uid?.rawValue else { return "–" }
    return String(name.prefix { $0 != "@" })
  }

  /// What stands out about the case: new, or changed by somebody since it was looked at.
  private func letter(_ mark: ListMark?) -> String {
    switch mark {
    case .new: "+"
    case .changed: "~"
    case nil: " "
    }
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
