import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// The triage session: the list becomes a queue, and the next case is there when one is settled.
extension WorkbenchState {
  /// Begins a session on the list as it stands, goes on with the one that was left, or leaves it.
  mutating func toggleTriage() -> Orders {
    if triage != nil { return leaveTriage() }
    if let kept = keptTriage, kept.leftCount > 0 {
      open(.confirm(ConfirmDialog(.resumeTriage(kept))))
      return []
    }
    return takeQueue()
  }

  /// Takes the list as a queue: at once where all of it is here, else it is fetched.
  mutating func takeQueue() -> Orders {
    guard let total = list.total, total > 0, !list.isOutdated else {
      notice = Notice(.info, Wording.noQueue)
      return []
    }
    let rows = (0..<min(total, TriageSession.mostCases)).compactMap { list.row($0) }
    if rows.count == min(total, TriageSession.mostCases), list.stale.isEmpty {
      return begin(TriageSession(rows, at: now))
    }
    work[.queue] = Wording.takingQueue
    return [.run(.loadQueue(list.query, for: .triage), id: .queue)]
  }

  /// Begins the session, or marks all, when the queue has come.
  mutating func queueArrived(
    _ query: CaseQuery, _ cases: [CaseSummary], for purpose: QueuePurpose
  ) -> Orders {
    work[.queue] = nil
    guard triage == nil, list.query == query else { return [] }
    if purpose == .marks {
      mark(cases)
      return []
    }
    guard !cases.isEmpty else {
      notice = Notice(.info, Wording.noQueue)
      return []
    }
    return begin(TriageSession(cases, at: now))
  }

  /// Tells why there is no queue.
  mutating func queueFailed(_ error: CasesError) -> Orders {
    work[.queue] = nil
    notice = Notice(.error, Wording.text(error))
    return []
  }

  /// Goes through a session, new or kept.
  mutating func begin(_ session: TriageSession) -> Orders {
    let orders: Orders = list.awaited.sorted().map { .cancel(.page($0)) }
    var outer = list
    outer.awaited = []
    triage = TriageState(session, over: outer, at: now)
    list = CaseListState(outer.query)
    list.isStill = true
    list.height = outer.height
    showQueue(selecting: session.current ?? session.next(after: nil).first)
    if (outer.total ?? 0) > TriageSession.mostCases {
      notice = Notice(.info, Wording.queueCut(TriageSession.mostCases))
    }
    focus = .cases
    isPinned = false
    return orders
  }

  /// Leaves the session; it is kept until all of it is settled.
  mutating func leaveTriage() -> Orders {
    guard var triage else { return [] }
    watch(nil, &triage)
    let session = triage.session
    self.triage = nil
    let (stood, height) = (list.selected, list.height)
    list = triage.list
    list.height = height
    if let stood { list.seek(stood) }
    list.refresh()
    focus = .cases
    isPinned = false
    let isDone = session.leftCount == 0
    keptTriage = isDone ? nil : session
    reportedTriage = session
    open(.report(ReportDialog(report(of: session))))
    if !isDone { notice = Notice(.info, Wording.triageKept) }
    let prefetches = triage.awaited.sorted().map { Workbench.Steps.cancel(.prefetch($0)) }
    return prefetches + countViews()
  }

  /// Puts the case under the cursor at the end of the queue.
  mutating func putLast() -> Orders {
    guard let number = list.selected, let next = triage?.session.next(after: number) else {
      return []
    }
    guard let first = next.first else {
      notice = Notice(.info, Wording.lastOfQueue)
      return []
    }
    triage?.session.putLast(number)
    showQueue(selecting: first)
    notice = Notice(.info, Wording.putLast(number))
    return []
  }

  /// Notes what was done to a case.
  mutating func noteDeed(_ deed: TriageDeed, of number: CaseNumber) {
    change(number) { $0.deeds.append(deed) }
  }

  /// Changes what a session knows of a case, be it under way or left before the answer came.
  private mutating func change(_ number: CaseNumber, _ change: (inout TriageEntry) -> Void) {
    if triage != nil {
      triage?.session.update(number, change)
    } else {
      keptTriage?.update(number, change)
      reportedTriage?.update(number, change)
    }
  }

