import CaseWire
import StateStore
import TerminalModel

/// The keys of the three panes.
extension WorkbenchState {
  /// Carries out a command of the panes.
  mutating func perform(_ command: Command) -> Orders {
    if triage != nil, Self.listCommands.contains(command) {
      notice = Notice(.info, Wording.queueStands)
      return []
    }
    if let reason = reasonGone(command) {
      notice = Notice(.attention, reason)
      return []
    }
    switch command {
    case .moveDown: return move(by: 1)
    case .moveUp: return move(by: -1)
    case .moveHalfPageDown: return move(by: max(1, pageHeight / 2))
    case .moveHalfPageUp: return move(by: -max(1, pageHeight / 2))
    case .movePageDown: return move(by: pageHeight)
    case .movePageUp: return move(by: -pageHeight)
    case .moveToTop: return move(by: -.max / 2)
    case .moveToEnd: return move(by: .max / 2)
    case .scrollDetailDown: return scrollDetail(by: max(1, layout.textHeight / 2))
    case .scrollDetailUp: return scrollDetail(by: -max(1, layout.textHeight / 2))
    case .open: return focus == .events ? openEvent() : goIn()
    case .goIn: return goIn()
    case .goOut: return goOut()
    case .nextPane: return turn(by: 1)
    case .previousPane: return turn(by: Pane.allCases.count - 1)
    case .zoom:
      isZoomed.toggle()
      return []
    case .back: return stepBack()
    case .closeView: return focus == .cases ? leave() : goOut()
    case .quit: return leave()
    case .toggleZone:
      zone = zone == .utc ? .local : .utc
      return []
    case .toggleMarkdown: return toggleMarkdown()
    case .showKeys:
      open(.keys(KeysDialog()))
      return []
    case .refresh: return refresh()
    case .narrow: return startNarrowing()
    case .filter:
      open(.filter(FilterDialog(list.query, zone: zone)))
      return []
    case .showAllOpen: return ask(.allOpen)
    case .showAll: return ask(CaseQuery(CaseFilter(), by: list.query.order))
    case .sort:
      open(.sort(SortDialog(at: list.query.order.key)))
      return []
    case .reverseSort:
      var query = list.query
      query.order.isDescending.toggle()
      return ask(query, selecting: list.selected)
    case .goToCase:
      open(.goToCase(GoToDialog()))
      return []
    // A queue takes no new case; the same key adds to the case that is decided about.
    case .createCase where triage != nil: return startAddingEvents()
    case .createCase: return createCase()
    case .editCase: return withCase { .edit($0) }
    case .editOutside: return withCase { .editOutside($0) }
    case .assign: return startAssigning()
    case .closeCase where focus == .cases && !marks.isEmpty: return startBulk(.close)
    case .closeCase: return withCase { .close($0) }
    case .deleteCase: return askToDelete()
    case .toggleMark: return toggleMark()
    case .markRange: return markRange()
    case .markAll: return markAll()
    case .bulk: return startBulk()
    case .copy: return copyHere()
    case .columns: return openColumns()
    case .palette: return openPalette()
    case .openLast: return openLast()
    case .views: return openViews()
    case .view1: return showView(1)
    case .view2: return showView(2)
    case .view3: return showView(3)
    case .view4: return showView(4)
    case .view5: return showView(5)
    case .view6: return showView(6)
    case .view7: return showView(7)
    case .view8: return showView(8)
    case .history: return openHistory()
    case .shift: return startShift()
    case .triage: return toggleTriage()
    case .putLast: return putLast()
    case .undo: return undo()
    case .redo: return redo()
    case .discardDraft: return askToDiscardDraft()
    case .drafts: return openAllDrafts()
    case .export: return startExport()
    case .addEvent: return startAddingEvents()
    case .removeEvent: return askToRemoveEvent()
    default: return []
    }
  }

  /// The commands that choose another list.
  static let listCommands: Set<Command> = [
    .narrow, .filter, .showAllOpen, .showAll, .sort, .reverseSort, .view1, .view2, .view3, .view4,
    .view5, .view6, .view7, .view8,
  ]

