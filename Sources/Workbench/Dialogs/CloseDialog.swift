public import CaseWire

/// Asks for the number of a case before it is closed for ever.
public struct CloseDialog: Equatable, Sendable {
  /// What would be closed, with what would be saved by the same request.
  public let draft: Draft
  /// The case as it was shown when the question was asked.
  public let shown: Case
  /// Whether the events were saved to a file since the program began.
  public let hasExportedEvents: Bool
  /// How many further drafts of the case are kept, which a close does not save.
  public let otherDraftCount: Int
  /// What keeps the case from being closed, a sentence a rule.
  public let violations: [String]
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Why what was typed does not close it.
  public var problem: String?
  /// The first line that is shown.
  public internal(set) var scroll = 0

  /// Makes the question.
  ///
  /// - Parameters:
  ///   - draft: what would be saved by the same request.
  ///   - shown: the case as it is shown.
  ///   - hasExportedEvents: whether they were saved to a file since the program began.
  ///   - otherDraftCount: how many further drafts of the case are kept.
  ///   - rules: what must be so before a case may be closed.
  init(
    _ draft: Draft, shown: Case, hasExportedEvents: Bool, otherDraftCount: Int = 0,
    rules: CloseRules
  ) {
    self.draft = draft
    self.shown = shown
    self.hasExportedEvents = hasExportedEvents
    self.otherDraftCount = otherDraftCount
    let isUndecided = draft.changedFields.contains { MergedText.isUndecided(draft.texts[$0]) }
    violations = rules.violations(draft.texts) + (isUndecided ? [Wording.undecidedDraft] : [])
  }

  /// Whether the number was typed, no more and no less.
  var isAnswered: Bool { input.text.trimmed == String(shown.number.rawValue) }
}
