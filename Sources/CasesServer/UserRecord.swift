public import CaseWire

/// A user with the instant at which the user was made.
public struct UserRecord: Hashable, Sendable {
  /// The user.
  public let user: User
  /// When the user was made.
  public let createdAt: Timestamp

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - user: the user.
  ///   - createdAt: when the user was made.
  public init(user: User, createdAt: Timestamp) {
    self.user = user
    self.createdAt = createdAt
  }
}
