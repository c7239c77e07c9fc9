public import CaseWire

/// A file event as a store keeps it: it never changes, so its JSON is made once.
public struct StoredEvent: Hashable, Sendable {
  /// The identifier.
  public let id: EventID
  /// When it happened; orders the events of a case.
  public let timestamp: Timestamp
  /// The object that the list of a case's events shows (Cases API contract, § 1.2).
  public let row: [UInt8]
  /// The whole event in its second version (Cases API contract, § 1, row 11).
  public let document: [UInt8]

  /// Makes an event.
  ///
  /// - Parameters:
  ///   - id: the identifier.
  ///   - timestamp: when it happened.
  ///   - row: the JSON object of a list.
  ///   - document: the JSON object of the whole event.
  public init(id: EventID, timestamp: Timestamp, row: [UInt8], document: [UInt8]) {
    self.id = id
    self.timestamp = timestamp
    self.row = row
    self.document = document
  }
}
