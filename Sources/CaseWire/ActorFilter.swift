/// Which actors are looked for; what is nil is not looked at (Cases API contract, § 4).
public struct ActorFilter: Hashable, Codable, Sendable {
  /// How the name begins, whatever its case.
  public var nameStartsWith: String?
  /// How the name ends, whatever its case.
  public var nameEndsWith: String?
  /// Whether the actor is active.
  public var isActive: Bool?

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - nameStartsWith: how the name begins.
  ///   - nameEndsWith: how the name ends.
  ///   - isActive: whether the actor is active.
  public init(
    nameStartsWith: String? = nil, nameEndsWith: String? = nil, isActive: Bool? = nil
  ) {
    self.nameStartsWith = nameStartsWith
    self.nameEndsWith = nameEndsWith
    self.isActive = isActive
  }
}
