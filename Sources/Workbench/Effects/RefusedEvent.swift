public import CasesAPI
public import CaseWire

/// An event that a case did not get, for a reason of its own.
public struct RefusedEvent: Hashable, Codable, Sendable {
  /// The event.
  public let event: EventID
  /// Why the server did not take it.
  public let error: CasesError

  /// Notes an event.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - error: why the server did not take it.
  public init(_ event: EventID, _ error: CasesError) {
    self.event = event
    self.error = error
  }
}
