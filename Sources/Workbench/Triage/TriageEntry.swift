public import CaseWire

/// One case of a triage session.
public struct TriageEntry: Hashable, Codable, Sendable {
  /// The case as it was last seen.
  public internal(set) var summary: CaseSummary
  /// What was done to it, in order.
  public internal(set) var deeds: [TriageDeed] = []
  /// For how long it was looked at, in milliseconds.
  public internal(set) var milliseconds: Int64 = 0
  /// Whether there is nothing left to decide about it.
  public internal(set) var isSettled = false

  init(_ summary: CaseSummary) { self.summary = summary }
}
