import CaseWire
import CasesAPI

/// What is noted beside the file of an editor, so that its words become a draft even where the
/// workbench ends before the editor does.
public struct EditorLoan: Hashable, Codable, Sendable {
  /// The text as it was lent.
  let edit: ExternalEdit
  /// What was written in the form when it was lent.
  private let draft: Draft

  /// Notes a loan.
  ///
  /// - Parameters:
  ///   - edit: the text as it is lent.
  ///   - draft: what is written in the form.
  init(_ edit: ExternalEdit, _ draft: Draft) {
    self.edit = edit
    self.draft = draft
  }

  /// What an editor's text means as a draft.
  ///
  /// - Parameters:
  ///   - edited: the content of the file.
  ///   - moment: when it was written.
  /// - Returns: nil where it says nothing new.
  func draft(from edited: String, at moment: Timestamp) -> Draft? {
    let text = edit.text(from: edited)
    guard !text.isIdentical(to: edit.text), !text.trimmed.isEmpty else { return nil }
    var draft = draft
    draft.texts[edit.field] = text
    draft.changedAt = moment
    return draft
  }

  /// The loan once the text became a draft: what is written after that is new again.
  ///
  /// - Parameter edited: the content of the file.
  /// - Returns: the loan of that text.
  func renewed(with edited: String) -> EditorLoan {
    EditorLoan(ExternalEdit(edit.key, edit.field, edit.text(from: edited)), draft)
  }
}
