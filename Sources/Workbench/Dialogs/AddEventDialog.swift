public import CaseWire

/// Asks for the identifier of an event that is to be added to a case.
public struct AddEventDialog: Equatable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Why the event was not added.
  public var problem: String?
  /// Whether the server has been asked.
  public var isSending = false

  /// Makes the question.
  ///
  /// - Parameter number: the case.
  init(_ number: CaseNumber) { self.number = number }
}
