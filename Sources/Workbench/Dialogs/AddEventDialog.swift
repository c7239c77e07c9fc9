public import CaseWire

/// Asks for the identifiers of events that are to be added to a case.
public struct AddEventDialog: Equatable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// Why the events were not added.
  public var problem: String?
  /// Whether the server has been asked.
  public var isSending = false
  /// The first line of the problem that is shown.
  public internal(set) var scroll = 0

  /// Makes the question.
  ///
  /// - Parameter number: the case.
  init(_ number: CaseNumber) { self.number = number }

  /// The identifiers that were typed, each once: blanks, line breaks and commas stand between them.
  var events: [EventID] { Self.events(in: input.text) }

  /// The identifiers in a text, each once.
  ///
  /// - Parameter text: identifiers with blanks, line breaks and commas between them.
  /// - Returns: the identifiers in their order.
  static func events(in text: String) -> [EventID] {
    var known: Set<String> = []
    return text.split { $0.isWhitespace || $0 == "," }.map(String.init)
      .filter { known.insert($0).inserted }.map { EventID($0) }
  }
}
