public import CaseWire

/// A case that is loaded as a whole, with its past.
public struct CaseSeed: Hashable, Sendable {
  /// The five fields that analysts write.
  public var content: CaseContent
  /// Where the case stands.
  public var status: CaseStatus
  /// When it was made, and by whom.
  public var created: ChangeStamp
  /// When it was changed last, and by whom.
  public var updated: ChangeStamp
  /// The identifiers of its events; they must be loaded before.
  public var events: [StoredEvent]
  /// The states that it had before, the first one first; it has no history where there are none.
  public var past: [CaseSeedStep] = []

  /// Makes a case to load.
  ///
  /// - Parameters:
  ///   - content: the five fields that analysts write.
  ///   - status: where the case stands.
  ///   - created: when it was made, and by whom.
  ///   - updated: when it was changed last, and by whom.
  ///   - events: its events.
  public init(
    content: CaseContent, status: CaseStatus, created: ChangeStamp, updated: ChangeStamp,
    events: [StoredEvent]
  ) {
    self.content = content
    self.status = status
    self.created = created
    self.updated = updated
    self.events = events
  }
}
