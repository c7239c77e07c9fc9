public import CasesAPI
public import CaseWire

/// What became of events that were to be added or taken off.
public struct EventChangeOutcome: Hashable, Codable, Sendable {
  /// The events that are certainly as wanted now.
  public let done: [EventID]
  /// What became of the first one that is not, or of the whole where they went together; nil where
  /// all is as wanted.
  public let trouble: ChangeOutcome?

  /// Makes an outcome.
  ///
  /// - Parameters:
  ///   - done: the events that are as wanted.
  ///   - trouble: what became of the first one that is not.
  public init(done: [EventID], trouble: ChangeOutcome? = nil) {
    self.done = done
    self.trouble = trouble
  }
}
