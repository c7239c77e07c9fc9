public import CaseWire

/// One change in the outbox: it is sent when its time has come, unless it is taken back before.
public struct OutboxItem: Equatable, Sendable {
  /// The cases.
  public let numbers: [CaseNumber]
  /// What is sent.
  public let order: OutboxOrder
  /// When it is sent.
  public let dueAt: Timestamp

  /// The first of the cases, by which the item is known: no case is in two items.
  public var number: CaseNumber { numbers.first ?? CaseNumber(0) }

  /// For how long it can still be taken back.
  ///
  /// - Parameter now: the present moment.
  /// - Returns: whole seconds, 1 or more.
  public func secondsLeft(at now: Timestamp) -> Int {
    Int(max(1, (dueAt.microseconds - now.microseconds + 999_999) / 1_000_000))
  }
}
