public import CaseWire

/// The times and chances that a client lives by; other ones serve tests.
public struct ClientClock: Sendable {
  /// The clock by which tokens grow old and retries are bounded.
  public var now: @Sendable () -> ContinuousClock.Instant = { .now }
  /// The time of day, for servers that name one; nil where it is not known.
  public var timeOfDay: @Sendable () -> Timestamp? = { nil }
  /// Rests for a while, or until the task is cancelled.
  public var rest: @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
  /// A random number from 0 up to 1.
  public var chance: @Sendable () -> Double = { Double.random(in: 0..<1) }

  /// Takes the system's clock and random numbers.
  public init() {}
}
