import CaseWire

/// A triage session that is under way.
public struct TriageState: Equatable, Sendable {
  /// Cases that are fetched before they are reached.
  static let prefetched = 6
  /// How many of them are fetched at once, so that connections stay free for what the user does.
  static let prefetchedAtOnce = 2

  /// What was decided and what is left.
  public internal(set) var session: TriageSession
  /// The list as it was before; it comes back at the end.
  let list: CaseListState
  /// Cases that are there before they are reached.
  var ready: [CaseNumber: ReadyCase] = [:]
  /// Cases that are being fetched for that.
  var awaited: Set<CaseNumber> = []
  /// Cases that could not be fetched for that; they are fetched when they are reached.
  var missed: Set<CaseNumber> = []
  /// The case whose time runs, and since when.
  var watched: Watch

  /// The case that is looked at.
  struct Watch: Equatable, Sendable {
    /// Which case.
    let number: CaseNumber?
    /// Since when.
    let since: Timestamp
  }

  init(_ session: TriageSession, over list: CaseListState, at now: Timestamp) {
    self.session = session
    self.list = list
    watched = Watch(number: nil, since: now)
  }
}
