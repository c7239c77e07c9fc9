/// Somebody who acts in events and may be the subject of a case (Cases API contract, § 4).
///
/// The vendor's directory of actors holds more people than its list of users: those of connected
/// cloud services too.
public struct CaseActor: Hashable, Codable, Sendable {
  /// The identifier that a case's subject refers to.
  public let actorId: UserUID
  /// The name people know, an address as a rule.
  public let name: String
  /// The actor that this one was found to be the same person as; nil for none.
  public var parentActorId: UserUID?

  /// Makes an actor.
  ///
  /// - Parameters:
  ///   - actorId: the identifier that a case's subject refers to.
  ///   - name: the name people know.
  ///   - parentActorId: the actor that this one was found to be the same person as.
  public init(actorId: UserUID, name: String, parentActorId: UserUID? = nil) {
    self.actorId = actorId
    self.name = name
    self.parentActorId = parentActorId
  }
}
