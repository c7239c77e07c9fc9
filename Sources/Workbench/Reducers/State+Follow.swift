import CaseWire
import StateStore
import TerminalModel

/// What follows from any change: the panes that are shown get what they need, and no more.
extension WorkbenchState {
  /// How long the cursor must rest before the case under it is fetched, in milliseconds.
  static let restBeforeFetch = 90

  /// Brings list, case and events in line with the rest of the state.
  ///
  /// - Returns: what must be fetched for that, and what need not be any more.
  mutating func follow() -> Orders {
    let layout = layout
    if layout.cases != nil { list.height = layout.listHeight }
    if isMeasured { list.showCursor() }
    var orders = followPages()
    if !isPinned, detail.number != list.selected || detail.summary != list.current {
      orders += followCursor()
    }
    if layout.detail != nil || layout.events != nil {
      orders += fetchDetail(rest: focus == .cases ? Self.restBeforeFetch : 0)
    }
    if layout.events != nil {
      orders += fetchEvents(rest: focus == .cases ? Self.restBeforeFetch : 0)
    }
    followShownView()
    orders += followChecklist()
    orders += followOutbox()
    orders += followTriage()
    followTriageReport()
    orders += followFreshness()
    orders += followWatch()
    orders += followSession()
    orders += followOutboxMemory()
    refreshSheet()
    orders += followHistory()
    followDifference()
    followConflict()
    followTyping()
    orders += followPreview()
    if isLeaving, work.isEmpty { isFinished = true }
    return orders
  }

  private mutating func followPages() -> Orders {
    var orders: Orders = []
    guard !list.isStill else { return orders }
    let wanted = list.wantedPages
    for page in list.awaited.sorted() where !wanted.contains(page) {
      list.awaited.remove(page)
      orders.append(.cancel(.page(page)))
    }
    guard list.failure == nil || list.isTriedAgain else { return orders }
    for page in wanted where !list.awaited.contains(page) {
      guard list.pages[page] == nil || list.stale.contains(page) else { continue }
      list.awaited.insert(page)
      orders.append(.run(.loadPage(list.query, page: page), id: .page(page)))
    }
    return orders
  }

  /// Lets the case that is shown be the one under the cursor.
  private mutating func followCursor() -> Orders {
    // A case that is looked for is not the one in the row where it was.
    let current = list.current.flatMap { $0.number == list.selected ? $0 : nil }
    guard detail.number != list.selected else {
      if let current { detail.summary = current }
      return []
    }
    var orders: Orders = []
    if detail.isLoading { orders.append(.cancel(.detail)) }
    if events.isLoading { orders.append(.cancel(.events)) }
    detail.turn(to: list.selected, current)
    events.turn(to: list.selected)
    return orders + showReady()
  }

  /// Fetches the case that is shown, if it is not there.
  mutating func fetchDetail(rest: Int) -> Orders {
    guard let number = detail.number, detail.loaded == nil, !detail.isLoading,
      detail.failure == nil
    else { return [] }
    detail.isLoading = true
    return [.run(.loadCase(number, rest: rest), id: .detail)]
  }

  /// Fetches the events that are shown, if they are not there.
  mutating func fetchEvents(rest: Int) -> Orders {
    guard let number = events.number, events.total == nil, !events.isLoading,
      events.failure == nil
    else { return [] }
    events.isLoading = true
    return [.run(.loadEvents(number, page: 1, rest: rest), id: .events)]
  }

  /// Scrolls the box that is typed into as little as it takes to show the cursor.
  private mutating func followTyping() {
    guard let form, let editor = form.editors[form.focus] else { return }
    let boxes = formLayout
    let top = form.tops[form.focus] ?? 0
    let text = editor.layout(width: boxes.width(of: form.focus))
    let next = text.top(keeping: top, height: boxes.boxes[form.focus]?.height ?? 1)
    if next != top { self.form?.tops[form.focus] = next }
  }

  /// Breaks the case anew for its pane; a case that nobody sees is not broken at all.
  private mutating func refreshSheet() {
    guard layout.detail != nil, form == nil else { return }
    let source = detail.known.map {
      SheetSource(
        summary: $0, loaded: detail.loaded, width: layout.textWidth, zone: zone,
        isAsWritten: isAsWritten)
    }
    guard source != detail.sheetSource else { return }
    detail.sheetSource = source
    detail.sheet =
      source.map {
        CaseSheet.lines(
          $0.summary, $0.loaded, width: $0.width, zone: $0.zone, isAsWritten: $0.isAsWritten)
      } ?? []
    detail.scroll(to: detail.scroll, height: caseHeight)
  }
}
