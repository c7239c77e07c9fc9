import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// Doing something to many cases: asked for once, done one by one, told for each.
extension WorkbenchState {
  /// Opens the choice of what to do to the marked cases, or how far that is.
  mutating func startBulk(_ kind: BulkKind? = nil) -> Orders {
    if let bulk, kind == nil || !bulk.isFinished {
      if bulk.isFinished, !marks.isEmpty {
        self.bulk = nil
      } else {
        var dialog = BulkDialog(bulk.order.cases, hiddenCount: 0)
        dialog.stage = .run
        open(.bulk(dialog))
        return []
      }
    }
    guard !marks.isEmpty else {
      notice = Notice(.info, Wording.nothingMarked)
      return []
    }
    for number in marks.keys.sorted() where isPosted(number) { return [] }
    let cases = marks.values.sorted { $0.number < $1.number }
    var dialog = BulkDialog(cases, hiddenCount: hiddenMarks ?? 0)
    if let kind { dialog.stage = stage(of: kind) }
    open(.bulk(dialog))
    return []
  }

  private func stage(of kind: BulkKind) -> BulkDialog.Stage {
    if kind.isPlain, let act = kind.act("") { return .confirm(act) }
    return .words(kind)
  }

  /// Goes from the choice to what was chosen.
  private mutating func choose(_ kind: BulkKind, _ old: BulkDialog) -> Orders {
    var dialog = old
    dialog.go(to: stage(of: kind))
    // As in the question for one case; nobody is the subject of many by Enter alone.
    if kind == .assign { dialog.choice = firstChoice }
    open(.bulk(dialog))
    return []
  }

  /// Takes a key where something is done to many cases.
  mutating func pressBulk(_ key: Key, _ dialog: BulkDialog) -> Orders {
    switch dialog.stage {
    case .menu:
      guard case .character(let letter) = key, let kind = BulkKind(rawValue: letter) else {
        return []
      }
      return choose(kind, dialog)
    case .words(let kind):
      return pressBulkWords(key, kind, dialog)
    case .confirm(let act):
      return answer(key, act, dialog)
    case .run:
      return pressRun(key, dialog)
    }
  }

  private mutating func answer(_ key: Key, _ act: BulkAct, _ old: BulkDialog) -> Orders {
    guard isDialogSeen else { return [] }
    var dialog = old
    let order = BulkOrder(act, dialog.cases)
    guard act.isForEver else {
      self.dialog = nil
      return key == "y" ? begin(order) : []
    }
    if key == .enter {
      // The count is shown with commas elsewhere, so it counts with them too.
      guard dialog.input.text.trimmed.filter({ $0 != "," }) == String(dialog.cases.count) else {
        dialog.problem = Wording.typeTheCount(dialog.cases.count)
        self.dialog = .bulk(dialog)
        return []
      }
      self.dialog = nil
      return post(.bulk(order), of: order.cases.map(\.number))
    }
    dialog.problem = dialog.input.takeDigit(key, dialog.problem)
    self.dialog = .bulk(dialog)
    return []
  }

  private mutating func pressRun(_ key: Key, _ old: BulkDialog) -> Orders {
    var dialog = old
    if key == .enter {
      self.dialog = nil
    } else if key == "s", let bulk, !bulk.isFinished {
      self.bulk?.isStopped = true
    } else if let failures = bulk?.sheet(in: size).failures,
      let line = scrolled(failures.top(dialog.scroll), by: key, page: failures.height)
    {
      dialog.scroll = failures.top(line)
      self.dialog = .bulk(dialog)
    }
    return []
  }

  /// Begins with the first of many cases.
  mutating func begin(_ order: BulkOrder) -> Orders { begin(BulkRun(order)) }

  /// Begins with the first of many cases.
  mutating func begin(_ run: BulkRun) -> Orders {
    guard bulk?.isFinished ?? true else {
      notice = Notice(.attention, Wording.bulkRuns)
      return []
    }
    bulk = run
    if dialog == nil, form == nil {
      var shown = BulkDialog(run.order.cases, hiddenCount: 0)
      shown.stage = .run
      open(.bulk(shown))
    }
    return goOnWithBulk()
  }

