public import CaseWire

/// Asks for the number of a case before it is deleted for ever.
public struct DeleteDialog: Equatable, Sendable {
  /// The case as it is shown.
  public let shown: CaseSummary
  /// Whether something was written for it and not saved.
  public let hasDraft: Bool
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Why what was typed does not delete it.
  public var problem: String?
  /// The first line that is shown.
  public internal(set) var scroll = 0

  /// Makes the question.
  ///
  /// - Parameters:
  ///   - shown: the case as it is shown.
  ///   - hasDraft: whether something was written for it and not saved.
  init(_ shown: CaseSummary, hasDraft: Bool) {
    self.shown = shown
    self.hasDraft = hasDraft
  }

  /// Whether the number was typed, no more and no less.
  var isAnswered: Bool { input.text.trimmed == String(shown.number.rawValue) }
}
