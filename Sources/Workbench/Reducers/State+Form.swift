import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// The form: opening, typing, saving, leaving.
extension WorkbenchState {
  /// For how long typing may hold a draft back from the disk, in milliseconds.
  private static let longestUnkept: Int64 = 600
  /// The rest in typing after which a draft goes to the disk, in milliseconds.
  private static let restBeforeKeeping = 250

  /// Opens the form of a new case, or takes the one up that was left.
  mutating func createCase() -> Orders {
    openForm(DraftsDialog(.newCase, shown: nil))
  }

  /// Starts what needs the whole case that is shown: at once, or as soon as it has come.
  mutating func withCase(_ makeIntent: (CaseNumber) -> Intent) -> Orders {
    let number = focus == .cases ? list.selected : detail.number
    guard let number, !isPosted(number) else { return [] }
    let wantsDraft = hasDraft(of: number) && makeIntent(number) == .edit(number)
    if !wantsDraft, let known = detail.known, known.number == number, known.status != .open {
      notice = Notice(.attention, Wording.settled(number, known.status))
      return []
    }
    intent = makeIntent(number)
    if let loaded = detail.loaded, loaded.number == number {
      return carryOutIntent(loaded)
    }
    detail.failure = nil
    detail.isLoading = true
    return [.run(.loadCase(number, rest: 0), id: .detail)]
  }

  /// Does what was to be done once the case has come.
  mutating func carryOutIntent(_ loaded: Case) -> Orders {
    guard let intent, intent.number == loaded.number else { return [] }
    self.intent = nil
    let draft = drafts[.existing(loaded.number)]
    let isOpen = loaded.summary.status == .open
    // A text that was kept can always be read and taken elsewhere.
    guard isOpen || (hasDraft(of: loaded.number) && intent.isWriting) else {
      notice = Notice(.attention, Wording.settled(loaded.number, loaded.summary.status))
      return []
    }
    switch intent {
    case .edit, .editOutside:
      return openForm(
        DraftsDialog(
          .existing(loaded.number), shown: loaded,
          opensOutside: intent == .editOutside(loaded.number)))
    case .takeUp(_, let file):
      return takeUp(file, DraftsDialog(.existing(loaded.number), shown: loaded))
    case .restore(_, let earlier):
      return openForm(
        DraftsDialog(.existing(loaded.number), shown: loaded, restoring: earlier))
    case .close:
      open(
        .close(
          CloseDialog(
            draft ?? Draft(of: loaded, at: now), shown: loaded,
            hasExportedEvents: exported.contains(loaded.number),
            otherDraftCount: otherDrafts[.existing(loaded.number)]?.count ?? 0, rules: rules)))
      return []
    }
  }

  /// Takes a key in the form.
  mutating func pressForm(_ key: Key) -> Orders {
    guard let field = form?.focus else { return [] }
    if form?.awaitsMore == true { return pressMore(key) }
    if let orders = pressPreview(key) { return orders }
    if let find = form?.find { return pressFind(key, find) }
    if let orders = pressPeople(key) { return orders }
    let command = keys.command(for: key, in: .form)
    if let orders = performOnText(command, in: field) { return orders }
    switch command {
    case .save: return save()
    case .leaveForm: return leaveForm()
    case .editFieldOutside: return lendField()
    case .togglePreview: return togglePreview()
    case .nextField: return turnField(by: 1)
    case .previousField: return turnField(by: CaseForm.fields.count - 1)
    case .insertMenu:
      open(.insert(InsertDialog(insertChoices)))
      return [.run(.loadTemplates, id: .templates)]
    case .showDifference: return showDifference()
    case .showKeys:
      open(.keys(KeysDialog()))
      return []
    default: break
    }
    let boxes = formLayout
    let rows = boxes.boxes[field]?.height ?? 1
    let revision = form?.editors[field]?.revision
    let ground = form?.editors[field]?.ground
    let isOfText = editText(in: field) {
      $0.handle(key, width: boxes.width(of: field), pageRows: rows)
    }
    if isOfText {
      // What only moves costs nothing that grows with the text.
      guard form?.editors[field]?.revision != revision else { return [] }
      tellGround(of: field, since: ground)
      return typed(in: field)
    }
    // A box of one line leaves these to the form.
    switch key {
    case .enter, .down: return turnField(by: 1)
    case .up: return turnField(by: CaseForm.fields.count - 1)
    default: return []
    }
  }

  /// Where the fields of the form stand.
  public var formLayout: FormLayout {
    FormLayout(layout.detail ?? Rect(size), problem: form?.toldProblem, hasFind: form?.find != nil)
  }