  private func report(of session: TriageSession) -> Report {
    var pending: [CaseNumber: String] = [:]
    for item in outbox {
      for number in item.numbers { pending[number] = Wording.notSentYet(item.order) }
    }
    for entry in session.entries {
      let number = entry.summary.number
      if work[.save(.existing(number))] != nil || work[.delete(number)] != nil {
        pending[number] = Wording.beingSent
      }
    }
    return TriageReport(session, pending: pending, in: zone).report
  }

  /// Keeps the report of a session true while it is read: changes may still be on their way.
  mutating func followTriageReport() {
    guard let session = reportedTriage else { return }
    guard case .report(let dialog) = dialog else {
      reportedTriage = nil
      return
    }
    let report = report(of: session)
    if report != dialog.report { self.dialog = .report(dialog.telling(report)) }
  }

  /// Settles a case, or takes that back; from a settled case the cursor goes to the next one.
  mutating func settle(_ number: CaseNumber, _ isSettled: Bool) {
    change(number) { $0.isSettled = isSettled }
    guard isSettled, form == nil, list.selected == number || detail.number == number,
      let next = triage?.session.next(after: number).first,
      let row = triage?.session.index(of: next)
    else { return }
    focus = .cases
    isPinned = false
    list.moveCursor(to: row)
  }

  /// Shows the queue with the cursor on a case.
  private mutating func showQueue(selecting number: CaseNumber?) {
    guard let session = triage?.session else { return }
    list.hold(session.entries.map(\.summary))
    list.moveCursor(to: number.flatMap(session.index) ?? 0)
  }

  /// Lets time run for the case under the cursor, and fetches the next ones before they are
  /// reached.
  mutating func followTriage() -> Orders {
    guard var triage else { return keepTriage(keptTriage) }
    if triage.watched.number != list.selected { watch(list.selected, &triage) }
    triage.session.current = list.selected
    let next = triage.session.next(after: list.selected).prefix(TriageState.prefetched)
    let near = Set(next).union([list.selected].compactMap(\.self))
    triage.ready = triage.ready.filter { near.contains($0.key) }
    var orders: Orders = []
    for number in triage.awaited.subtracting(near).sorted() {
      triage.awaited.remove(number)
      orders.append(.cancel(.prefetch(number)))
    }
    triage.missed.formIntersection(near)
    let known = triage.awaited.union(triage.missed).union(triage.ready.keys)
    let free = TriageState.prefetchedAtOnce - triage.awaited.count
    for number in next.filter({ !known.contains($0) }).prefix(max(0, free)) {
      triage.awaited.insert(number)
      orders.append(.run(.prefetch(number), id: .prefetch(number)))
    }
    self.triage = triage
    return orders + keepTriage(triage.session)
  }

  /// Writes a session to disk where it is another one than there.
  private mutating func keepTriage(_ session: TriageSession?) -> Orders {
    guard session != storedTriage else { return [] }
    storedTriage = session
    return [.run(session.map { .keepTriage($0, rest: 400) } ?? .dropTriage, id: .triage)]
  }

  private func watch(_ number: CaseNumber?, _ triage: inout TriageState) {
    if let watched = triage.watched.number {
      let elapsed = max(0, now.microseconds - triage.watched.since.microseconds) / 1_000
      triage.session.update(watched) { $0.milliseconds += elapsed }
    }
    triage.watched = TriageState.Watch(number: number, since: now)
  }

  /// Takes a case in that was fetched before it is reached; nil where it could not be fetched.
  mutating func prefetched(_ number: CaseNumber, _ value: Case?, _ page: FileEventPage?) -> Orders {
    guard triage?.awaited.remove(number) != nil else { return [] }
    if let value, let page {
      triage?.ready[number] = ReadyCase(value: value, events: page)
    } else {
      triage?.missed.insert(number)
    }
    return []
  }

  /// Shows a case that is here already; it is looked at again all the same.
  mutating func showReady() -> Orders {
    guard let number = detail.number, let ready = triage?.ready[number] else { return [] }
    detail.loaded = ready.value
    detail.summary = ready.value.summary
    _ = events.take(ready.events, page: 1)
    detail.isLoading = true
    return [.run(.loadCase(number, rest: Self.restBeforeFetch), id: .detail)]
  }

  /// Takes up the session that an earlier run left.
  mutating func triageLoaded(_ session: TriageSession?) -> Orders {
    var session = session
    session?.limitTimes()
    keptTriage = session
    storedTriage = session
    return []
  }
}
