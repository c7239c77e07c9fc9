public import CaseWire

/// A change that can never be taken back once it was sent, so that it waits a moment before.
public enum OutboxOrder: Hashable, Codable, Sendable {
  /// A case is closed for ever, with what would be saved by the same request.
  case close(SaveOrder)
  /// A case is deleted for ever.
  case delete(CaseNumber)
  /// Many cases are closed or deleted for ever.
  case bulk(BulkOrder)
}
