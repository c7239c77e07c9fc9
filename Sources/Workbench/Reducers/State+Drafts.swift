import CasesAPI
public import CaseWire
import StateStore
import TerminalModel

/// Several drafts of one case: of another program, or left behind by a fresh start.
extension WorkbenchState {
  /// The drafts of a case.
  ///
  /// - Parameter key: what they are for.
  /// - Returns: all of them, the one that was changed last first.
  public func drafts(of key: DraftKey) -> [DraftEntry] {
    let current = drafts[key].map { [DraftEntry($0, file: nil)] } ?? []
    return (current + otherDrafts[key, default: []]).sorted {
      $0.draft.changedAt > $1.draft.changedAt
    }
  }

  /// Whether something was written for a case and not saved.
  ///
  /// - Parameter number: the case.
  /// - Returns: also true where none of its drafts is written on here.
  public func hasDraft(of number: CaseNumber) -> Bool {
    drafts[.existing(number)] != nil || otherDrafts[.existing(number)] != nil
  }

  /// Opens a form, or asks with which draft.
  mutating func openForm(_ wanted: DraftsDialog) -> Orders {
    // What was written and not saved stays beside an earlier text that is put into the form.
    if wanted.restoring != nil, !drafts(of: wanted.key).isEmpty {
      return choose(.startAfresh, wanted)
    }
    // A new case that was left may be far from what is meant now, so even a single one is asked
    // for.
    let isUndecided = wanted.key == .newCase && drafts[.newCase] != nil
    guard isUndecided || otherDrafts[wanted.key] != nil else {
      return openForm(drafts[wanted.key], wanted)
    }
    open(.drafts(wanted))
    return []
  }

  /// Opens a form with one draft of several.
  ///
  /// - Parameters:
  ///   - file: its file in the folder of drafts; nil for the one that is written on here.
  ///   - wanted: what it is for.
  /// - Returns: what is to be done for that; the form opens once the disk has followed.
  mutating func takeUp(_ file: String?, _ wanted: DraftsDialog) -> Orders {
    if let file { return choose(.takeUp(file), wanted) }
    guard let draft = drafts[wanted.key] else {
      notice = Notice(.attention, Wording.draftGone)
      return []
    }
    return openForm(draft, wanted)
  }

  /// Opens a form with a draft, or with what the server has.
  private mutating func openForm(_ draft: Draft?, _ wanted: DraftsDialog) -> Orders {
    let isNew = wanted.key == .newCase
    let blank = Draft(
      .newCase, base: CaseContent(name: ""), origin: FormTexts(), texts: FormTexts(), changedAt: now
    )
    let start = draft ?? wanted.shown.map { Draft(of: $0, at: now) } ?? blank
    form = makeForm(start, focus: isNew ? .name : .findings, keepsFocus: wanted.opensOutside)
    if let draft {
      notice = Notice(
        .info, isNew ? Wording.newCaseDraftTakenUp : Wording.draftTakenUp(draft, in: zone))
    }
    if let shown = wanted.shown, shown.summary.status != .open {
      form?.problem = Wording.draftOfSettled(shown.number, shown.summary.status)
    }
    if let earlier = wanted.restoring { return putBack(earlier) }
    return wanted.opensOutside ? lendField() : lookForDrafts()
  }

  /// Takes a key in the question which draft is meant.
  mutating func pressDrafts(_ key: Key, _ old: DraftsDialog) -> Orders {
    var dialog = old
    let entries = drafts(of: dialog.key)
    guard entries.indices.contains(dialog.cursor) else {
      self.dialog = nil
      return []
    }
    let entry = entries[dialog.cursor]
    if dialog.isDropping {
      dialog.isDropping = false
      dialog.cursor = 0
      self.dialog = .drafts(dialog)
      return key == "y" ? drop(entry, dialog) : []
    }
    switch key {
    case "d":
      dialog.isDropping = true
      open(.drafts(dialog))
      return []
    case "n" where dialog.canStartAfresh:
      self.dialog = nil
      return choose(.startAfresh, dialog)
    case .enter:
      self.dialog = nil
      guard let file = entry.file else { return openForm(entry.draft, dialog) }
      return choose(.takeUp(file), dialog)
    default:
      guard let row = moved(dialog.cursor, by: key, count: entries.count) else { return [] }
      dialog.cursor = row
    }
    self.dialog = .drafts(dialog)
    return []
  }

