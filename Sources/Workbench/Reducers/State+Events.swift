import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// Adding events to a case and taking them off.
extension WorkbenchState {
  /// Opens the question for the identifiers of events.
  mutating func startAddingEvents() -> Orders {
    guard let number = mutableCase() else { return [] }
    open(.addEvent(AddEventDialog(number)))
    return []
  }

  /// Takes a key where events are added.
  mutating func pressAddEvents(_ key: Key, _ old: AddEventDialog) -> Orders {
    var dialog = old
    guard !dialog.isSending else { return [] }
    var orders: Orders = []
    let problem = LineQuestion(problem: dialog.problem, in: size).problem
    if problem.isCut, [.up, .down, .pageUp, .pageDown].contains(key),
      let line = scrolled(problem.top(dialog.scroll), by: key, page: problem.height)
    {
      dialog.scroll = problem.top(line)
    } else if key == .enter {
      let events = dialog.events
      if events.isEmpty {
        dialog.problem = Wording.eventWanted
      } else if work[.changeEvents(dialog.number)] != nil {
        dialog.problem = Wording.eventsBeingChanged(dialog.number)
      } else if let change = addition(of: events, to: dialog.number) {
        dialog.isSending = true
        orders = send(change)
      } else {
        dialog.problem = Wording.hasEvents(dialog.number, events.count)
      }
    } else if dialog.input.handle(key, width: 200) {
      dialog.problem = nil
    }
    self.dialog = .addEvent(dialog)
    return orders
  }

  /// The change that adds events to a case; nil where all of them are known to be there.
  private func addition(of added: [EventID], to number: CaseNumber) -> EventChange? {
    guard events.number == number else { return EventChange(.add, added, of: number) }
    let known = Set(events.events.map(\.eventId))
    let missing = added.filter { !known.contains($0) }
    guard !missing.isEmpty else { return nil }
    var change = EventChange(.add, missing, of: number)
    // Servers pass over what is there already, and taking that off would take back too much.
    change.canBeTakenBack = events.total == events.events.count
    return change
  }

  /// Asks whether the event under the cursor is to be taken off the case.
  mutating func askToRemoveEvent() -> Orders {
    guard let number = mutableCase() else { return [] }
    guard let event = events.current, events.number == number else {
      notice = Notice(.info, Wording.noEvent)
      return []
    }
    open(.confirm(ConfirmDialog(.removeEvent(event, of: number))))
    return []
  }

  /// Sends a change of events on its way, unless another one of the same case is.
  mutating func send(_ change: EventChange) -> Orders {
    let id = WorkbenchEffectID.changeEvents(change.number)
    guard work[id] == nil else {
      notice = Notice(.attention, Wording.eventsBeingChanged(change.number))
      return []
    }
    work[id] = Wording.changing(change)
    return [.run(.changeEvents(change), id: id)]
  }

  /// Tells what became of events that were to be added or taken off.
  mutating func eventsChanged(_ change: EventChange, _ outcome: EventChangeOutcome) -> Orders {
    work[.changeEvents(change.number)] = nil
    noteStep(change, outcome)
    var asked: AddEventDialog?
    if case .addEvent(let dialog) = dialog, dialog.number == change.number { asked = dialog }
    if outcome.isWhole {
      if asked != nil { dialog = nil }
      notice = Notice(.done, Wording.changed(change))
    } else {
      isLeaving = false
      let text = Wording.notChanged(change, outcome)
      if change.kind == .add, var asked {
        asked.isSending = false
        asked.problem = text
        asked.scroll = 0
        let left = outcome.left(of: change)
        if left.count < change.events.count {
          // What is not in the case stays to be corrected.
          asked.input.replaceAll(left.map(\.rawValue).joined(separator: " "))
          asked.input.moveToEnd()
        }
        dialog = .addEvent(asked)
      } else {
        notice = Notice(.error, text)
      }
    }
    return detail.number == change.number ? refetch() : []
  }

  /// Notes how what was done can be taken back; what was not done stays to be done.
  private mutating func noteStep(_ change: EventChange, _ outcome: EventChangeOutcome) {
    if !outcome.done.isEmpty {
      let count = outcome.done.count
      noteDeed(change.kind == .add ? .eventsAdded(count) : .eventsRemoved(count), of: change.number)
    }
    if change.canBeTakenBack, !outcome.done.isEmpty {
      let done = EventChange(change.kind, outcome.done, of: change.number)
      note(.events(done.inverse), after: change.retraces)
    }
    if let retrace = change.retraces, case .failed = outcome.trouble {
      let left = outcome.untold(of: change)
      keep(.events(EventChange(change.kind, left, of: change.number)), for: retrace)
    }
  }

  /// The case that is shown, if its events may be changed; tells why where they may not.
  private mutating func mutableCase() -> CaseNumber? {
    guard let number = detail.number, let known = detail.known else {
      notice = reasonOff(.addEvent).map { Notice(.info, $0) }
      return nil
    }
    guard !isPosted(number) else { return nil }
    guard known.status == .open else {
      notice = Notice(.attention, Wording.settled(number, known.status))
      return nil
    }
    return number
  }
}