  private var pageHeight: Int {
    switch focus {
    case .cases: list.height
    case .detail: layout.textHeight
    case .events: layout.eventHeight
    }
  }

  private mutating func move(by rows: Int) -> Orders {
    switch focus {
    case .cases:
      list.moveCursor(to: list.cursor + rows)
    case .detail:
      return scrollDetail(by: rows)
    case .events:
      events.moveCursor(to: events.cursor + rows, height: layout.eventHeight)
    }
    return []
  }

  private mutating func scrollDetail(by lines: Int) -> Orders {
    detail.scroll(to: detail.scroll + lines, height: caseHeight)
    return []
  }

  private mutating func goIn() -> Orders {
    switch focus {
    case .cases:
      guard let number = detail.number ?? list.selected else { return [] }
      noteOpened(number)
      focus = .detail
      return hasten() + lookForDrafts()
    case .detail:
      focus = .events
      return hasten()
    case .events:
      return []
    }
  }

  private mutating func goOut() -> Orders {
    switch focus {
    case .cases: break
    case .detail: focusCases()
    case .events: focus = .detail
    }
    return []
  }

  private mutating func turn(by panes: Int) -> Orders {
    let all = Pane.allCases
    let next = all[((all.firstIndex(of: focus) ?? 0) + panes) % all.count]
    if next == .cases { focusCases() } else { focus = next }
    return hasten()
  }

  /// Back in the list, the case that is shown is again the one under the cursor.
  private mutating func focusCases() {
    focus = .cases
    isPinned = false
  }

  private mutating func stepBack() -> Orders {
    if isZoomed {
      isZoomed = false
    } else if focus == .cases, dropMarks() {
      return []
    } else if focus != .cases {
      return goOut()
    } else if list.query.filter.name != nil {
      var query = list.query
      query.filter.name = nil
      return ask(query, selecting: list.selected)
    } else if list.query != .allOpen {
      notice = Notice(.info, Wording.zeroShowsAllOpen)
    }
    return []
  }

  /// The pane has the focus now, so what it shows is fetched without waiting for a rest.
  private mutating func hasten() -> Orders {
    if detail.isLoading, detail.loaded == nil, let number = detail.number {
      return [.run(.loadCase(number, rest: 0), id: .detail)]
    }
    return []
  }

  private mutating func refresh() -> Orders {
    let orders: Orders = list.awaited.sorted().map { .cancel(.page($0)) }
    list.refresh()
    list.isAskedFor = true
    return orders + refetch() + countViews()
  }

  /// Fetches the case and its events anew; what is shown stays until they have come.
  mutating func refetch() -> Orders {
    guard let number = detail.number else { return [] }
    detail.failure = nil
    events.failure = nil
    detail.isLoading = true
    var orders: Orders = [.run(.loadCase(number, rest: 0), id: .detail)]
    if layout.events != nil || events.total != nil {
      events.isLoading = true
      orders.append(.run(.loadEvents(number, page: 1, rest: 0), id: .events))
    }
    return orders
  }

  /// Lets the list show something else.
  mutating func ask(_ query: CaseQuery, selecting number: CaseNumber? = nil) -> Orders {
    let orders: Orders = list.awaited.sorted().map { .cancel(.page($0)) }
    list.turn(to: query, selecting: number)
    focusCases()
    return orders
  }

  /// Leaves the program, once what is on its way has arrived.
  mutating func leave() -> Orders {
    let hasDrafts = !drafts.isEmpty || !otherDrafts.isEmpty || !asides.isEmpty
    let isUnkept = draftTrouble != nil && !(unkept.isEmpty && asides.isEmpty)
    let mayLose = isUnkept || losesDrafts && hasDrafts
    if mayLose, !isLossAccepted {
      open(.confirm(ConfirmDialog(.loseDrafts)))
    } else if !outbox.isEmpty {
      open(.confirm(ConfirmDialog(.outboxWaits)))
    } else if work.isEmpty {
      isFinished = true
    } else if isLeaving {
      open(.confirm(ConfirmDialog(.leaveAnyway)))
    } else {
      isLeaving = true
      notice = Notice(.attention, Wording.leavingOnceDone(work.values.sorted()))
    }
    return []
  }
}
