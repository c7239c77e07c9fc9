import CaseWire
import StateStore

extension WorkbenchState {
  /// The cases that are remembered as opened, at most.
  private static let mostRecent = 50
  /// How long what the session leaves may wait for the disk, in milliseconds.
  private static let restBeforeKeeping = 2_000

  /// Takes up what the last session left; rows from then are shown until new ones have come.
  ///
  /// - Parameters:
  ///   - memory: what it left.
  ///   - isFresh: whether the list begins as at first, wherever the last session stood.
  public mutating func restore(_ memory: SessionMemory, isFresh: Bool = false) {
    zone = memory.isUTC ? .utc : zone
    recent = memory.recent
    // Of a session that did not come to its end, its beginning is known.
    leftAt = memory.leftAt ?? memory.firstSeenAt
    columns = memory.columns ?? columns
    looks = memory.looks ?? [:]
    firstSeenAt = memory.firstSeenAt
    storedSession = memory
    rowsThen = memory.rows?.cases ?? []
    unsent =
      memory.unsent.map(Wording.unsentFound) ?? memory.waiting.map(Wording.perhapsUnsentFound)
    if let unsent {
      startNews = Notice(.attention, unsent)
      notice = startNews
    }
    guard !isFresh else { return }
    queryLine = memory.line
    list = CaseListState(memory.query)
    list.selected = memory.selected
    if let rows = memory.rows { list.show(rows) }
    list.placeAnew()
  }

  /// Notes that a case was opened.
  mutating func noteOpened(_ number: CaseNumber) {
    recent.removeAll { $0 == number }
    recent.insert(number, at: 0)
    recent = Array(recent.prefix(Self.mostRecent))
  }

  /// Waits a moment after something was touched, so that a flood of keys is one write.
  mutating func followSession() -> Orders {
    guard isTouched, !isSessionAwaited, list.total != nil else { return [] }
    isTouched = false
    isSessionAwaited = true
    return [.run(.waitForSession(rest: Self.restBeforeKeeping), id: .sessionWait)]
  }

  /// Keeps what waits in the outbox at once: should the session be cut off, the next one must know.
  mutating func followOutboxMemory() -> Orders {
    guard SessionMemory.waiting(in: self) != storedSession?.waiting else { return [] }
    // Without rows as well: what the next start shows first matters less than what it tells.
    return keepSession(withoutRows: !outbox.isEmpty)
  }

  /// Keeps what the next session needs, where it is something new.
  mutating func sessionRested() -> Orders {
    isSessionAwaited = false
    return keepSession()
  }

  private mutating func keepSession(withoutRows: Bool = false) -> Orders {
    guard withoutRows || (list.total != nil && !list.isOutdated) else { return [] }
    let memory = SessionMemory(self, isLeft: false)
    guard memory != storedSession else { return [] }
    storedSession = memory
    return [.run(.keepSession(memory), id: .session)]
  }
}

extension CaseListState {
  /// Shows rows from an earlier session, as old ones.
  ///
  /// - Parameter rows: the rows.
  mutating func show(_ rows: SessionMemory.Rows) {
    // A file may say anything, and a start must not fail by it.
    let total = max(0, min(rows.total, Int(Int32.max)))
    pages = rows.pages.filter {
      (0...total / Self.pageSize).contains($0.key) && $0.value.count <= Self.pageSize
    }
    self.total = total
    fetchedAt = rows.fetchedAt
    cursor = max(0, min(rows.cursor, total))
    top = max(0, min(rows.top, total))
    stale = Set(pages.keys)
    isFromBefore = true
    cursor = max(0, min(selected.flatMap(index) ?? cursor, total - 1))
    selected = current?.number ?? selected
  }
}
