import CasesAPI
import StateStore
import TerminalModel

/// What keys do in the text of the field in use.
extension WorkbenchState {
  /// Carries out a command for the text of a field.
  ///
  /// - Returns: nil where it is none.
  mutating func performOnText(_ command: Command?, in field: CaseField) -> Orders? {
    switch command {
    case .find:
      return openFind()
    case .moreTextKeys:
      form?.awaitsMore = true
      return []
    case .copyText:
      let text = form?.editors[field]?.selectedText ?? ""
      let isDone = editText(in: field) { $0.copySelection() }
      notice = Notice(.info, isDone ? Wording.copied(text.count) : Wording.nothingSelected)
      return []
    case .cutText:
      if !editText(in: field, { $0.cutSelection() }) {
        notice = Notice(.info, Wording.nothingSelected)
      }
    case .pasteText:
      if !editText(in: field, { $0.pasteCopied() }) {
        notice = Notice(.info, Wording.nothingCopied)
      }
    default: return nil
    }
    return typed(in: field)
  }

  /// Takes the key behind `^G`.
  mutating func pressMore(_ key: Key) -> Orders {
    form?.awaitsMore = false
    guard let field = form?.focus else { return [] }
    let ground = form?.editors[field]?.ground
    switch key {
    case "u", .control("u"): form?.editors[field]?.undo()
    case "r", .control("r"): form?.editors[field]?.redo()
    case "y", .control("y"):
      if !editText(in: field, { $0.putBackOlder() }) {
        notice = Notice(.info, Wording.nothingOlder)
      }
    case "a", .control("a"): form?.editors[field]?.selectAll()
    case "x", .control("x"): form?.editors[field]?.remove(where: CaseForm.isForbidden)
    default:
      if key != .escape { notice = Notice(.info, Wording.noMoreKey(key)) }
    }
    tellGround(of: field, since: ground)
    return typed(in: field)
  }

  /// Tells that undo went back behind a text of somebody else that had been taken in.
  mutating func tellGround(of field: CaseField, since before: Int?) {
    guard let form, let before, let ground = form.editors[field]?.ground, ground < before else {
      return
    }
    notice = Notice(.attention, Wording.undoneBehind(field, isChanged: form.isChanged(field)))
  }

  /// Lets a key or a command work on a field, with what was copied in any field.
  ///
  /// - Returns: what the work told.
  mutating func editText(in field: CaseField, _ work: (inout TextEditor) -> Bool) -> Bool {
    guard var editor = form?.editors.removeValue(forKey: field) else { return false }
    editor.clippings = clippings
    let isDone = work(&editor)
    clippings = editor.clippings
    form?.editors[field] = editor
    return isDone
  }

  /// Puts pasted text into a field, and points out at once what servers would refuse.
  mutating func pasteText(_ text: String, into field: CaseField) -> Orders {
    form?.editors[field]?.insert(text)
    let count = text.unicodeScalars.count(where: CaseForm.isForbidden)
    if count > 0 { notice = Notice(.attention, Wording.pasteHolds(count)) }
    return typed(in: field)
  }

  /// The form of a draft; one that was left a moment ago is as it was, cursor and undo included.
  mutating func makeForm(_ draft: Draft, focus: CaseField, keepsFocus: Bool = false) -> CaseForm {
    var form = CaseForm(draft, focus: focus)
    // A second save would take the place of the one that is on its way.
    form.isSaving = work[.save(draft.key)] != nil
    guard let old = leftForms[draft.key] else { return form }
    if !keepsFocus { form.focus = old.focus }
    for (field, editor) in old.editors where editor.text.isIdentical(to: draft.texts[field]) {
      let ground = FieldGround(draft.base, draft.origin, field)
      form.editors[field] = editor
      form.grounds[field] = old.grounds[field]
      form.found(field, on: ground)
      form.tops[field] = old.tops[field]
    }
    return form
  }
}
