import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// Random keys and answers: whatever happens, the state makes sense and nothing is sent unasked.
@Suite struct RandomWalkTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func theWorkbenchStaysWholeWhateverIsPressed(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var walk = Walk.withCases(350, [120, 80, 40][Int(seed % 3)], [40, 24, 12][Int(seed % 3)])
    let bound = Set(KeyMap.standard.bindings.flatMap(\.keys))
    let keys = bound.union("1250yn".map { .character($0) }).sorted { $0.name < $1.name }
    for step in 0..<25_000 {
      let before = walk.state
      let seen = walk.all.count
      if let answer = random.next(below: 4) == 0 ? self.answer(to: walk, &random) : nil {
        walk.send(answer)
      } else {
        walk.press(keys[random.next(below: keys.count)])
        if random.next(below: 3) > 0 { walk.send(.dialogDrawn) }
      }
      try check(walk, after: before, Array(walk.all.dropFirst(seen)), step: step)
      if walk.state.isFinished { walk.state.isFinished = false }
      if walk.state.clipping != nil { walk.send(.clipped) }
    }
  }

  private func check(
    _ walk: Walk, after before: WorkbenchState, _ orders: Walk.Orders, step: Int
  ) throws {
    let state = walk.state
    let list = state.list
    try #require(list.cursor >= 0 && list.cursor <= max(0, (list.total ?? 0) - 1), "step \(step)")
    try #require(list.top <= list.cursor && list.cursor < list.top + list.height, "step \(step)")
    if !list.isOutdated, list.stale.isEmpty, list.sought == nil, let current = list.current {
      try #require(list.selected == current.number, "step \(step)")
    }
    try #require(state.events.cursor >= 0)
    for case .run(.save(let order), _) in orders {
      // A change follows from ^S in the form; what closes a case, from the outbox alone.
      if order.closes {
        try #require(before.outbox.contains { $0.order == .close(order) }, "step \(step)")
      } else if let retrace = order.retraces {
        guard case .confirm(let asked) = before.dialog,
          case .retrace(let step, retrace) = asked.question
        else {
          Issue.record("step \(step): taken back without a question")
          continue
        }
        try #require(step.numbers.first == order.draft.key.number, "step \(step)")
      } else {
        try #require(before.form != nil, "step \(step)")
      }
    }
    for case .run(.bulkRetrace, _) in orders where before.bulk?.retrace == nil {
      guard case .confirm(let asked) = before.dialog, case .retrace(.many, _) = asked.question
      else {
        Issue.record("step \(step): taken back without a question")
        continue
      }
    }
    for item in state.outbox where !before.outbox.contains(item) {
      // Into the outbox leads Enter behind the typed number, and nothing else.
      switch (item.order, before.dialog) {
      case (.close, .close(let dialog)):
        try #require(dialog.input.text == String(item.number.rawValue), "step \(step)")
      case (.delete, .delete(let dialog)):
        try #require(dialog.input.text == String(item.number.rawValue), "step \(step)")
      case (.bulk(let order), .bulk(let dialog)):
        try #require(dialog.input.text == String(order.cases.count), "step \(step)")
      default: Issue.record("step \(step): posted without a question")
      }
    }
    for case .run(.bulkStep(let act, let summary, _), _) in orders where act.isForEver {
      let wasPosted = before.outbox.contains { item in
        guard case .bulk(let order) = item.order else { return false }
        return order.act == act && order.cases.contains(summary)
      }
      let isUnderWay = before.bulk?.order.act == act
      try #require(wasPosted || isUnderWay, "step \(step)")
    }
    for case .run(.assign(let summary, _), _) in orders {
      guard case .assign(let dialog) = before.dialog else {
        Issue.record("step \(step): assigned without a question")
        continue
      }
      try #require(dialog.summary == summary, "step \(step)")
    }
    for case .run(.delete(let number), _) in orders {
      try #require(before.outbox.contains { $0.order == .delete(number) }, "step \(step)")
    }
    for (key, draft) in before.drafts where state.drafts[key] == nil {
      // A draft goes when it is stored, dropped on y, emptied by its own writer, or let be.
      let isLeft =
        state.otherDrafts[key, default: []].contains { $0.draft == draft }
        || state.asides.contains { $0.key == key }
      let isDropped = isLeft || orders.contains(.run(.dropDraft(key), id: .draft(key)))
      try #require(isDropped, "step \(step): \(draft.texts)")
    }
  }

  /// What the disk answers where several drafts lie on it.
  private static func chosen(
    _ choice: DraftChoice, for key: DraftKey, of state: WorkbenchState
  ) -> WorkbenchAction {
    let entries = state.drafts(of: key).map { DraftEntry($0.draft, file: $0.file ?? "own") }
    switch choice {
    case .startAfresh: return .draftChosen(key, choice, nil, others: entries)
    case .drop(let file):
      let others = state.otherDrafts[key, default: []].filter { $0.file != file }
      return .draftChosen(key, choice, nil, others: others)
    case .takeUp(let file):
      return .draftChosen(
        key, choice, entries.first { $0.file == file }?.draft,
        others: entries.filter { $0.file != file })
    }
  }

  /// An answer to something that was asked and may still be awaited.
  private func answer(to walk: Walk, _ random: inout SeededRandom) -> WorkbenchAction? {
    let asked = walk.all.suffix(12).compactMap { order -> WorkbenchEffect? in
      if case .run(let effect, _) = order { effect } else { nil }
    }
    guard !asked.isEmpty else { return nil }
    let error = CasesError.transport(.listCases, TransportError(.interrupted, ""))
    let fails = random.next(below: 5) == 0
    switch asked[random.next(below: asked.count)] {
    case .loadPage(let query, let page):
      guard walk.state.list.query == query, walk.state.list.awaited.contains(page) else {
        return nil
      }
      return fails
        ? .pageFailed(page, error)
        : .pageArrived(page, Sample.page(page, of: 340 + random.next(below: 20)), at: Walk.now)
    case .loadCase(let number, _):
      if fails, random.next(below: 2) == 0 {
        return .caseRemembered(SeenCase(Sample.whole(number.rawValue), seenAt: Walk.now), error)
      }
      return fails ? .caseFailed(number, error) : .caseArrived(Sample.whole(number.rawValue))
    case .loadEvents(let number, let page, _):
      return fails
        ? .eventsFailed(number, error)
        : .eventsArrived(number, page: page, Sample.events(random.next(below: 30)))
    case .save(let order):
      guard walk.state.work[.save(order.draft.key)] != nil else { return nil }
      guard let number = order.draft.key.number else {
        return .saveEnded(order, .creation(fails ? .failed(error) : .created(Sample.whole(351))))
      }
      let latest = Sample.whole(number.rawValue, findings: "Other")
      switch random.next(below: 3) {
      case 0: return .saveEnded(order, .change(.conflict(latest: latest, [.findings])))
      case 1: return .saveEnded(order, .change(.failed(error)))
      default: return .saveEnded(order, .change(.saved(latest, kept: [])))
      }
    case .waitInOutbox(let number, _): return .outboxDue(number)
    case .delete(let number):
      return .deleteEnded(number, fails ? .unknown(error) : .done)
    case .changeEvents(let change):
      return .eventsChanged(
        change,
        fails
          ? EventChangeOutcome(done: [], trouble: .failed(error))
          : EventChangeOutcome(done: change.events))
    case .export(let order):
      return .exportEnded(order, fails ? .exists : .saved(path: order.path, bytes: 1))
    case .suggestPeople(let begun, _): return .peopleSuggested(begun, ["\(begun)@example.com"])
    case .findPeople(let query, _):
      return fails ? .peopleFailed(error) : .peopleFound(query)
    case .findRow(let number, _):
      return .rowFound(fails ? nil : random.next(below: 340), of: number)
    case .loadQueue(let query, let purpose):
      return fails
        ? .queueFailed(error)
        : .queueArrived(query, Sample.page(0, of: 340).cases, for: purpose)
    case .assign(let summary, _):
      guard walk.state.work[.assign(summary.number)] != nil else { return nil }
      return .assignEnded(summary.number, fails ? .notRead(error) : .changedSince)
    case .bulkStep(let act, let summary, _):
      return .bulkStepEnded(
        summary.number,
        act == .delete
          ? .deleted(fails ? .unknown(error) : .done) : fails ? .notRead(error) : .changedSince)
    case .prefetch(let number):
      return fails
        ? .prefetched(number, nil, nil)
        : .prefetched(number, Sample.whole(number.rawValue), Sample.events(3))
    case .writeText(let order):
      return .textWritten(order, fails ? .exists : .saved(path: order.path, bytes: 1))
    case .loadTemplates: return .templatesLoaded(Template.builtIn, troubles: [])
    case .findVanishing: return .vanishingFound([Sample.summary(4)])
    case .countViews(let queries, _):
      return .viewsCounted(queries.map { $0 == nil ? nil : random.next(below: 90) })
    case .storeViews: return fails ? .viewsNotStored("no room") : nil
    case .loadHistory(let number, let page):
      return fails
        ? .historySeen(
          number, [SeenCase(Sample.whole(number.rawValue), seenAt: Walk.now)], because: error)
        : .historyArrived(number, page: page, Sample.history(pages: 3))
    case .compareHistory(let number, let item):
      return .historyCompared(
        number, item.time, [.findings: TextDifference(from: "a b", to: "a c")])
    case .bulkRetrace(let order):
      return order.draft.key.number.map {
        .bulkStepEnded($0, .saved(order, .change(fails ? .failed(error) : .unknown(error))))
      }
    case .bulkRetraceEvents(let change):
      let outcome = EventChangeOutcome(
        done: fails ? [] : change.events, trouble: fails ? .failed(error) : nil)
      return .bulkStepEnded(change.number, .eventsChanged(change, outcome))
    case .loadShift(let since, _, _):
      return fails
        ? .shiftFailed(error)
        : .shiftLoaded(
          [ShiftEntry(Sample.whole(3), before: nil), ShiftEntry(deleted: Sample.summary(2))], of: 1,
          since: since)
    case .renderPreview(let text, let width, let version, _):
      return .previewRendered(RenderedText(text, width: width, version: version))
    case .waitForSession: return .sessionRested
    case .keepSession, .keepTriage, .dropTriage, .loadTriage: return nil
    case .waitToRefresh: return .refreshDue(at: Walk.now)
    case .chooseDraft(let key, let choice, _):
      return fails
        ? .draftNotChosen(key, "no room") : Self.chosen(choice, for: key, of: walk.state)
    case .setDraftAside(let draft):
      return fails
        ? .draftNotSetAside(draft, "no room")
        : .draftSetAside(draft, others: [DraftEntry(draft, file: "case-1~9.json")])
    case .loadEvent, .watchCase, .keepDraft, .dropDraft, .loadDrafts, .lookForDrafts:
      return nil
    }
  }
}
