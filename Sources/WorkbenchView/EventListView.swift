import CaseWire
import TerminalModel
import Workbench

/// The file events of a case.
enum EventListView {
  /// Draws the events into their pane.
  static func draw(_ state: WorkbenchState, in pane: Rect, _ grid: inout Grid) {
    let events = state.events
    let isFocused = state.focus == .events
    drawTitle(events, in: pane, isFocused: isFocused, &grid)
    let body = pane.inset(top: 1)
    if isFocused { grid.cursor = Position(row: body.row, column: body.column) }
    if let text = remark(events, state) {
      let style = events.failure == nil ? Theme.secondary : Theme.danger
      for (offset, line) in Wrap.lines(text, width: body.width - 2).enumerated()
      where offset < body.height {
        grid.write(line, row: body.row + offset, column: body.column + 1, style: style)
      }
      return
    }
    let stale = state.detail.isGone ? Wording.isFromBefore : events.failure.map(Wording.stale)
    // What is told of the whole hides no event that the cursor is on.
    let seen = max(1, body.height - StaleRemark.lines(stale, in: pane).count)
    let top = max(events.top, min(events.cursor, events.events.count - 1) - seen + 1)
    let fileWidth = max(12, (body.width - 24) / 2)
    for row in 0..<body.height where events.events.indices.contains(top + row) {
      let index = top + row
      let isSelected = index == events.cursor && isFocused
      draw(
        events.events[index], zone: state.zone, fileWidth: fileWidth,
        in: Rect(row: body.row + row, column: body.column, width: body.width, height: 1),
        isSelected: isSelected, &grid)
      if isSelected { grid.cursor = Position(row: body.row + row, column: body.column) }
    }
    if let stale { grid.writeStale(stale, in: pane) }
  }

  private static func drawTitle(
    _ events: EventListState, in pane: Rect, isFocused: Bool, _ grid: inout Grid
  ) {
    var parts = ["Events"]
    if let total = events.total { parts.append(Wording.grouped(total)) }
    // All of them, by the letters of the rows, so that the counts add up.
    var byLetter: [String: Int] = [:]
    for event in events.events {
      byLetter[Theme.severity(event.riskSeverity).letter, default: 0] += 1
    }
    let counts = ["C", "H", "M", "L", "?", "·"].compactMap { letter in
      byLetter[letter].map { "\(Wording.grouped($0)) \(letter)" }
    }
    if !counts.isEmpty { parts.append(counts.joined(separator: " ")) }
    if events.isLoading { parts.append("…") }
    grid.writeTitle(parts.joined(separator: " · "), "", in: pane, isFocused: isFocused)
  }

  private static func remark(_ events: EventListState, _ state: WorkbenchState) -> String? {
    guard let number = events.number else { return "" }
    // Where the case is shown beside, it says so itself.
    if state.detail.isGone, events.events.isEmpty {
      return state.layout.detail == nil ? "✗ \(Wording.noSuchCaseHere(number))" : ""
    }
    if let failure = events.failure, events.events.isEmpty {
      return "✗ \(Wording.offeringRetry(failure))"
    }
    if events.total == nil, events.events.isEmpty { return "…" }
    return events.events.isEmpty ? "No events. a adds one by its id." : nil
  }

  private static func draw(
    _ event: FileEvent, zone: Zone, fileWidth: Int, in row: Rect, isSelected: Bool,
    _ grid: inout Grid
  ) {
    let style = isSelected ? Theme.bar : Style.plain
    if isSelected { grid.fill(row, style) }
    let time = event.eventTimestamp.map { TimeText.short($0, in: zone) } ?? "–"
    grid.write(time, row: row.row, column: row.column + 1, width: 12, style: style)
    let severity = Theme.severity(event.riskSeverity)
    grid.write(
      severity.letter, row: row.row, column: row.column + 15,
      style: isSelected ? style : severity.style)
    if let score = event.riskScore {
      grid.writeRight(String(score), row: row.row, endColumn: row.column + 20, style: style)
    }
    let file = event.fileName ?? event.eventId.rawValue
    grid.write(file, row: row.row, column: row.column + 22, width: fileWidth, style: style)
    let rest = row.column + 22 + fileWidth + 1
    let exposure = event.exposure.joined(separator: ", ")
    let place = [event.filePath ?? "", exposure].filter { !$0.isEmpty }.joined(separator: "  ")
    grid.write(
      place, row: row.row, column: rest, width: row.endColumn - 1 - rest,
      style: isSelected ? style : Theme.secondary)
  }
}
