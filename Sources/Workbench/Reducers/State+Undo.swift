import CasesAPI
import CaseWire
import StateStore

/// Taking changes back, and making them again; each is a change like any other, so it is asked for.
extension WorkbenchState {
  /// How many changes can be taken back.
  private static let mostSteps = 200

  /// Takes back what waits to be sent, else asks whether the last change is to be taken back.
  mutating func undo() -> Orders {
    outbox.isEmpty ? ask(to: .undo, undoSteps.last) : takeBack()
  }

  /// Asks whether the change that was taken back last is to be made again.
  mutating func redo() -> Orders { ask(to: .redo, redoSteps.last) }

  private mutating func ask(to retrace: Retrace, _ step: UndoStep?) -> Orders {
    guard let step, let number = step.numbers.first else {
      notice = Notice(.info, Wording.nothingTo(retrace))
      return []
    }
    guard bulk?.isFinished ?? true else {
      notice = Notice(.attention, Wording.bulkRuns)
      return []
    }
    for number in step.numbers where isPosted(number) { return [] }
    if case .many = step {
      // A case with a draft is left alone by itself, and told.
      open(.confirm(ConfirmDialog(.retrace(step, retrace))))
    } else if drafts[.existing(number)] != nil {
      notice = Notice(.attention, Wording.draftBefore(retrace, number))
    } else if work[.save(.existing(number))] != nil || work[.changeEvents(number)] != nil {
      notice = Notice(.attention, Wording.beingChanged(number))
    } else {
      open(.confirm(ConfirmDialog(.retrace(step, retrace))))
    }
    return []
  }

  /// Sends the change that the user said yes to.
  mutating func carryOut(_ step: UndoStep, _ retrace: Retrace) -> Orders {
    switch retrace {
    case .undo: _ = undoSteps.popLast()
    case .redo: _ = redoSteps.popLast()
    }
    switch step {
    case .fields(var draft):
      draft.changedAt = now
      return send(SaveOrder(draft, closes: false, retraces: retrace))
    case .events(var change):
      change.retraces = retrace
      return send(change)
    case .many(let change):
      // Another run may have begun since it was asked.
      if bulk.map({ !$0.isFinished }) ?? false { keep(step, for: retrace) }
      return begin(BulkRun(change, retrace))
    }
  }

  /// Notes how a change that was made can be taken back, or made again.
  mutating func note(_ step: UndoStep?, after retrace: Retrace?) {
    guard let step else { return }
    switch retrace {
    case .undo: redoSteps.append(step)
    case .redo: undoSteps.append(step)
    case nil:
      undoSteps.append(step)
      // What was taken back before starts from texts that are no longer the last ones.
      redoSteps = []
    }
    if undoSteps.count > Self.mostSteps { undoSteps.removeFirst() }
  }

  /// Puts a step back that was not carried out.
  mutating func keep(_ step: UndoStep, for retrace: Retrace) {
    switch retrace {
    case .undo: undoSteps.append(step)
    case .redo: redoSteps.append(step)
    }
  }

  /// Forgets the steps of a case that can never be changed again.
  mutating func forgetSteps(of number: CaseNumber) {
    undoSteps = undoSteps.compactMap { $0.without(number) }
    redoSteps = redoSteps.compactMap { $0.without(number) }
  }

  /// Tells what became of a change that was to be taken back or made again.
  mutating func retraced(
    _ order: SaveOrder, _ retrace: Retrace, _ outcome: SaveOutcome
  ) -> Orders {
    isLeaving = isLeaving && outcome.isSaved
    switch outcome {
    case .change(.saved(let saved, _)), .change(.unchanged(let saved)):
      update(saved)
      note(UndoStep(takingBack: order.draft, storedAs: saved), after: retrace)
      notice = Notice(.done, Wording.retraced(order.draft, retrace))
    case .change(.conflict(let latest, let fields)):
      update(latest)
      notice = Notice(.attention, Wording.notRetraced(retrace, latest, fields))
    case .change(.settled(let latest)):
      update(latest)
      forgetSteps(of: latest.number)
      notice = Notice(.attention, Wording.settled(latest.number, latest.summary.status))
    case .change(.unknown(let error)):
      notice = Notice(.error, Wording.savedOrNot(order, error))
    case .change(.failed(let error)), .peopleNotFound(let error), .creation(.failed(let error)):
      keep(.fields(order.draft), for: retrace)
      notice = Notice(.error, Wording.notRetraced(retrace, order.draft, Wording.text(error)))
    case .personUnknown(_, let name):
      let reason = Wording.nobodyIsCalled(name)
      notice = Notice(.error, Wording.notRetraced(retrace, order.draft, reason))
    case .creation: break
    }
    return []
  }
}

extension SaveOutcome {
  fileprivate var isSaved: Bool {
    switch self {
    case .change(.saved), .change(.unchanged): true
    default: false
    }
  }
}
