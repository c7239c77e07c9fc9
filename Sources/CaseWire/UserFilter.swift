/// Which users are looked for; what is nil is not looked at (Cases API contract, § 4).
public struct UserFilter: Hashable, Codable, Sendable {
  /// The whole name.
  public var username: String?
  /// Whether the user is active.
  public var isActive: Bool?
  /// Whether the user is blocked.
  public var isBlocked: Bool?

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - username: the whole name.
  ///   - isActive: whether the user is active.
  ///   - isBlocked: whether the user is blocked.
  public init(username: String? = nil, isActive: Bool? = nil, isBlocked: Bool? = nil) {
    self.username = username
    self.isActive = isActive
    self.isBlocked = isBlocked
  }
}
