/// One unit of state with the facts that change it and the orders that follow.
///
/// A feature is a namespace: it holds no data of its own. Its reducer is a pure function, so that
/// a session is its first state and the list of its actions.
public protocol Feature: SendableMetatype {
  /// What the feature knows.
  associatedtype State: Sendable
  /// A fact: a key was pressed, an answer arrived.
  associatedtype Action: Sendable, Equatable, Codable
  /// An order to the outside: load, save, wait.
  associatedtype Effect: Sendable, Equatable, Codable
  /// The name under which an order runs; a new order under a running name replaces it.
  associatedtype EffectID: Sendable, Hashable, Codable

  /// Moves the state on by one fact.
  ///
  /// - Parameters:
  ///   - state: the state to change.
  ///   - action: what has happened.
  /// - Returns: the orders that follow, to be carried out in this sequence.
  static func reduce(_ state: inout State, _ action: Action) -> [Step<Effect, EffectID>]
}
