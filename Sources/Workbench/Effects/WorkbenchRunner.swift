public import CasesAPI
public import CaseWire

/// Carries the workbench's orders out: over the client, and on the disk.
///
/// Each order ends early when its task is cancelled; whatever it says then is dropped by the store.
public struct WorkbenchRunner: Sendable {
  let api: any CaseOperations
  private let drafts: DraftKeeper?
  let triage: ValueKeeper<TriageSession>?
  let session: ValueKeeper<SessionMemory>?
  let cache: CaseCache?
  let templates: TemplateFolder?
  let storeViews: (@Sendable ([SavedView]) -> String?)?
  let home: String?
  let clock: @Sendable () -> Timestamp
  private let rest: @Sendable (_ milliseconds: Int) async -> Void

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - api: what speaks to the server.
  ///   - drafts: what keeps drafts; nil where the user has no folder for them.
  ///   - triage: what keeps a triage session; nil where the user has no folder for it.
  ///   - session: what keeps what the next session needs; nil where the user has no folder for it.
  ///   - cache: what keeps cases as they were seen; nil where none are to be kept.
  ///   - templates: the templates of the user; nil where the user has no folder for them.
  ///   - storeViews: keeps the views in the settings and tells why they are not there; nil where
  ///     there are no settings.
  ///   - home: the home of the user, for paths that begin with `~`.
  ///   - clock: tells the present moment.
  ///   - rest: waits for some milliseconds, or until the task is cancelled.
  public init(
    api: any CaseOperations, drafts: DraftKeeper?, triage: ValueKeeper<TriageSession>? = nil,
    session: ValueKeeper<SessionMemory>? = nil,
    cache: CaseCache? = nil,
    templates: TemplateFolder? = nil,
    storeViews: (@Sendable ([SavedView]) -> String?)? = nil, home: String?,
    clock: @escaping @Sendable () -> Timestamp,
    rest: @escaping @Sendable (_ milliseconds: Int) async -> Void
  ) {
    self.api = api
    self.drafts = drafts
    self.triage = triage
    self.session = session
    self.cache = cache
    self.templates = templates
    self.storeViews = storeViews
    self.home = home
    self.clock = clock
    self.rest = rest
  }

  /// Carries one order out.
  ///
  /// - Parameters:
  ///   - effect: the order.
  ///   - answer: takes what came of it.
  public func run(
    _ effect: WorkbenchEffect, _ answer: @escaping @Sendable (WorkbenchAction) -> Void
  ) async {
    switch effect {
    case .loadPage(let query, let page):
      answer(await loadPage(query, page))
    case .waitToRefresh(let rest):
      guard await waited(rest) else { return }
      answer(.refreshDue(at: clock()))
    case .loadQueue(let query, let purpose):
      answer(await loadQueue(query, for: purpose))
    case .bulkStep(let act, let summary, let rules):
      answer(.bulkStepEnded(summary.number, await carryOut(act, on: summary, rules)))
    case .bulkRetrace(let order):
      guard let number = order.draft.key.number else { return }
      answer(.bulkStepEnded(number, .saved(order, await save(order))))
    case .bulkRetraceEvents(let change):
      answer(.bulkStepEnded(change.number, .eventsChanged(change, await carryOut(change))))
    case .prefetch(let number):
      answer(await prefetch(number))
    case .keepTriage(let session, let rest):
      guard await waited(rest) else { return }
      if let trouble = keep(session) { answer(trouble) }
    case .dropTriage:
      if let trouble = dropTriage() { answer(trouble) }
    case .loadTriage:
      answer(loadTriage())
    case .loadTemplates:
      let loaded = templates?.load() ?? (Template.builtIn, [])
      answer(.templatesLoaded(loaded.0, troubles: loaded.1))
    case .findVanishing:
      answer(.vanishingFound(await findVanishing()))
    case .countViews(let queries, let rest):
      guard await waited(rest) else { return }
      answer(await countViews(queries))
    case .storeViews(let views):
      if let trouble = store(views) { answer(trouble) }
    case .loadHistory(let number, let page):
      answer(await loadHistory(number, page))
    case .compareHistory(let number, let item):
      answer(compare(item, of: number))
    case .loadShift(let since, let rows, let unsure):
      answer(await loadShift(since: since, rows, unsure))
    case .waitForSession(let rest):
      guard await waited(rest) else { return }
      answer(.sessionRested)
    case .keepSession(let memory):
      // Should it fail, the next session begins as a first one; nothing that was written is lost.
      try? session?.keep(memory)
    case .writeText(let order):
      answer(.textWritten(order, write(order)))
    case .findRow(let number, let query):
      answer(await findRow(of: number, in: query))
    case .loadCase(let number, let rest):
      guard await waited(rest) else { return }
      let action = await loadCase(number)
      answer(action)
      // Nobody waits for the disk.
      if case .caseArrived(let value) = action { cache?.remember(value, seenAt: clock()) }
    case .watchCase(let number, let rest):
      guard await waited(rest) else { return }
      answer(await look(at: number))
    case .loadEvents(let number, let page, let rest):
      guard await waited(rest) else { return }
      answer(await loadEvents(number, page))
    case .loadEvent(let event, let number):
      answer(await loadEvent(event, number))
    case .save(let order):
      answer(.saveEnded(order, await save(order)))
    case .assign(let summary, let name):
      answer(.assignEnded(summary.number, await assign(summary, to: name)))
    case .waitInOutbox(let number, let rest):
      guard await waited(rest) else { return }
      answer(.outboxDue(number))
    case .delete(let number):
      answer(.deleteEnded(number, await api.deleteOnce(number)))
    case .changeEvents(let change):
      answer(.eventsChanged(change, await carryOut(change)))
    case .export(let order):
      answer(.exportEnded(order, await export(order) { answer(.exportProgressed(order, $0)) }))
    case .suggestPeople(let begun, let rest):
      guard await waited(rest) else { return }
      if let names = await names(beginning: begun) { answer(.peopleSuggested(begun, names)) }
    case .findPeople(let query, let rest):
      guard await waited(rest) else { return }
      answer(await findPeople(query))
    case .renderPreview(let text, let width, let version, let rest):
      guard await waited(rest) else { return }
      answer(.previewRendered(RenderedText(text, width: width, version: version)))
    case .keepDraft(let draft, let rest):
      guard await waited(rest) else { return }
      answer(keep(draft))
    case .chooseDraft(let key, let choice, let waiting):
      answer(choose(choice, for: key, waiting: waiting))
    case .setDraftAside(let draft):
      answer(setAside(draft))
    case .dropDraft(let key):
      if let trouble = drop(key) { answer(.draftNotKept(key, trouble)) }
    case .loadDrafts:
      answer(loadDrafts())
    case .lookForDrafts:
      answer(lookForDrafts())
    }
  }

