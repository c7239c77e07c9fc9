import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// Two analysts changed the same fields: each field is decided, and nothing is sent until then.
extension WorkbenchState {
  /// Takes a key where a field is decided.
  mutating func pressConflict(_ key: Key, _ old: ConflictDialog) -> Orders {
    var dialog = old
    guard let field = dialog.field else { return [] }
    let layout = ConflictLayout(in: size)
    switch key {
    case "m": return decide(.mine, dialog)
    case "t": return decide(.theirs, dialog)
    case "e":
      guard CaseForm.isMultiline(field) else {
        notice = Notice(.info, Wording.oneLineIsNotMerged)
        return []
      }
      return decide(.edit, dialog)
    case .tab where !layout.showsAll: dialog.shown = (dialog.shown + 1) % dialog.panes.count
    case .backTab where !layout.showsAll:
      dialog.shown = (dialog.shown + dialog.panes.count - 1) % dialog.panes.count
    default:
      guard let line = scrolled(dialog.scroll, by: key, page: layout.height) else { return [] }
      dialog.scroll = line
    }
    dialog.scrollIntoText(size)
    self.dialog = .conflict(dialog)
    return []
  }

  /// Breaks the texts of a conflict anew for the screen, if it is open.
  mutating func followConflict() {
    guard case .conflict(var dialog) = dialog else { return }
    dialog.fit(size)
    self.dialog = .conflict(dialog)
  }

  private mutating func decide(
    _ decision: ConflictDialog.Decision, _ old: ConflictDialog
  ) -> Orders {
    var dialog = old
    dialog.decisions.append(decision)
    guard dialog.field == nil, var form else {
      // The next field must be seen before it is decided.
      open(.conflict(dialog))
      return []
    }
    // What only the user changed stays as typed, what only the other changed is taken over.
    let changed = CaseForm.fields.filter { form.texts[$0] != form.draft.origin[$0] }
    let kept = changed.filter { (dialog.decision(on: $0) ?? .mine) != .theirs }
    let edited = dialog.fields.filter { dialog.decision(on: $0) == .edit }
    form.rebase(on: dialog.latest, keeping: Set(kept))
    form.problem = nil
    for field in edited.reversed() {
      let text = dialog.merged(field)
      form.editors[field]?.replaceAll(text)
      form.editors[field]?.move(to: MergedText.firstMark(in: text) ?? 0)
      form.focus = field
    }
    self.form = form
    self.dialog = nil
    notice = Notice(.info, edited.isEmpty ? Wording.conflictDecided : Wording.bothStandInTheText)
    return keep(
      Draft(
        form.key, base: form.draft.base, origin: form.draft.origin, texts: form.texts,
        changedAt: now))
  }
}
