public import CaseWire

/// What became of the wish for a new case.
public enum CaseCreateOutcome: Hashable, Codable, Sendable {
  /// The case is there.
  case created(Case)
  /// No case was made.
  case failed(CasesError)
  /// The request was sent, and whether a case was made cannot be found out now; its unique name
  /// will tell.
  case unknown(CasesError)
}
