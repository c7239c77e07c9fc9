/// A change that is to be sent.
public struct SaveOrder: Hashable, Codable, Sendable {
  /// What was written, and what it was started from.
  public let draft: Draft
  /// Whether the case shall be closed for ever by the same request.
  public let closes: Bool

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - draft: what was written.
  ///   - closes: whether the case shall be closed for ever.
  public init(_ draft: Draft, closes: Bool) {
    self.draft = draft
    self.closes = closes
  }
}
