public import CasesAPI

/// A text of the history of a case that goes into its form.
public struct EarlierText: Hashable, Sendable {
  /// The field that had it.
  public let field: CaseField
  /// The text.
  public let text: String

  /// Names a text.
  ///
  /// - Parameters:
  ///   - field: the field that had it.
  ///   - text: the text.
  init(_ field: CaseField, _ text: String) {
    self.field = field
    self.text = text
  }
}