  /// Sends the next ones on their way, as many at once as is polite.
  private mutating func goOnWithBulk() -> Orders {
    guard var bulk else { return [] }
    var orders: Orders = []
    while bulk.running.count < BulkRun.width, !bulk.isStopped, !bulk.waiting.isEmpty {
      let next = bulk.waiting.removeFirst()
      if hasDraft(of: next.number), bulk.order.act != .delete {
        // What was written there would be left behind by a change from elsewhere.
        bulk.results[next.number] = Wording.hasDraft
        bulk.keepUnsent(next.number)
        continue
      }
      bulk.running.insert(next.number)
      orders.append(.run(bulk.effect(for: next, rules, at: now), id: .bulk(next.number)))
    }
    self.bulk = bulk
    work[.bulkRun] = bulk.isFinished ? nil : Wording.working(bulk)
    return orders + (bulk.isFinished ? finishBulk() : [])
  }

  /// Tells what became of one of many cases, and goes on with the next.
  mutating func bulkStepEnded(_ number: CaseNumber, _ outcome: BulkOutcome) -> Orders {
    guard bulk?.running.remove(number) != nil else { return [] }
    let reason = Wording.reason(outcome)
    bulk?.results[number] = .some(reason)
    if bulk?.retrace == nil {
      // All are to get the same person, who is unknown for the others too.
      if case .saved(_, .personUnknown) = outcome { bulk?.isStopped = true }
      if reason == nil { marks[number] = nil }
    }
    note(outcome, of: number)
    return goOnWithBulk()
  }

  /// Notes what can be taken back, and what a triage session has to know.
  private mutating func note(_ outcome: BulkOutcome, of number: CaseNumber) {
    switch outcome {
    case .saved(let order, .change(.saved(let stored, _))):
      update(stored)
      if order.closes {
        forgetSteps(of: number)
        noteDeed(.closed, of: number)
      } else {
        bulk?.steps[number] = UndoStep(takingBack: order.draft, storedAs: stored)
        if order.retraces == nil { noteDeed(.saved(order.draft.changedFields), of: number) }
      }
    case .saved(let order, .change(.conflict(let latest, _))) where !order.closes:
      update(latest)
    case .saved(let order, .change(.settled(let latest))) where !order.closes:
      update(latest)
      forgetSteps(of: number)
    case .saved(let order, .change(.failed)) where !order.closes: bulk?.keepUnsent(number)
    case .saved(let order, .peopleNotFound) where !order.closes: bulk?.keepUnsent(number)
    case .eventsChanged(let change, let outcome): note(change, outcome)
    case .exported(let order, .saved):
      if order.kind == .eventCSV { exported.insert(number) }
      noteDeed(.exported(order.kind), of: number)
    case .deleted(.done):
      forgetSteps(of: number)
      noteDeed(.deleted, of: number)
      marks[number] = nil
    case .saved(let order, _) where order.closes: settle(number, false)
    case .changedSince, .violates, .notRead, .deleted: settle(number, false)
    case .saved, .exported: break
    }
  }

  /// Notes how events that one of many cases got can be taken off, or are to be.
  private mutating func note(_ change: EventChange, _ outcome: EventChangeOutcome) {
    let number = change.number
    if !outcome.done.isEmpty {
      let done = EventChange(change.kind, outcome.done, of: number)
      bulk?.steps[number] = .events(done.inverse)
      if change.retraces == nil { noteDeed(.eventsAdded(outcome.done.count), of: number) }
    }
    if change.retraces != nil, case .failed = outcome.trouble {
      bulk?.unsent[number] = .events(
        EventChange(change.kind, outcome.untold(of: change), of: number))
    }
  }

  /// Tells what became of all of them; what did not work stays marked for another try.
  private mutating func finishBulk() -> Orders {
    guard let bulk else { return [] }
    let isGood = bulk.failures.isEmpty && bulk.leftCount == 0
    if !isGood { isLeaving = false }
    if let retrace = bulk.retrace, let left = bulk.leftStep { keep(left, for: retrace) }
    note(bulk.step, after: bulk.retrace)
    notice = Notice(isGood ? .done : .attention, Wording.state(of: bulk))
    if isGood {
      self.bulk = nil
      if case .bulk(let shown) = dialog, shown.stage == .run { dialog = nil }
    }
    let orders: Orders = list.awaited.sorted().map { .cancel(.page($0)) } + recountViews()
    list.refresh()
    return orders + (detail.number.map { bulk.results[$0] != nil } == true ? refetch() : [])
  }
}
