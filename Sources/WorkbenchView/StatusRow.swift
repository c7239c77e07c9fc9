import TerminalModel
import Workbench

/// The row that tells what is going on.
enum StatusRow {
  /// As many rows as news take at most.
  private static let mostRows = 3

  /// Draws the row.
  static func draw(_ state: WorkbenchState, in row: Rect, _ grid: inout Grid) {
    let server = state.server + (state.zone == .utc ? " · UTC" : "")
    let width = min(CellText.width(of: server), row.width / 2)
    grid.write(
      server, row: row.row, column: row.endColumn - 1 - width, width: width,
      style: Theme.secondary)
    let room = row.width - width - 4
    if let narrowing = state.narrowing {
      QueryLineView.draw(narrowing, state, row: row.row, width: room, &grid)
      return
    }
    var column = 1
    var free = row.row + 1
    if !state.isOutboxHeld, let waiting = Wording.outbox(state.outbox, at: state.now) {
      // Where u is a letter, or answers something else, it takes nothing back.
      let isInPanes = state.dialog == nil && state.form == nil
      let text = "\(waiting) · \(isInPanes ? "u takes it back" : "Esc, then u takes it back")"
      if CellText.width(of: text) <= room {
        column += grid.write(text, row: row.row, column: 1, style: Theme.danger) + 3
      } else {
        free = drawTall(text, Theme.danger, endRow: free, width: row.width, &grid)
      }
    }
    let (text, style) = news(state)
    let hasRow = free > row.row
    if text.isEmpty {
      guard hasRow, column == 1, state.triage == nil else { return }
      drawViews(state, row: row.row, width: room, &grid)
    } else if hasRow, CellText.width(of: text) <= room + 1 - column {
      grid.write(text, row: row.row, column: column, style: style)
    } else {
      if column > 1 { free = row.row }
      _ = drawTall(text, style, endRow: free, width: row.width, &grid)
    }
  }

  /// Draws what is longer than the row over the rows above it; the result is the first of them.
  private static func drawTall(
    _ text: String, _ style: Style, endRow: Int, width: Int, _ grid: inout Grid
  ) -> Int {
    let lines = Wrap.lines(text, width: max(1, width - 2))
    let rows = min(lines.count, mostRows)
    for row in 0..<rows {
      let line = row + 1 < rows ? lines[row] : lines[row...].joined(separator: " ")
      grid.write(
        String(repeating: " ", count: width), row: endRow - rows + row, column: 0, style: .plain)
      grid.write(line, row: endRow - rows + row, column: 1, width: width - 2, style: style)
    }
    return endRow - rows
  }

  /// The views with their keys and counts, as many as there is room for.
  private static func drawViews(
    _ state: WorkbenchState, row: Int, width: Int, _ grid: inout Grid
  ) {
    var column = 1
    for (index, view) in Wording.views(state).enumerated() {
      let words = view.name + (view.count.map { " \($0)" } ?? "")
      guard column + CellText.width(of: words) + 2 <= width else { return }
      column += grid.write(view.key, row: row, column: column, style: Theme.key) + 1
      let style = index + 1 == state.shownView ? Theme.title : Theme.secondary
      column += grid.write(words, row: row, column: column, style: style) + 2
    }
  }

  private static func news(_ state: WorkbenchState) -> (String, Style) {
    if let intent = state.intent {
      return ("Fetching #\(intent.number)…", Theme.attention)
    }
    // A pause is short and says why nothing happens; the news before it come back after it.
    if let waiting = state.waiting { return ("\(waiting)…", Theme.attention) }
    if let notice = state.notice {
      switch notice.kind {
      case .info: return (notice.text, .plain)
      case .done: return ("✓ \(notice.text)", Theme.done)
      case .attention: return ("! \(notice.text)", Theme.attention)
      case .error: return ("✗ \(notice.text)", Theme.danger)
      }
    }
    if !state.work.isEmpty {
      return ("\(state.work.values.sorted().joined(separator: ", "))…", Theme.attention)
    }
    // A server may be silent for as long as the longest silence, and the key must not seem dead.
    if state.list.isFetchedAnew { return (Wording.fetchingAnew, Theme.attention) }
    if let trouble = state.draftTrouble { return ("✗ \(trouble)", Theme.danger) }
    return ("", .plain)
  }
}
