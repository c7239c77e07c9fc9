/// One page of actors; the vendor's server does not say how many there are in all.
public struct ActorPage: Hashable, Codable, Sendable {
  /// The rows.
  public var actors: [CaseActor]

  /// Makes a page.
  ///
  /// - Parameter actors: the rows.
  public init(actors: [CaseActor]) { self.actors = actors }
}
