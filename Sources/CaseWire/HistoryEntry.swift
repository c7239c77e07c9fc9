/// What somebody changed of a case at one instant (Cases API contract, § 8).
public struct HistoryEntry: Hashable, Codable, Sendable {
  /// What happened.
  public let kind: HistoryKind
  /// When: the `updatedAt` that the case had afterwards, so no two of a case have the same.
  public let changedAt: Timestamp
  /// Who changed it.
  public let userUid: UserUID?
  /// That person's user name.
  public let username: String?
  /// The fields that were changed.
  public let changes: [FieldChange]
  /// The events that came into the case.
  public let eventsAdded: [EventID]
  /// The events that left it.
  public let eventsRemoved: [EventID]

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - kind: what happened.
  ///   - changedAt: when.
  ///   - userUid: who changed it.
  ///   - username: that person's user name.
  ///   - changes: the fields that were changed.
  ///   - eventsAdded: the events that came into the case.
  ///   - eventsRemoved: the events that left it.
  public init(
    _ kind: HistoryKind, changedAt: Timestamp, userUid: UserUID?, username: String?,
    changes: [FieldChange] = [], eventsAdded: [EventID] = [], eventsRemoved: [EventID] = []
  ) {
    self.kind = kind
    self.changedAt = changedAt
    self.userUid = userUid
    self.username = username
    self.changes = changes
    self.eventsAdded = eventsAdded
    self.eventsRemoved = eventsRemoved
  }

  /// Reads an entry; only its time must be there.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let entry = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try entry.decodeIfPresent(HistoryKind.self, forKey: .kind) ?? .changed,
      changedAt: try entry.decode(Timestamp.self, forKey: .changedAt),
      userUid: try entry.decodeIfPresent(UserUID.self, forKey: .userUid),
      username: try entry.decodeIfPresent(String.self, forKey: .username),
      changes: try entry.decodeIfPresent([FieldChange].self, forKey: .changes) ?? [],
      eventsAdded: try entry.decodeIfPresent([EventID].self, forKey: .eventsAdded) ?? [],
      eventsRemoved: try entry.decodeIfPresent([EventID].self, forKey: .eventsRemoved) ?? [])
  }
}
