import StateStore
import TerminalModel

/// What a save of the form will change, to be read before it is sent.
extension WorkbenchState {
  /// Opens the difference between what the form began with and what it holds.
  mutating func showDifference() -> Orders {
    guard let form else { return [] }
    let texts = form.texts
    guard texts != form.draft.origin else {
      notice = Notice(.info, Wording.nothingToSend)
      return []
    }
    open(.difference(DifferenceDialog(form.key, from: form.draft.origin, to: texts)))
    return []
  }

  /// Takes a key in the difference.
  mutating func pressDifference(_ key: Key, _ old: DifferenceDialog) -> Orders {
    var dialog = old
    switch key {
    case .enter:
      self.dialog = nil
    case .control("s"), .function(2):
      self.dialog = nil
      return save()
    default:
      let size = DialogLayout.event(in: size)
      if let line = scrolled(dialog.scroll, by: key, page: size.textHeight) {
        dialog.scroll = max(0, min(line, dialog.lines.count - size.textHeight))
        self.dialog = .difference(dialog)
      }
    }
    return []
  }

  /// Breaks the difference anew for the screen, if it is open.
  mutating func followDifference() {
    guard case .difference(var dialog) = dialog else { return }
    let layout = DialogLayout.event(in: size)
    dialog.fit(width: layout.textWidth)
    dialog.scroll = max(0, min(dialog.scroll, dialog.lines.count - layout.textHeight))
    self.dialog = .difference(dialog)
  }
}
