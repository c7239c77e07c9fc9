import CaseWire
public import TerminalModel
public import Workbench

/// Draws the workbench: a pure function from its state to a screen full of cells.
public enum WorkbenchView {
  /// Draws a state.
  ///
  /// - Parameter state: what the workbench knows, its size among it.
  /// - Returns: the screen, with the hardware cursor where the focus is.
  public static func draw(_ state: WorkbenchState) -> Grid {
    var grid = Grid(state.size)
    let layout = state.layout
    guard !layout.isTooSmall else {
      drawTooSmall(&grid)
      return grid
    }
    if let pane = layout.cases { CaseListView.draw(state, in: pane, &grid) }
    for divider in [layout.divider, layout.previewDivider].compactMap(\.self) {
      for row in divider.row..<divider.endRow {
        grid.write("│", row: row, column: divider.column, style: Theme.secondary)
      }
    }
    if let pane = layout.detail {
      if let form = state.form {
        if layout.preview != nil || !state.preview.isInstead {
          CaseFormView.draw(form, state, in: pane, &grid)
        }
        if let preview = state.previewPane { FormPreviewView.draw(state, in: preview, &grid) }
      } else {
        CaseDetailView.draw(state, in: pane, &grid)
      }
    }
    if let pane = layout.events { EventListView.draw(state, in: pane, &grid) }
    StatusRow.draw(state, in: layout.status, &grid)
    KeyRow.draw(state, in: layout.keys, &grid)
    if let dialog = state.dialog {
      DialogView.draw(dialog, state, &grid)
      // What was told last is seen until the next key, also where the dialog takes the whole
      // screen.
      if state.notice != nil {
        let cursor = grid.cursor
        grid.fill(layout.status)
        StatusRow.draw(state, in: layout.status, &grid)
        grid.cursor = cursor
      }
    }
    return grid
  }

  /// How long the screen stays true if nothing happens.
  ///
  /// - Parameter state: what is drawn.
  /// - Returns: seconds until an age that is shown is another one; nil where none will be.
  public static func secondsUntilUntrue(_ state: WorkbenchState) -> Int? {
    // A wait in the outbox is counted down second by second.
    if !state.outbox.isEmpty { return 1 }
    guard state.layout.cases != nil else { return nil }
    let rows = state.list.top..<state.list.top + state.list.height
    let ages = rows.compactMap { state.list.row($0) }
      .compactMap { TimeText.secondsUntilAgeChanges($0.updatedAt, now: state.now) }
    // The time of a triage session is told in minutes.
    let minute = state.triage == nil ? nil : 60
    // Rows of an earlier session tell their age at once, others only once it matters.
    let age =
      state.list.isFromBefore
      ? state.list.fetchedAt.flatMap { TimeText.secondsUntilAgeChanges($0, now: state.now) }
      : Freshness.secondsUntilAgeChanges(state.list.fetchedAt, now: state.now)
    return (ages + [age, minute].compactMap(\.self)).min()
  }

  private static func drawTooSmall(_ grid: inout Grid) {
    let smallest = ScreenLayout.smallest
    let text = "needs \(smallest.width)×\(smallest.height)"
    grid.write(text, row: grid.size.height / 2, column: 0, style: Theme.attention)
    grid.cursor = Position(row: 0, column: 0)
  }
}
