import CasesAPI
import StateStore

/// Texts in a program of the user's own.
extension WorkbenchState {
  /// Has the field that is typed into edited outside.
  mutating func lendField() -> Orders {
    guard let form, let text = form.editors[form.focus]?.text else { return [] }
    guard CaseForm.isMultiline(form.focus) else {
      notice = Notice(.info, Wording.editorForLongTexts)
      return []
    }
    externalEdit = ExternalEdit(form.key, form.focus, text)
    return []
  }

  /// Takes the text back; whatever went wrong, what stood in the field before is not touched.
  mutating func editorEnded(_ edit: ExternalEdit, _ outcome: ExternalEditOutcome) -> Orders {
    guard let lent = externalEdit, lent.field == edit.field, lent.text == edit.text else {
      return []
    }
    externalEdit = nil
    guard form?.key == lent.key else {
      notice = Notice(.error, Wording.editorFormGone)
      return []
    }
    switch outcome {
    case .failed(let reason):
      notice = Notice(.error, Wording.editorFailed(reason))
      return []
    case .text(let edited):
      let text = edit.text(from: edited)
      guard !text.isIdentical(to: edit.text) else {
        notice = Notice(.info, Wording.editorChangedNothing)
        return []
      }
      // An empty file is what a program leaves that failed; whoever means it can empty the box.
      guard !text.trimmed.isEmpty || edit.text.trimmed.isEmpty else {
        notice = Notice(.attention, Wording.editorLeftNothing)
        return []
      }
      form?.focus = edit.field
      form?.editors[edit.field]?.replaceAll(text)
      notice = Notice(.done, Wording.takenFromEditor)
      return typed(in: edit.field)
    }
  }

  /// What is noted beside the text that is lent; nil where none is.
  public var loan: EditorLoan? {
    guard let externalEdit, let form, form.key == externalEdit.key else { return nil }
    var draft = form.draft
    draft.texts = form.texts
    draft.changedAt = now
    return EditorLoan(externalEdit, draft)
  }

  /// Whether what an editor gave back needs its file no more.
  ///
  /// - Parameters:
  ///   - edited: the content of the file.
  ///   - edit: the text as it was lent.
  /// - Returns: true where it says nothing new, or stands in the form.
  public func holds(_ edited: String, of edit: ExternalEdit) -> Bool {
    let text = edit.text(from: edited)
    return text.trimmed.isEmpty || text.isIdentical(to: edit.text)
      || form?.editors[edit.field]?.text.isIdentical(to: text) == true
  }
}
