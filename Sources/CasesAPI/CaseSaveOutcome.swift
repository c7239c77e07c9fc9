public import CaseWire

/// What became of a change.
public enum CaseSaveOutcome: Hashable, Codable, Sendable {
  /// The case is stored as wanted; the fields are those that somebody else had changed meanwhile
  /// and that were kept.
  case saved(Case, kept: Set<CaseField>)
  /// Nothing was to be changed, so nothing was sent.
  case unchanged(Case)
  /// Nothing was sent, since the user and somebody else changed the same fields differently.
  case conflict(latest: Case, Set<CaseField>)
  /// Nothing was sent, since the case is closed or archived meanwhile.
  case settled(latest: Case)
  /// The case was not changed.
  case failed(CasesError)
  /// The change was sent, and whether it was made cannot be found out now.
  case unknown(CasesError)
}
