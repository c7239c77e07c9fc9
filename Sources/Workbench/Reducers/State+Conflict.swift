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
    let layout = dialog.layout(in: size)
    switch key {
    case "m": return decide(.mine, dialog)
    case "t": return decide(.theirs, dialog)
    case "e", "b":
      guard CaseForm.isMultiline(field) else {
        notice = Notice(.info, Wording.oneLineIsNotMerged)
        return []
      }
      guard key == "e" || dialog.canAddUp else {
        notice = Notice(.info, Wording.bothDidMoreThanAdd)
        return []
      }
      return decide(key == "e" ? .edit : .both, dialog)
    case .tab where layout.showsPair: dialog.turn(by: 1)
    case .backTab where layout.showsPair: dialog.turn(by: -1)
    default:
      guard let line = scrolled(dialog.scroll, by: key, page: layout.height) else { return [] }
      dialog.scroll = line
    }
    dialog.scrollIntoText(size)
    self.dialog = .conflict(dialog)
    return []
  }

  /// Brings a conflict in line with the form and the screen, if it is open.
  mutating func followConflict() {
    guard case .conflict(var dialog) = dialog else { return }
    if let form { dialog.follow(form) }
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
    var before = form.draft
    before.texts = form.texts
    before.changedAt = drafts[form.key]?.changedAt ?? now
    form.news = nil
    form.problem = nil
    for field in CaseForm.fields.reversed() { carryOut(dialog, field, in: &form) }
    self.form = form
    self.dialog = nil
    var draft = form.draft
    draft.texts = form.texts
    draft.changedAt = now
    notice = Notice(.info, Wording.decided(dialog, leaves: draft))
    let aside = dialog.decisions.contains(.theirs) ? setAside(before) : []
    return aside + keep(draft)
  }

  private func carryOut(_ dialog: ConflictDialog, _ field: CaseField, in form: inout CaseForm) {
    let theirs = FieldGround(dialog.latest, field)
    switch dialog.decision(on: field) {
    case .mine: form.found(field, on: theirs)
    case .theirs: form.show(theirs, in: field)
    case .both, .edit:
      let merged = dialog.merged(field)
      let added = dialog.decision(on: field) == .both ? merged.addedUp : nil
      let text = added ?? merged.text(by: dialog.who)
      form.put(text, into: field, on: theirs, cursor: form.editors[field]?.cursor ?? 0)
      form.editors[field]?.move(to: MergedText.firstMark(in: text) ?? 0)
      form.focus = field
    case nil:
      // What the user changed too, elsewhere in the text or since it was sent, is for the next
      // save.
      if !form.isChanged(field) { form.show(theirs, in: field) }
    }
  }
}
