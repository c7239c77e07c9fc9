import CaseWire
import TerminalModel
import Workbench

/// One case, to be read.
enum CaseDetailView {
  /// Draws the case into its pane.
  static func draw(_ state: WorkbenchState, in pane: Rect, _ grid: inout Grid) {
    let isFocused = state.focus == .detail
    let detail = state.detail
    guard let number = detail.number else {
      grid.writeTitle("Case", "", in: pane, isFocused: isFocused)
      let isAwaited = state.list.failure == nil && (state.list.total ?? 1) > 0
      grid.write(
        isAwaited ? "…" : "No case is chosen.", row: pane.row + 1, column: pane.column + 1,
        style: isAwaited ? Theme.secondary : .plain)
      if isFocused { grid.cursor = Position(row: pane.row + 1, column: pane.column + 1) }
      return
    }
    let known = detail.known
    let mark = state.hasDraft(of: number) ? "✎ draft  " : ""
    grid.writeTitle(
      "#\(number)  \(known?.name ?? "")",
      mark + (known.map { detail.isGone ? "GONE" : $0.status.rawValue } ?? ""), in: pane,
      isFocused: isFocused)
    let body = pane.inset(top: 1, left: 1, right: 1)
    if isFocused { grid.cursor = Position(row: body.row, column: body.column) }
    if let failure = detail.failure, detail.loaded == nil {
      let text =
        detail.isGone
        ? "✗ \(Wording.noSuchCaseHere(number))" : "✗ \(Wording.offeringRetry(failure))"
      for (offset, line) in Wrap.lines(text, width: body.width).enumerated()
      where offset < body.height {
        grid.write(line, row: body.row + offset, column: body.column, style: Theme.danger)
      }
      return
    }
    if known == nil { grid.write("…", row: body.row, column: body.column, style: Theme.secondary) }
    let stale = state.staleCase
    let seen = body.inset(bottom: StaleRemark.lines(stale, in: pane).count)
    grid.write(detail.sheet.dropFirst(detail.scroll), in: seen)
    let hidden = detail.sheet.count - detail.scroll - seen.height
    if hidden > 0, seen.height > 2 {
      let text = " \(hidden) more ↓"
      grid.writeRight(text, row: seen.endRow - 1, endColumn: seen.endColumn, style: Theme.secondary)
    }
    if let stale { grid.writeStale(stale, in: pane) }
  }
}