  private mutating func drop(_ entry: DraftEntry, _ dialog: DraftsDialog) -> Orders {
    guard let file = entry.file else {
      if otherDrafts[dialog.key] == nil { self.dialog = nil }
      notice = Notice(.done, Wording.draftDropped)
      return drop(dialog.key)
    }
    return choose(.drop(file), dialog)
  }

  /// Has the disk follow first, so that nothing that is typed next can be written over a draft.
  private mutating func choose(_ choice: DraftChoice, _ dialog: DraftsDialog) -> Orders {
    if let number = dialog.key.number, isPosted(number) { return [] }
    // Its answer lets the draft go that was sent, which must be the one on disk until then.
    if let text = work[.save(dialog.key)] {
      notice = Notice(.attention, "\(text)…")
      return []
    }
    choosing = dialog
    // What waits to be on disk goes with the order that takes the place of its own.
    let waiting = unkept[dialog.key] == nil ? nil : drafts[dialog.key]
    return [
      .run(.chooseDraft(dialog.key, choice, waiting: waiting), id: .draft(dialog.key))
    ]
  }

  /// The disk has followed: the form opens with what is written on from now on, if it still shall.
  mutating func draftChosen(
    _ key: DraftKey, _ choice: DraftChoice, _ current: Draft?, _ others: [DraftEntry]
  ) -> Orders {
    let wanted = choosing?.key == key ? choosing : nil
    if wanted != nil { choosing = nil }
    otherDrafts[key] = others.isEmpty ? nil : others
    unkept[key] = nil
    let again = lookAgainForDrafts()
    if case .drop = choice {
      notice = Notice(.done, Wording.draftDropped)
      if drafts(of: key).isEmpty, case .drafts = dialog { dialog = nil }
      return again
    }
    drafts[key] = current
    leftForms[key] = nil
    guard let wanted else { return again }
    if case .takeUp = choice, current == nil {
      notice = Notice(.attention, Wording.draftGone)
      return again
    }
    return again + openForm(current, wanted)
  }

  /// Keeps what was written beside what is written on from now on.
  mutating func setAside(_ draft: Draft) -> Orders {
    asides.append(draft)
    asideCount += 1
    // The file that is written on holds the same text, and shall not be written before this one.
    unkept[draft.key] = nil
    return [.run(.setDraftAside(draft), id: .draftAside(asideCount))]
  }

  /// A draft lies beside the one that is written on; where that holds nothing, it may go now.
  mutating func draftSetAside(_ draft: Draft, _ others: [DraftEntry]) -> Orders {
    asides.removeAll { $0 == draft }
    otherDrafts[draft.key] = others.isEmpty ? nil : others
    let again = lookAgainForDrafts()
    guard drafts[draft.key] == nil, !isSettingAside(draft.key), choosing?.key != draft.key else {
      return again
    }
    return again + [.run(.dropDraft(draft.key), id: .draft(draft.key))]
  }

  /// The disk takes drafts: those that it did not take before are tried again.
  mutating func diskTakesDrafts() -> Orders {
    guard draftTrouble != nil else { return [] }
    draftTrouble = nil
    return asides.map { draft in
      asideCount += 1
      return .run(.setDraftAside(draft), id: .draftAside(asideCount))
    }
  }

  /// A draft is in memory only; it is tried again when the disk takes another one, and at the end.
  mutating func draftNotSetAside(_ draft: Draft, _ reason: String) -> Orders {
    draftTrouble = reason
    notice = Notice(.error, Wording.notSetAside(reason))
    return []
  }

  /// Whether a draft of a case is on its way to lie beside the others.
  func isSettingAside(_ key: DraftKey) -> Bool { asides.contains { $0.key == key } }

  /// The disk has not followed: all stays as it was, and the reason is told.
  mutating func draftNotChosen(_ key: DraftKey, _ reason: String) -> Orders {
    guard choosing?.key == key else { return [] }
    choosing = nil
    dialog = nil
    notice = Notice(.error, reason)
    return []
  }
}
