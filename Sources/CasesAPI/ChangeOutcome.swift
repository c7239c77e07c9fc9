/// What became of a change that has no other result.
public enum ChangeOutcome: Hashable, Codable, Sendable {
  /// The change was made.
  case done
  /// The change was not made: it was refused or did not arrive, as the error says.
  case failed(CasesError)
  /// The change was sent, and whether it was made cannot be found out now.
  case unknown(CasesError)
}
