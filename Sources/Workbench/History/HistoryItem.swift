public import CaseWire

/// One change of a case, as its server tells it or as it was seen from this machine.
public struct HistoryItem: Hashable, Codable, Sendable {
  /// Where the change is known from.
  public enum Origin: Hashable, Codable, Sendable {
    /// The server says that the case was made so.
    case made
    /// The server says that it was changed so.
    case changed
    /// It was seen for the first time; what it was before is not known.
    case seenFirst
    /// It was seen differently from before.
    case seen
  }

  /// Where the change is known from.
  public let origin: Origin
  /// When the change was made or seen; no two changes of a case have the same.
  public let time: Timestamp
  /// When the case was changed last before it was seen so; nil where the server tells changes.
  public let lastChange: Timestamp?
  /// Who changed it, last where it was only seen; nil where that is not known.
  public let who: String?
  /// The fields that differ from before.
  public let changes: [HistoryChange]
  /// The events that came in.
  public let added: [EventID]
  /// The events that went.
  public let removed: [EventID]

  /// Takes over an entry of a server's history.
  ///
  /// - Parameter entry: the entry.
  public init(_ entry: HistoryEntry) {
    origin = entry.kind == .created ? .made : .changed
    time = entry.changedAt
    lastChange = nil
    who = entry.username ?? entry.userUid?.rawValue
    changes = entry.changes.map { HistoryChange($0) }
    added = entry.eventsAdded
    removed = entry.eventsRemoved
  }

  /// Compares a state in which a case was seen with the one before.
  ///
  /// - Parameters:
  ///   - state: the state.
  ///   - before: the one before; nil where there is none.
  init(_ state: SeenCase, after before: SeenCase?) {
    origin = before == nil ? .seenFirst : .seen
    time = state.seenAt
    lastChange = state.value.summary.updatedAt
    who = state.value.summary.lastModifiedByUsername
    changes = before.map { HistoryChange.changes(from: $0.value, to: state.value) } ?? []
    added = []
    removed = []
  }

  /// Makes items of the states in which a case was seen.
  ///
  /// - Parameter states: the states, the last one last.
  /// - Returns: the items, the last one first.
  static func items(_ states: [SeenCase]) -> [HistoryItem] {
    states.indices.reversed().map { index in
      HistoryItem(states[index], after: index > states.startIndex ? states[index - 1] : nil)
    }
  }

  /// The long texts that differ, whose words can be compared.
  var longChanges: [HistoryChange] { changes.filter(\.isLong) }
}
