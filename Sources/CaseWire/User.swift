/// A user of the organisation, as far as cases need one (Cases API contract, § 4).
public struct User: Hashable, Codable, Sendable {
  /// The identifier that cases refer to.
  public let userId: UserUID
  /// The name people know, an address as a rule.
  public let username: String

  /// Makes a user.
  ///
  /// - Parameters:
  ///   - userId: the identifier that cases refer to.
  ///   - username: the name people know.
  public init(userId: UserUID, username: String) {
    self.userId = userId
    self.username = username
  }
}
