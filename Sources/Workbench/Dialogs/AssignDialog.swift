public import CaseWire

/// Asks who shall look after a case.
public struct AssignDialog: Equatable, Sendable {
  /// What is offered besides people: that nobody looks after it.
  public static let nobody = "nobody"

  /// The case as it was seen.
  public let summary: CaseSummary
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Which of the offered people is chosen.
  public var choice = PeopleChoice()
  /// What is wrong.
  public var problem: String?
  /// Whether the change is on its way.
  public var isSending = false

  /// Makes the question.
  ///
  /// - Parameter summary: the case as it was seen.
  init(_ summary: CaseSummary) { self.summary = summary }
}
