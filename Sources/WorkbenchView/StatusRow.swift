import TerminalModel
import Workbench

/// The row that tells what is going on.
enum StatusRow {
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
    if let waiting = Wording.outbox(state.outbox, at: state.now) {
      let width = grid.write(
        "\(waiting) · u takes it back", row: row.row, column: 1, width: room, style: Theme.danger)
      column += width + 3
    }
    let (text, style) = news(state)
    guard column < room else { return }
    if text.isEmpty, column == 1, state.triage == nil {
      drawViews(state, row: row.row, width: room, &grid)
      return
    }
    grid.write(text, row: row.row, column: column, width: room + 1 - column, style: style)
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
    if let trouble = state.draftTrouble { return ("✗ \(trouble)", Theme.danger) }
    return ("", .plain)
  }
}
