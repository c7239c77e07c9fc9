import CaseWire
import TerminalModel
import Workbench

/// The list of cases.
enum CaseListView {
  /// Draws the list into its pane.
  static func draw(_ state: WorkbenchState, in pane: Rect, _ grid: inout Grid) {
    let list = state.list
    let isFocused = state.focus == .cases && state.form == nil
    if let triage = state.triage {
      let title = "Triage · \(position(state))"
      let room = pane.width - CellText.width(of: title) - 4
      let progress = Wording.progress(triage, at: state.now)
      let fitting = progress.first { CellText.width(of: $0) <= room } ?? progress.last ?? ""
      grid.writeTitle(title, fitting, in: pane, isFocused: isFocused)
    } else {
      grid.writeTitle(
        QueryText.title(state), position(state), in: pane, isFocused: isFocused)
    }
    let columns = CaseListColumns(pane, state)
    columns.drawHeadings(row: pane.row + 1, &grid)
    let body = pane.inset(top: 2)
    if list.total == 0, !list.isOutdated {
      drawEmpty(state, in: body, &grid)
    } else if list.total == nil {
      drawAwaited(list, in: body, &grid)
    }
    let remark = list.isOutdated ? Wording.unfetched : Wording.stale
    let stale = list.total == nil ? nil : list.failure.map(remark)
    // What is told of the whole hides no case that the cursor is on.
    let seen = max(1, body.height - StaleRemark.lines(stale, in: pane).count)
    let top = max(list.top, list.cursor - seen + 1)
    for row in 0..<body.height {
      let index = top + row
      guard index < list.total ?? 0 else { break }
      let isSelected = index == list.cursor
      let isSettled = isSettled(index, state)
      let style =
        isSelected && isFocused
        ? Theme.bar : list.isOutdated || list.isFromBefore || isSettled ? Theme.secondary : .plain
      columns.draw(
        list.row(index), state, row: body.row + row, isSelected: isSelected, isSettled: isSettled,
        isMarked: state.isMarked(index), style: style, &grid)
      if isSelected, isFocused { grid.cursor = Position(row: body.row + row, column: pane.column) }
    }
    if isFocused, grid.cursor == nil {
      grid.cursor = Position(row: min(body.row, pane.endRow - 1), column: pane.column)
    }
    if let stale { grid.writeStale(stale, in: pane) }
  }

  /// Whether a row of a triage session is done with.
  private static func isSettled(_ index: Int, _ state: WorkbenchState) -> Bool {
    guard let entries = state.triage?.session.entries, entries.indices.contains(index) else {
      return false
    }
    return entries[index].isSettled
  }

  private static func position(_ state: WorkbenchState) -> String {
    let place = [Wording.marked(state), place(state.list, now: state.now)].compactMap(\.self)
    return place.joined(separator: " · ")
  }

  private static func place(_ list: CaseListState, now: Timestamp) -> String {
    guard let total = list.total else { return "…" }
    if list.isOutdated { return list.failure == nil ? "…" : "not fetched" }
    let count = Wording.grouped(total)
    let place = total == 0 ? "0" : "\(Wording.grouped(list.cursor + 1)) of \(count)"
    if list.isFromBefore, let fetchedAt = list.fetchedAt {
      return "from \(TimeText.ago(fetchedAt, now: now, in: .utc)) · \(place)"
    }
    return Freshness.age(list.fetchedAt, now: now).map { "\($0) · \(place)" } ?? place
  }

  private static func drawEmpty(_ state: WorkbenchState, in body: Rect, _ grid: inout Grid) {
    let filter = QueryText.filter(state.list.query, state)
    let text = state.list.query == .allOpen ? "No open cases." : "No case matches \(filter)."
    let help = "0 all open   9 all cases   f filter   a new case"
    for (offset, line) in (Wrap.lines(text, width: body.width - 2) + [help]).enumerated()
    where offset < body.height {
      grid.write(line, row: body.row + offset, column: body.column + 1, width: body.width - 2)
    }
  }

  private static func drawAwaited(_ list: CaseListState, in body: Rect, _ grid: inout Grid) {
    let text = list.failure.map(Wording.offeringRetry) ?? "…"
    let style = list.failure == nil ? Theme.secondary : Theme.danger
    for (offset, line) in Wrap.lines(text, width: body.width - 2).enumerated()
    where offset < body.height {
      grid.write(line, row: body.row + offset, column: body.column + 1, style: style)
    }
  }
}
