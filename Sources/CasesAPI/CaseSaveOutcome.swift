public import CaseWire

/// What became of a change.
public enum CaseSaveOutcome: Hashable, Codable, Sendable {
  /// The case is stored as wanted; the fields are those that somebody else had changed meanwhile
  /// and that were kept, or merged with the user's change where both are there.
  case saved(Case, kept: Set<CaseField>)
  /// Nothing was to be changed, so nothing was sent.
  case unchanged(Case)
  /// Nothing was sent, since the user and somebody else changed the same fields differently, or
  /// since the case was to be closed and somebody else changed them unseen.
  case conflict(latest: Case, Set<CaseField>)
  /// The change is not in the case, which is closed or archived meanwhile and stays as it is.
  case settled(latest: Case)
  /// The change was not made.
  case failed(CasesError)
  /// The change was sent, and whether it was made cannot be found out now.
  case unknown(CasesError)
}
