public import CasesAPI
public import CaseWire

/// What became of events that were to be added or taken off.
public struct EventChangeOutcome: Hashable, Codable, Sendable {
  /// The events that were changed and are certainly as wanted now.
  public internal(set) var done: [EventID]
  /// The events that are known to have been as wanted before.
  public internal(set) var present: [EventID]
  /// The events that the server does not take, each for a reason of its own.
  public internal(set) var refused: [RefusedEvent]
  /// What became of the first one that is not as wanted for a reason that is not its own, or of the
  /// whole where they went together; nil where there is none.
  public internal(set) var trouble: ChangeOutcome?

  /// Makes an outcome.
  ///
  /// - Parameters:
  ///   - done: the events that were changed.
  ///   - present: the events that were as wanted before.
  ///   - refused: the events that the server does not take.
  ///   - trouble: what became of the first one that is not as wanted.
  public init(
    done: [EventID], present: [EventID] = [], refused: [RefusedEvent] = [],
    trouble: ChangeOutcome? = nil
  ) {
    self.done = done
    self.present = present
    self.refused = refused
    self.trouble = trouble
  }

  /// Whether all events are as wanted.
  var isWhole: Bool { trouble == nil && refused.isEmpty }

  /// The events of a change that are not known to be as wanted, in their order.
  func left(of change: EventChange) -> [EventID] {
    let settled = Set(done + present)
    return change.events.filter { !settled.contains($0) }
  }

  /// The events of a change that may be sent again, since the server did not refuse them.
  func untold(of change: EventChange) -> [EventID] {
    let refused = Set(refused.map(\.event))
    return left(of: change).filter { !refused.contains($0) }
  }
}
