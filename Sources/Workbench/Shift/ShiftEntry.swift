public import CaseWire

/// A case that changed since the last session, or is gone since, and all that is known about that.
public struct ShiftEntry: Hashable, Codable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// The case as it is now; nil where it is deleted.
  public let value: Case?
  /// The case as it was seen last before, on this machine; nil where it was not.
  public let before: Case?
  /// Its row in the list as the last session left it; nil where it was not in it.
  public let row: CaseSummary?
  /// What its server tells of the changes since, the newest one first; nil where it tells none.
  public let told: [HistoryItem]?

  /// Makes an entry of a case that is there.
  ///
  /// - Parameters:
  ///   - value: the case as it is now.
  ///   - before: the case as it was seen last before.
  ///   - row: its row as the last session left it.
  ///   - told: what its server tells of the changes since.
  public init(
    _ value: Case, before: Case?, row: CaseSummary? = nil, told: [HistoryItem]? = nil
  ) {
    number = value.number
    self.value = value
    self.before = before
    self.row = row
    self.told = told
  }

  /// Makes an entry of a case that is deleted.
  ///
  /// - Parameter row: its row as the last session left it.
  public init(deleted row: CaseSummary) {
    number = row.number
    value = nil
    before = nil
    self.row = row
    told = nil
  }

  /// What the case is called, or was.
  var name: String { value?.summary.name ?? row?.name ?? "" }

  /// The state of the case as far as it was seen before.
  private var statusBefore: CaseStatus? { before?.summary.status ?? row?.status }

  /// What has become of it for ever, the gravest first; nil where it can still be changed.
  var ending: Ending? {
    guard let status = value?.summary.status else { return .deleted }
    guard status != .open, status != statusBefore else { return nil }
    // A settled case cannot be changed, so the last change that it had is the one that settled it.
    return status == .archived ? .archived : .closed
  }

  /// The fields that are known to have changed, the state apart.
  ///
  /// - Parameter since: when the last session was left.
  /// - Returns: what people call them; nil where it is not known which.
  func fields(since: Timestamp) -> [String]? {
    guard let value else { return [] }
    if let before { return Self.names(HistoryChange.changes(from: before, to: value)) }
    if let told {
      let items = told.filter { $0.time > since }
      var names: [String] = []
      for name in Self.names(items.flatMap(\.changes)) where !names.contains(name) {
        names.append(name)
      }
      let events = items.contains { !$0.added.isEmpty || !$0.removed.isEmpty }
      return names + (events ? [Wording.events] : [])
    }
    guard let row else { return nil }
    // The row has no long texts, so what it does not show is not known.
    let then = Case(
      summary: row, description: value.description, findings: value.findings)
    let names = Self.names(HistoryChange.changes(from: then, to: value))
    return names.isEmpty ? nil : names
  }

  private static func names(_ changes: [HistoryChange]) -> [String] {
    changes.map(\.name).filter { $0 != Wording.name(ofWireField: "status") }
  }
}
