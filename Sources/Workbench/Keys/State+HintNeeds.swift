import CaseWire
import TerminalModel

/// What has to be so for a key of a dialog to do anything.
extension WorkbenchState {
  /// Whether a dialog has no room for all of its text.
  func isCut(_ dialog: Dialog) -> Bool {
    let reading = DialogLayout.event(in: size)
    switch dialog {
    case .event(let dialog):
      return dialog.loaded != nil
        && dialog.lines(width: reading.textWidth, zone: zone).count > reading.textHeight
    case .difference(let dialog): return dialog.lines.count > reading.textHeight
    case .history(let dialog):
      return dialog.lines.count > HistoryLayout(size).detail.height
    case .conflict(let dialog):
      return (dialog.panes.map(\.lines.count).max() ?? 0) > dialog.layout(in: size).height
    case .addEvent(let dialog):
      return LineQuestion(problem: dialog.problem, in: size).problem.isCut
    case .bulk(let asked) where asked.stage == .run:
      return bulk?.sheet(in: size).failures.isCut ?? false
    // A case takes a row at least, so that many need not be written to be known not to fit.
    case .bulk(let asked) where asked.cases.count >= size.height: return asked.stage.isQuestion
    default: return question(of: dialog)?.text.isCut ?? false
    }
  }

  /// Whether people are offered.
  func hasNames(_ dialog: Dialog) -> Bool {
    switch dialog {
    case .assign(let dialog): !choices(of: dialog).isEmpty
    case .bulk(let dialog): !choices(of: dialog).isEmpty
    default: false
    }
  }
}
