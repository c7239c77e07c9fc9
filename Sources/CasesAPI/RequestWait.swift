/// A pause before a request is sent again.
public struct RequestWait: Hashable, Sendable {
  /// Which operation waits.
  public let operation: CasesOperation
  /// Why.
  public let reason: RetryReason
  /// How long the pause is from its beginning to its end.
  public let pause: Duration

  /// Describes a pause.
  ///
  /// - Parameters:
  ///   - operation: which operation waits.
  ///   - reason: why.
  ///   - pause: how long the pause is.
  public init(_ operation: CasesOperation, _ reason: RetryReason, pause: Duration) {
    self.operation = operation
    self.reason = reason
    self.pause = pause
  }
}
