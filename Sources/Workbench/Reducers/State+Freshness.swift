import CaseWire
import CasesAPI
import StateStore

/// Keeping what is shown fresh, without a key: cursor, focus and what is typed stay as they are.
extension WorkbenchState {
  /// Starts the wait for the next fetch, or ends it where nobody looks.
  mutating func followFreshness() -> Orders {
    let isThere = list.total != nil || list.failure != nil
    let isWanted = freshness.hasFocus && freshness.interval > 0 && isThere
    guard isWanted != freshness.isWaiting else { return [] }
    guard isWanted else {
      freshness.isWaiting = false
      return [.cancel(.refresh)]
    }
    guard list.awaited.isEmpty else { return [] }
    freshness.isWaiting = true
    return [.run(.waitToRefresh(rest: freshness.wait * 1_000), id: .refresh)]
  }

  /// Fetches list, case and events again; what is under way already is not asked for twice.
  mutating func refreshDue() -> Orders {
    freshness.isWaiting = false
    // A list that was turned to is on its way, unless it failed to come.
    let isComing = list.isOutdated && list.failure == nil
    guard freshness.hasFocus, list.awaited.isEmpty, !isComing else { return [] }
    list.refresh(quietly: true)
    return refetchQuietly() + countViews()
  }

  private mutating func refetchQuietly() -> Orders {
    guard let number = detail.number, form == nil, intent == nil, !detail.isLoading,
      detail.loaded != nil || detail.failure != nil
    else { return [] }
    detail.isLoading = true
    var orders: Orders = [.run(.loadCase(number, rest: 0), id: .detail)]
    if events.number == number, events.total != nil || events.failure != nil, !events.isLoading {
      events.isLoading = true
      orders.append(.run(.loadEvents(number, page: 1, rest: 0), id: .events))
    }
    return orders
  }

  /// Notes whether somebody looks; what has grown old meanwhile is fetched at once.
  mutating func focusChanged(_ hasFocus: Bool) -> Orders {
    freshness.hasFocus = hasFocus
    guard hasFocus, freshness.interval > 0, let fetchedAt = list.fetchedAt,
      now.seconds - fetchedAt.seconds >= Int64(freshness.wait)
    else { return [] }
    return refreshDue()
  }

  /// Tells which cases others changed, unless something else is told.
  mutating func tell(_ changed: [CaseNumber]) {
    let others = changed.filter { number in
      work[.save(.existing(number))] == nil && work[.changeEvents(number)] == nil
    }
    guard notice == nil, !others.isEmpty else { return }
    notice = Notice(.info, Wording.changedMeanwhile(others))
  }

  /// Tells what somebody else changed in the case that is shown.
  mutating func tellChange(to arrived: Case) {
    guard let known = detail.loaded, known.number == arrived.number, known != arrived,
      notice == nil
    else { return }
    let fields = arrived.content.differences(from: known.content)
    let isSettled = known.summary.status != arrived.summary.status
    guard !fields.isEmpty || isSettled else { return }
    notice = Notice(
      .info,
      isSettled ? Wording.settledBySomebody(arrived) : Wording.changedMeanwhile(arrived, fields))
  }
}
