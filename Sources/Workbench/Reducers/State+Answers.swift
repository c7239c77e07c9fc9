import CasesAPI
import CaseWire
import StateStore

/// What the server's answers and the disk's change.
extension WorkbenchState {
  /// Takes a page of the list in.
  mutating func pageArrived(_ page: Int, _ rows: CasePage, at moment: Timestamp) -> Orders {
    let before = marks.isEmpty ? [] : list.pages.values.flatMap(\.self)
    let isSameList = !list.isOutdated
    let changed = list.take(rows, page: page, at: moment)
    if isSameList { dropMarksOfMissing(before: before) }
    // What could not be counted while the server was away can be now.
    let counts = freshness.troubles > 0 ? countViews() : []
    freshness.troubles = 0
    isTouched = true
    tell(changed)
    guard let sought = list.sought, !list.isOutdated, list.stale.isEmpty else { return counts }
    return counts + [.run(.findRow(of: sought, in: list.query), id: .row)]
  }

  /// Puts the cursor on the case again, wherever the list has it now.
  mutating func rowFound(_ row: Int?, of number: CaseNumber) -> Orders {
    guard list.sought == number else { return [] }
    if let row {
      // The page with that row is still to come, so the case is sought until then.
      let wanted = list.sought
      list.placeCursor(on: row)
      list.sought = wanted
      list.showCursor()
    } else {
      list.sought = nil
      list.wantedAbove = nil
      list.selected = list.current?.number
      notice = Notice(.info, Wording.notInList(number))
    }
    return []
  }

  /// Takes a case in, wherever it is shown.
  mutating func caseArrived(_ arrived: Case) -> Orders {
    list.replace(arrived.summary)
    triage?.session.update(arrived.number) { $0.summary = arrived.summary }
    guard detail.number == arrived.number else { return [] }
    tellChange(to: arrived)
    detail.isLoading = false
    detail.failure = nil
    detail.summary = list.current.map { $0.number == arrived.number ? $0 : arrived.summary }
    detail.loaded = arrived
    noteLook(arrived.summary)
    return carryOutIntent(arrived)
  }

  /// Tells that a case did not come.
  mutating func caseFailed(_ number: CaseNumber, _ error: CasesError) -> Orders {
    noteRefusal(error)
    guard detail.number == number else { return [] }
    detail.isLoading = false
    detail.failure = error
    // The key that goes back to the case before must not lead to nothing.
    if detail.isGone { recent.removeAll { $0 == number } }
    guard let intent, intent.number == number else { return [] }
    self.intent = nil
    let isOne = otherDrafts[.existing(number)] == nil
    if case .takeUp(_, let file?) = intent {
      return takeUp(file, DraftsDialog(.existing(number), shown: nil))
    } else if intent.isWriting, !isOne, intent != .takeUp(number, file: nil) {
      return openForm(DraftsDialog(.existing(number), shown: nil))
    } else if intent.isWriting, let draft = drafts[.existing(number)] {
      // What was written can be read and written on, whatever has become of the case.
      form = makeForm(draft, focus: .findings)
      form?.problem = Wording.draftWithoutCase(error)
    } else {
      notice = Notice(.error, Wording.text(error))
    }
    return []
  }

  /// Takes events in, and asks for the next ones.
  mutating func eventsArrived(
    _ number: CaseNumber, page: Int, _ answer: FileEventPage
  ) -> Orders {
    guard events.number == number else { return [] }
    let next = events.take(answer, page: page)
    events.moveCursor(to: events.cursor, height: layout.eventHeight)
    return next.map { [.run(.loadEvents(number, page: $0, rest: 0), id: .events)] } ?? []
  }

  /// Takes up what earlier sessions left.
  mutating func draftsLoaded(
    _ loaded: [Draft], _ others: [DraftEntry], _ troubles: [String]
  ) -> Orders {
    areDraftsRead = true
    for draft in loaded where drafts[draft.key] == nil { drafts[draft.key] = draft }
    for entry in others { otherDrafts[entry.draft.key, default: []].append(entry) }
    if !loaded.isEmpty {
      let found = Wording.draftsFound(loaded.map(\.key) + others.map(\.draft.key))
      startNews =
        unsent.map { Notice(.attention, "\($0). \(found)") } ?? Notice(.info, found)
    }
    if let trouble = Wording.draftTroubles(troubles) {
      notice = Notice(.error, trouble)
    } else if let startNews {
      notice = startNews
    }
    return []
  }

  /// Changes the view of an event, if it is still open.
  mutating func update(_ event: EventID, _ change: (inout EventDialog) -> Void) -> Orders {
    if case .event(var dialog) = dialog, dialog.row.eventId == event {
      change(&dialog)
      self.dialog = .event(dialog)
    }
    return []
  }

  /// Changes the form of the filter, if it is still open; it is not sending any more.
  mutating func updateFilter(_ change: (inout FilterDialog) -> Void) {
    if case .filter(var dialog) = dialog {
      dialog.isSending = false
      change(&dialog)
      self.dialog = .filter(dialog)
    }
  }
}
