public import CaseWire

/// A case as it was when it was seen.
public struct SeenCase: Hashable, Codable, Sendable {
  /// The case.
  public let value: Case
  /// When it was seen so for the first time.
  public let seenAt: Timestamp

  /// Notes a case.
  ///
  /// - Parameters:
  ///   - value: the case.
  ///   - seenAt: when it was seen so.
  public init(_ value: Case, seenAt: Timestamp) {
    self.value = value
    self.seenAt = seenAt
  }
}
