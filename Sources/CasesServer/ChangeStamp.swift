public import CaseWire

/// Who makes a change, and when.
public struct ChangeStamp: Hashable, Sendable {
  /// Who makes the change.
  public let user: User
  /// When; a store moves it on where a case was changed at that instant already.
  public let time: Timestamp

  /// Makes a stamp.
  ///
  /// - Parameters:
  ///   - user: who makes the change.
  ///   - time: when.
  public init(user: User, time: Timestamp) {
    self.user = user
    self.time = time
  }
}
