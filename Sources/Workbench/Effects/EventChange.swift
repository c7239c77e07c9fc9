public import CaseWire

/// Events that are to be added to a case or taken off it.
public struct EventChange: Hashable, Codable, Sendable {
  /// What is to be done with the events.
  public enum Kind: String, Hashable, Codable, Sendable {
    /// They are to be in the case.
    case add
    /// They are not to be in the case.
    case remove
  }

  /// What is to be done.
  public let kind: Kind
  /// The events, each once.
  public let events: [EventID]
  /// The case.
  public let number: CaseNumber
  /// Whether it is known that the events were not as wanted before, so that the inverse change
  /// would bring back what was.
  var canBeTakenBack = true
  /// Whether a change of before is taken back or made again by it; nil where it is a new one.
  var retraces: Retrace?

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - kind: what is to be done.
  ///   - events: the events, each once.
  ///   - number: the case.
  public init(_ kind: Kind, _ events: [EventID], of number: CaseNumber) {
    self.kind = kind
    self.events = events
    self.number = number
  }

  /// The change that takes this one back.
  var inverse: EventChange { EventChange(kind == .add ? .remove : .add, events, of: number) }
}
