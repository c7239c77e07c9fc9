public import StateStore

/// The workbench as a feature: every screen, every key, every answer.
public enum Workbench: Feature {
  /// All that the workbench knows.
  public typealias State = WorkbenchState
  /// What has happened.
  public typealias Action = WorkbenchAction
  /// What is to be done outside.
  public typealias Effect = WorkbenchEffect
  /// The names under which effects run.
  public typealias EffectID = WorkbenchEffectID

  /// Moves the workbench on by one fact.
  ///
  /// - Parameters:
  ///   - state: the state to change.
  ///   - action: what has happened.
  /// - Returns: the orders that follow, to be carried out in this sequence.
  public static func reduce(_ state: inout WorkbenchState, _ action: WorkbenchAction) -> [Steps] {
    state.reduce(action) + state.follow()
  }

  /// One order of the workbench.
  public typealias Steps = Step<WorkbenchEffect, WorkbenchEffectID>
}

/// The orders that follow from a fact.
typealias Orders = [Step<WorkbenchEffect, WorkbenchEffectID>]

extension WorkbenchState {
  fileprivate mutating func reduce(_ action: WorkbenchAction) -> Orders {
    switch action {
    case .started:
      return [.run(.loadDrafts, id: .drafts), .run(.loadTriage, id: .triage)]
        + [.run(.findVanishing, id: .vanishing)] + countViews()
    case .terminal(let event, let moment):
      now = moment
      return handle(event)
    case .clockMoved(let moment):
      now = moment
      return []
    case .dialogDrawn:
      isDialogSeen = true
      return []
    case .editorEnded(let edit, let outcome):
      return editorEnded(edit, outcome)
    case .requestWaits(let text):
      waiting = text
      return []
    case .refreshDue(let moment):
      now = moment
      return refreshDue()
    case .pageArrived(let page, let rows, let moment):
      return pageArrived(page, rows, at: moment)
    case .pageFailed(let page, let error):
      list.fail(page, error)
      freshness.troubles += 1
      return []
    case .rowFound(let row, let number):
      return rowFound(row, of: number)
    case .caseArrived(let arrived):
      return caseArrived(arrived)
    case .caseWatched(let latest):
      return caseWatched(latest)
    case .watchFailed(let number):
      return watchFailed(number)
    case .caseFailed(let number, let error):
      return caseFailed(number, error)
    case .caseRemembered(let seen, let error):
      return caseRemembered(seen, error)
    case .eventsArrived(let number, let page, let answer):
      return eventsArrived(number, page: page, answer)
    case .eventsFailed(let number, let error):
      noteRefusal(error)
      guard events.number == number else { return [] }
      events.isLoading = false
      events.failure = error
      return []
    case .eventArrived(let event, let value):
      return update(event) { $0.loaded = value }
    case .eventFailed(let event, let error):
      return update(event) { $0.failure = error }
    case .saveEnded(let order, let outcome):
      return saveEnded(order, outcome)
    case .assignEnded(let number, let outcome):
      return assignEnded(number, outcome)
    case .queueArrived(let query, let cases, let purpose):
      return queueArrived(query, cases, for: purpose)
    case .bulkStepEnded(let number, let outcome):
      return bulkStepEnded(number, outcome)
    case .queueFailed(let error):
      return queueFailed(error)
    case .prefetched(let number, let value, let page):
      return prefetched(number, value, page)
    case .triageLoaded(let session):
      return triageLoaded(session)
    case .triageNotKept(let reason):
      notice = Notice(.error, Wording.triageNotKept(reason))
      return []
    case .triageNotRead(let reason):
      // Drafts lie in the same folder and matter more.
      if notice?.kind != .error { notice = Notice(.error, Wording.triageNotRead(reason)) }
      return []
    case .templatesLoaded(let loaded, let troubles):
      return templatesLoaded(loaded, troubles)
    case .vanishingFound(let cases):
      let soon = cases.filter { Wording.vanishesSoon($0, now: now) }
      if !soon.isEmpty, notice == nil {
        notice = Notice(.attention, Wording.vanishing(soon, now: now))
      }
      return []
    case .viewsCounted(let counts):
      return viewsCounted(counts)
    case .viewsNotStored(let reason):
      return viewsNotStored(reason)
    case .historyArrived(let number, let page, let answer):
      return updateHistory(number) { $0.take(answer, page: page) }
    case .historyFailed(let number, let error):
      return updateHistory(number) { $0.fail(Wording.text(error)) }
    case .historySeen(let number, let states, let error):
      return updateHistory(number) { $0.take(states, because: error) }
    case .historyCompared(let number, let time, let found):
      return updateHistory(number) { $0.note(found, at: time) }
    case .shiftLoaded(let entries, let total, let since):
      return shiftLoaded(entries, of: total, since: since)
    case .shiftFailed(let error):
      work[.shift] = nil
      notice = Notice(.error, Wording.text(error))
      return []
    case .clipped:
      clipping = nil
      return []
    case .sessionRested:
      return sessionRested()
    case .textWritten(let order, let outcome):
      return textWritten(order, outcome)
    case .outboxDue(let number):
      return outboxDue(number)
    case .deleteEnded(let number, let outcome):
      return deleteEnded(number, outcome)
    case .eventsChanged(let change, let outcome):
      return eventsChanged(change, outcome)
    case .exportProgressed(let order, let progress):
      exportProgressed(order, progress)
      return []
    case .exportEnded(let order, let outcome):
      return exportEnded(order, outcome)
    case .previewRendered(let text):
      return previewRendered(text)
    case .draftsLoaded(let loaded, let others, let troubles):
      return draftsLoaded(loaded, others, troubles)
    case .otherDraftsFound(let others, let gone):
      return otherDraftsFound(others, gone: gone)
    case .otherDraftsNotRead(let reason):
      return otherDraftsNotRead(reason)
    case .draftChosen(let key, let choice, let current, let others):
      return draftChosen(key, choice, current, others)
    case .draftNotChosen(let key, let reason):
      return draftNotChosen(key, reason)
    case .draftKept(let key, let moment):
      // Not whether it is older: a clock may have been put back.
      if drafts[key].map({ $0.changedAt == moment }) ?? true { unkept[key] = nil }
      return diskTakesDrafts()
    case .draftSetAside(let draft, let others):
      return draftSetAside(draft, others)
    case .draftNotSetAside(let draft, let reason):
      return draftNotSetAside(draft, reason)
    case .draftNotKept(_, let reason):
      draftTrouble = reason
      return []
    case .peopleFound(let query):
      return peopleFound(query)
    case .personUnknown(let role, let reason):
      return personUnknown(role, reason)
    case .peopleSuggested(let begun, let names):
      return peopleSuggested(begun, names)
    case .peopleFailed(let error):
      if narrowing != nil { narrowing?.problem = Wording.text(error) }
      updateFilter { $0.problems[$0.focus] = Wording.text(error) }
      return []
    }
  }
}
