import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// The keys of dialogs that change something on the server or the disk.
extension WorkbenchState {
  /// Opens all of the event under the cursor.
  mutating func openEvent() -> Orders {
    guard let event = events.current, let number = events.number else { return [] }
    open(.event(EventDialog(event, of: number)))
    return [.run(.loadEvent(event.eventId, of: number), id: .event)]
  }

  /// Takes a key where two analysts changed the same fields.
  mutating func pressConflict(_ key: Key, _ old: ConflictDialog) -> Orders {
    var dialog = old
    guard let field = dialog.field else { return [] }
    switch key {
    case "m": dialog.mine.insert(field)
    case "t": break
    default:
      if let line = Self.scrolled(dialog.scroll, by: key, page: max(1, size.height / 2)) {
        dialog.scroll = min(line, dialog.theirs.utf8.count)
        self.dialog = .conflict(dialog)
      }
      return []
    }
    dialog.decided += 1
    dialog.scroll = 0
    guard dialog.field == nil, var form else {
      open(.conflict(dialog))
      return []
    }
    // What only the user changed stays as typed, what only the other changed is taken over.
    let changed = CaseForm.fields.filter { form.texts[$0] != form.draft.origin[$0] }
    let kept = Set(changed).subtracting(dialog.fields).union(dialog.mine)
    form.rebase(on: dialog.latest, keeping: kept)
    form.problem = nil
    self.form = form
    self.dialog = nil
    notice = Notice(.info, Wording.conflictDecided)
    return keep(
      Draft(
        form.key, base: form.draft.base, origin: form.draft.origin, texts: form.texts,
        changedAt: now))
  }
}
