public import CaseWire

/// Asks for the number of a case before it is closed for ever.
public struct CloseDialog: Equatable, Sendable {
  /// What would be closed, with what would be saved by the same request.
  public let draft: Draft
  /// The case as it was shown when the question was asked.
  public let shown: Case
  /// How many events it has, where that is known.
  public let eventCount: Int?
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Why what was typed does not close it.
  public var problem: String?

  /// Makes the question.
  ///
  /// - Parameters:
  ///   - draft: what would be saved by the same request.
  ///   - shown: the case as it is shown.
  ///   - eventCount: how many events it has.
  init(_ draft: Draft, shown: Case, eventCount: Int?) {
    self.draft = draft
    self.shown = shown
    self.eventCount = eventCount
  }

  /// Whether the number was typed, no more and no less.
  var isAnswered: Bool { input.text.trimmed == String(shown.number.rawValue) }
}
