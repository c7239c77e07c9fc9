public import CasesAPI
public import CaseWire

/// Somebody else has changed fields that the form changes too; each is decided by the user.
public struct ConflictDialog: Equatable, Sendable {
  /// The case as the server has it now.
  public let latest: Case
  /// The fields in question, in the order of the form.
  public let fields: [CaseField]
  /// The fields in which what was typed stays.
  public var mine: Set<CaseField> = []
  /// The fields that are decided.
  public var decided = 0
  /// The first line of the other text that is shown.
  public var scroll = 0

  /// Makes the question.
  ///
  /// - Parameters:
  ///   - latest: the case as the server has it now.
  ///   - fields: the fields in question.
  init(latest: Case, fields: Set<CaseField>) {
    self.latest = latest
    self.fields = CaseForm.fields.filter(fields.contains)
  }

  /// The field that is to be decided now.
  public var field: CaseField? { decided < fields.count ? fields[decided] : nil }

  /// What the other analyst wrote.
  public var theirs: String { field.map { FormTexts(latest)[$0] } ?? "" }
}
