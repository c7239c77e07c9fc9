/// A change that is to be sent.
public struct SaveOrder: Hashable, Codable, Sendable {
  /// What was written, and what it was started from.
  public let draft: Draft
  /// Whether the case shall be closed for ever by the same request.
  public let closes: Bool
  /// Whether a change of before is taken back or made again by it; nil where it is a new one.
  public let retraces: Retrace?

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - draft: what was written.
  ///   - closes: whether the case shall be closed for ever.
  ///   - retraces: whether a change of before is taken back or made again by it.
  public init(_ draft: Draft, closes: Bool, retraces: Retrace? = nil) {
    self.draft = draft
    self.retraces = retraces
    self.closes = closes
  }
}