  private mutating func turnField(by count: Int) -> Orders {
    guard let focus = form?.focus else { return [] }
    let fields = CaseForm.fields
    form?.editors[focus]?.rest()
    form?.focus = fields[((fields.firstIndex(of: focus) ?? 0) + count) % fields.count]
    return hidePeople()
  }

  /// Keeps what was typed as a draft: in memory at once, on disk within a second.
  mutating func typed(in field: CaseField) -> Orders {
    guard let form, let text = form.editors[field]?.text else { return [] }
    var draft = form.draft
    let kept = drafts[form.key]
    // Without a draft, the form shows what it was started from, wherever that has moved since.
    let before = kept?.texts[field] ?? draft.origin[field]
    let isMoved = kept.map { $0.base != draft.base || $0.origin != draft.origin } ?? false
    guard !before.isIdentical(to: text) || isMoved else { return [] }
    draft.texts = kept?.texts ?? form.texts
    draft.texts[field] = text
    draft.changedAt = now
    self.form?.problems[field] = nil
    return keep(draft) + offerPeople(in: field)
  }

  /// Keeps a draft, or drops it where it holds nothing of its own.
  mutating func keep(_ draft: Draft) -> Orders {
    guard draft.isChanged, draft.key != .newCase || !draft.texts.isBlank else {
      return drop(draft.key)
    }
    drafts[draft.key] = draft
    isLossAccepted = false
    let since = min(unkept[draft.key] ?? now, now)
    unkept[draft.key] = since
    let waited = (now.microseconds - since.microseconds) / 1_000
    let rest = waited >= Self.longestUnkept ? 0 : Self.restBeforeKeeping
    return [.run(.keepDraft(draft, rest: rest), id: .draft(draft.key))]
  }

  /// Lets a draft go, in memory and on disk.
  mutating func drop(_ key: DraftKey) -> Orders {
    guard drafts.removeValue(forKey: key) != nil else { return [] }
    unkept[key] = nil
    leftForms[key] = nil
    // Until a draft is set aside, the file that it was written on may be all that holds it.
    return isSettingAside(key)
      ? [.cancel(.draft(key))] : [.run(.dropDraft(key), id: .draft(key))]
  }

  private mutating func leaveForm() -> Orders {
    guard let form else { return [] }
    self.form = nil
    if drafts[form.key] != nil {
      leftForms[form.key] = form
      let ways = waysBack(to: form.key)
      let kept =
        losesDrafts ? Wording.keptInDemo(form.key, ways) : Wording.kept(form.key, ways)
      notice = Notice(.info, draftTrouble.map(Wording.keptInMemoryOnly) ?? kept)
    }
    return []
  }

  /// Which keys lead back to a draft from where its form is left.
  private func waysBack(to key: DraftKey) -> String {
    guard let number = key.number else {
      return focus == .cases && triage == nil ? Wording.newCaseGoesOn : Wording.draftIsFound
    }
    guard number == (focus == .cases ? list.selected : detail.number) else {
      return Wording.draftIsFound
    }
    return focus == .events ? Wording.draftGoesOn : Wording.draftGoesOnOrGoes
  }

  mutating func save() -> Orders {
    guard var form else { return [] }
    guard !form.isSaving else {
      notice = Notice(.attention, Wording.stillSaving)
      return []
    }
    var draft = form.draft
    draft.texts = form.texts
    draft.changedAt = now
    if !draft.isChanged, draft.key != .newCase {
      self.form = nil
      notice = Notice(.info, Wording.nothingChanged)
      return drop(draft.key)
    }
    let isRight = form.check(me: me)
    form.isSaving = isRight
    form.people = nil
    self.form = form
    draft.texts = form.texts
    guard isRight else { return [] }
    // On disk first: whatever becomes of the request, the words are there.
    return keep(draft) + send(SaveOrder(draft, closes: false))
  }

  /// Sends a change on its way.
  mutating func send(_ order: SaveOrder) -> Orders {
    let id = WorkbenchEffectID.save(order.draft.key)
    work[id] = Wording.saving(order)
    return [.run(.save(order), id: id)]
  }

  mutating func askToDiscardDraft() -> Orders {
    let number = focus == .cases ? list.selected : detail.number
    if let number, otherDrafts[.existing(number)] != nil {
      let shown = detail.loaded.flatMap { $0.number == number ? $0 : nil }
      open(.drafts(DraftsDialog(.existing(number), shown: shown)))
      return []
    }
    guard let number, let draft = drafts[.existing(number)] else {
      notice = Notice(.info, Wording.noDraft)
      return []
    }
    open(.confirm(ConfirmDialog(.discardDraft(draft))))
    return []
  }
}
