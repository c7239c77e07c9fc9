/// What a reducer wants done after a change of state.
public enum Step<Effect, EffectID> {
  /// Starts an effect under a name; what runs under that name is cancelled and its answers dropped.
  case run(Effect, id: EffectID)
  /// Cancels what runs under a name; its answers are dropped from this moment on.
  case cancel(EffectID)
}

extension Step: Equatable where Effect: Equatable, EffectID: Equatable {}
extension Step: Sendable where Effect: Sendable, EffectID: Sendable {}
extension Step: Codable where Effect: Codable, EffectID: Codable {}
