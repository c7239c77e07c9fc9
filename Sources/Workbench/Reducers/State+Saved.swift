import CasesAPI
import CaseWire
import StateStore

/// What becomes of a change: every outcome is told, and no text goes before it is stored.
extension WorkbenchState {
  /// Tells what became of a change that was to be sent.
  mutating func saveEnded(_ order: SaveOrder, _ outcome: SaveOutcome) -> Orders {
    let key = order.draft.key
    work[.save(key)] = nil
    let counts = outcome.mayHaveChanged ? recountViews() : []
    return told(order, outcome) + counts
  }

  private mutating func told(_ order: SaveOrder, _ outcome: SaveOutcome) -> Orders {
    let key = order.draft.key
    if form?.key == key { form?.isSaving = false }
    if let retrace = order.retraces { return retraced(order, retrace, outcome) }
    switch outcome {
    case .change(.saved(let saved, let kept)):
      return stored(saved, order, Wording.saved(saved, order, kept: kept))
    case .change(.unchanged(let latest)):
      return stored(latest, order, Wording.nothingChanged)
    case .creation(.created(let created)):
      return self.created(created, order)
    case .change(.conflict(let latest, let fields)):
      return conflict(latest, fields, order)
    case .change(.settled(let latest)):
      update(latest)
      return unsaved(order, Wording.settledMeanwhile(latest))
    case .change(.failed(let error)), .creation(.failed(let error)), .peopleNotFound(let error):
      noteRefusal(error)
      return unsaved(
        order, Wording.notSaved(order, error),
        at: Wording.field(of: error, changed: order.draft.changedFields))
    case .change(.unknown(let error)), .creation(.unknown(let error)):
      return unsaved(order, Wording.savedOrNot(order, error, isInForm: form?.key == key))
    case .personUnknown(let field, let name):
      return unsaved(order, Wording.nobodyIsCalled(name), at: field)
    }
  }

  /// Notes that the server takes the credentials no more: from then on the list is one from before.
  mutating func noteRefusal(_ error: CasesError) {
    if case .unauthorized = error, list.total != nil, !list.isStill { list.failure = error }
  }

  /// Shows the case as the server has it now, wherever it is shown.
  mutating func update(_ latest: Case) {
    noteLook(latest.summary)
    list.replace(latest.summary)
    triage?.session.update(latest.number) { $0.summary = latest.summary }
    if detail.number == latest.number {
      detail.summary = latest.summary
      detail.loaded = latest
      detail.failure = nil
    }
  }

  /// The server has confirmed the text: its draft may go, unless more was typed meanwhile.
  private mutating func stored(_ latest: Case, _ order: SaveOrder, _ text: String) -> Orders {
    update(latest)
    notice = Notice(.done, text)
    if order.closes {
      forgetSteps(of: latest.number)
      noteDeed(.closed, of: latest.number)
    } else {
      noteDeed(.saved(order.draft.changedFields), of: latest.number)
      note(UndoStep(takingBack: order.draft, storedAs: latest), after: nil)
    }
    let key = order.draft.key
    if var form, form.key == key {
      let texts = form.texts
      // What is in an editor is being written on, and its text needs a form to come back to.
      let lent = externalEdit.flatMap { $0.key == key ? $0.field : nil }
      let later = CaseForm.fields.filter { $0 == lent || texts[$0] != order.draft.texts[$0] }
      guard !later.isEmpty else {
        self.form = nil
        return drop(key)
      }
      form.goOn(from: order.draft, storedAs: latest, later: later)
      self.form = form
      let start = form.draft
      return keep(form.texts, of: key, startedFrom: (start.base, start.origin))
    }
    guard let texts = drafts[key]?.texts, texts != order.draft.texts else { return drop(key) }
    let later = CaseField.allCases.filter { texts[$0] != order.draft.texts[$0] }
    let start = order.draft.start(of: later, storedAs: latest)
    leftForms[key]?.goOn(from: order.draft, storedAs: latest, later: later)
    // What was typed is kept in its fields; the others show what is stored.
    var typed = FormTexts(latest)
    for field in later { typed[field] = texts[field] }
    return keep(typed, of: key, startedFrom: start)
  }

  private mutating func keep(
    _ texts: FormTexts, of key: DraftKey, startedFrom start: (base: CaseContent, origin: FormTexts)
  ) -> Orders {
    keep(Draft(key, base: start.base, origin: start.origin, texts: texts, changedAt: now))
  }

  /// A case was made: it is shown, wherever the list stands.
  private mutating func created(_ created: Case, _ order: SaveOrder) -> Orders {
    notice = Notice(.done, Wording.created(created))
    var orders: Orders = []
    let typedOn = form?.key == .newCase ? form?.texts : drafts[.newCase]?.texts
    orders += drop(.newCase)
    let isLent = externalEdit?.key == .newCase
    if isLent { externalEdit?.key = .existing(created.number) }
    if let typedOn, isLent || typedOn != order.draft.texts {
      // More was typed meanwhile: it goes on as a change of the case that is there now.
      let draft = Draft(
        .existing(created.number), base: created.content, origin: FormTexts(created),
        texts: typedOn, changedAt: now)
      if let focus = form?.focus, form?.key == .newCase { form = CaseForm(draft, focus: focus) }
      orders += keep(draft)
    } else if form?.key == .newCase {
      form = nil
    }
    if form == nil { orders += show(created.number) }
    detail.loaded = detail.number == created.number ? created : detail.loaded
    orders += list.awaited.sorted().map { .cancel(.page($0)) }
    list.refresh()
    return orders
  }

  private mutating func conflict(
    _ latest: Case, _ fields: Set<CaseField>, _ order: SaveOrder
  ) -> Orders {
    update(latest)
    if order.closes { settle(latest.number, false) }
    isLeaving = false
    let text = Wording.changedMeanwhile(latest, fields)
    if var form, form.key == order.draft.key {
      form.problem = text
      self.form = form
      open(.conflict(ConflictDialog(latest: latest, fields: fields, form)))
    } else {
      notice = Notice(
        .attention, order.closes ? Wording.notClosed(text) : Wording.keptInstead(text))
    }
    return []
  }

  /// Nothing was stored as far as is known: the text stays, and the reason is told where it
  /// belongs.
  private mutating func unsaved(
    _ order: SaveOrder, _ text: String, at field: CaseField? = nil
  ) -> Orders {
    isLeaving = false
    if order.closes, let number = order.draft.key.number { settle(number, false) }
    guard form?.key == order.draft.key else {
      notice = Notice(.error, text)
      return []
    }
    if let field {
      form?.problems[field] = text
      form?.focus = field
    } else {
      form?.problem = text
    }
    return []
  }

  /// Opens a case by its number, wherever it is.
  mutating func show(_ number: CaseNumber) -> Orders {
    noteOpened(number)
    var orders: Orders = []
    if let row = list.index(of: number) {
      isPinned = false
      list.moveCursor(to: row)
    } else {
      isPinned = true
    }
    if detail.number != number {
      if detail.isLoading { orders.append(.cancel(.detail)) }
      if events.isLoading { orders.append(.cancel(.events)) }
      detail.turn(to: number, list.current?.number == number ? list.current : nil)
      events.turn(to: number)
    }
    focus = .detail
    return orders + lookForDrafts()
  }
}