  /// Rests for some milliseconds; false where the order is not wanted any more.
  private func waited(_ milliseconds: Int) async -> Bool {
    if milliseconds > 0 { await rest(milliseconds) }
    return !Task.isCancelled
  }

  private func loadPage(_ query: CaseQuery, _ page: Int) async -> WorkbenchAction {
    do throws(CasesError) {
      let request = PageRequest(number: page + 1, size: CaseListState.pageSize)
      let rows = try await api.cases(query.filter, order: query.order, page: request)
      return .pageArrived(page, rows, at: clock())
    } catch {
      return .pageFailed(page, error)
    }
  }

  private func findRow(of number: CaseNumber, in query: CaseQuery) async -> WorkbenchAction {
    do throws(CasesError) {
      let row = try await api.place(of: number, in: query.filter, order: query.order)
      return .rowFound(row, of: number)
    } catch {
      return .rowFound(nil, of: number)
    }
  }

  private func look(at number: CaseNumber) async -> WorkbenchAction {
    do throws(CasesError) {
      return .caseWatched(try await api.getCase(number))
    } catch {
      return .watchFailed(number)
    }
  }

  private func loadEvents(_ number: CaseNumber, _ page: Int) async -> WorkbenchAction {
    do throws(CasesError) {
      let request = PageRequest(number: page, size: EventListState.pageSize)
      return .eventsArrived(number, page: page, try await api.events(of: number, page: request))
    } catch {
      return .eventsFailed(number, error)
    }
  }

  private func loadEvent(_ event: EventID, _ number: CaseNumber) async -> WorkbenchAction {
    do throws(CasesError) {
      return .eventArrived(event, try await api.event(event, of: number))
    } catch {
      return .eventFailed(event, error)
    }
  }

  func save(_ order: SaveOrder) async -> SaveOutcome {
    let draft = order.draft
    var people: [CaseField: UserUID] = [:]
    for (field, name) in draft.namesToFind {
      do throws(CasesError) {
        guard let uid = try await uid(of: name) else { return .personUnknown(field, name) }
        people[field] = uid
      } catch {
        return .peopleNotFound(error)
      }
    }
    let content = draft.texts.content(from: draft.origin, base: draft.base, people: people)
    guard let number = draft.key.number else {
      return .creation(await api.createOnce(content))
    }
    let change = CaseChange(
      number, base: draft.base, edited: content, closes: order.closes)
    return .change(await api.save(change))
  }
}

/// Drafts on disk.
extension WorkbenchRunner {
  private func keep(_ draft: Draft) -> WorkbenchAction {
    guard let drafts else { return .draftNotKept(draft.key, Wording.noDraftFolder) }
    do throws(FileError) {
      try drafts.keep(draft)
      return .draftKept(draft.key, changedAt: draft.changedAt)
    } catch {
      return .draftNotKept(draft.key, Wording.draftNotWritten(error))
    }
  }

  private func choose(
    _ choice: DraftChoice, for key: DraftKey, waiting: Draft?
  ) -> WorkbenchAction {
    guard let drafts else { return .draftNotChosen(key, Wording.noDraftFolder) }
    do throws(FileError) {
      let (current, others) = try drafts.choose(choice, for: key, waiting: waiting)
      return .draftChosen(key, choice, current, others: others)
    } catch {
      return .draftNotChosen(key, Wording.draftsNotRead(error))
    }
  }

  private func setAside(_ draft: Draft) -> WorkbenchAction {
    guard let drafts else { return .draftNotSetAside(draft, Wording.noDraftFolder) }
    do throws(FileError) {
      return .draftSetAside(draft, others: try drafts.setAside(draft))
    } catch {
      return .draftNotSetAside(draft, Wording.draftNotWritten(error))
    }
  }

  private func drop(_ key: DraftKey) -> String? {
    do throws(FileError) {
      try drafts?.drop(key)
      return nil
    } catch {
      return Wording.draftNotRemoved(error)
    }
  }

  private func lookForDrafts() -> WorkbenchAction {
    guard let drafts else { return .otherDraftsFound([], gone: []) }
    do throws(FileError) {
      let found = try drafts.look()
      return .otherDraftsFound(found.others, gone: found.gone)
    } catch {
      return .otherDraftsNotRead(Wording.draftsNotRead(error))
    }
  }

  private func loadDrafts() -> WorkbenchAction {
    guard let drafts else { return .draftsLoaded([], troubles: []) }
    do throws(FileError) {
      let loaded = try drafts.loadAll()
      return .draftsLoaded(loaded.drafts, others: loaded.others, troubles: loaded.troubles)
    } catch {
      return .draftsLoaded([], troubles: [Wording.draftsNotRead(error)])
    }
  }
}
