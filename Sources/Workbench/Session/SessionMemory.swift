import CaseWire

/// What one session leaves for the next one on the same server.
public struct SessionMemory: Hashable, Codable, Sendable {
  /// The rows of a list as they were seen last.
  public struct Rows: Hashable, Codable, Sendable {
    /// The rows, by page from 0.
    let pages: [Int: [CaseSummary]]
    /// How many there were in all.
    let total: Int
    /// When they were fetched.
    let fetchedAt: Timestamp
    /// The row of the cursor, and the first one that was shown.
    let cursor: Int
    let top: Int

    /// The cases in them, from top to bottom.
    var cases: [CaseSummary] { pages.sorted { $0.key < $1.key }.flatMap(\.value) }
  }

  /// What the list showed.
  let query: CaseQuery
  /// The line that was typed for it, where one was.
  let line: String?
  /// The case under the cursor.
  let selected: CaseNumber?
  /// Whether times were shown in UTC.
  let isUTC: Bool
  /// The cases that were opened last, the newest first.
  let recent: [CaseNumber]
  /// The rows, unless they are not to be kept on this machine.
  let rows: Rows?
  /// When the session before this one was left.
  let leftAt: Timestamp?
  /// Which columns the list showed.
  let columns: ListColumns?
  /// When each case that was looked at had been changed last.
  let looks: [CaseNumber: Timestamp]?
  /// When the first session here began.
  let firstSeenAt: Timestamp?
  /// What waited to be sent for ever when the session ended, and so was not, a sentence each.
  let unsent: [String]?
  /// What waits to be sent for ever while the session goes on, should it be cut off.
  let waiting: [String]?

  /// Notes what a session would leave now.
  ///
  /// - Parameters:
  ///   - state: the session.
  ///   - isLeft: whether it ends now.
  public init(_ state: WorkbenchState, isLeft: Bool) {
    let list = state.triage?.list ?? state.list
    query = list.query
    line = state.queryLine
    // The next session goes on where this one stood, also within a triage session.
    selected = state.list.selected ?? list.selected
    isUTC = state.zone == .utc
    recent = state.recent
    leftAt = isLeft ? state.now : state.leftAt
    columns = state.columns
    looks = state.looks
    firstSeenAt = state.firstSeenAt ?? state.now
    let waits = Self.waiting(in: state)
    unsent = isLeft ? waits : nil
    waiting = isLeft ? nil : waits
    guard state.keepsCache, let total = list.total, let fetchedAt = list.fetchedAt, !list.isOutdated
    else {
      rows = nil
      return
    }
    // The window and what is beside it, so that the next start shows what this one showed.
    let wanted = list.wantedPages
    rows = Rows(
      pages: list.pages.filter { wanted.contains($0.key) }, total: total, fetchedAt: fetchedAt,
      cursor: list.cursor, top: list.top)
  }

  /// What waits to be sent for ever, a sentence each; nil for nothing.
  static func waiting(in state: WorkbenchState) -> [String]? {
    state.outbox.isEmpty ? nil : state.outbox.map(Wording.unsent)
  }
}
