import CaseWire
import CasesAPI
import StateStore

/// Looking again at the drafts that other programs keep, whenever they are about to be shown.
extension WorkbenchState {
  /// Has the disk looked at, unless what is on its way there would be missed.
  mutating func lookForDrafts() -> Orders {
    guard areDraftsRead, choosing == nil, asides.isEmpty else { return [] }
    return lookAgain()
  }

  /// Has the disk looked at once more, where what was seen on it is not so any more.
  mutating func lookAgainForDrafts() -> Orders { isLookingForDrafts ? lookAgain() : [] }

  private mutating func lookAgain() -> Orders {
    isLookingForDrafts = true
    return [.run(.lookForDrafts, id: .otherDrafts)]
  }

  /// Takes in what other programs keep by now.
  mutating func otherDraftsFound(_ others: [DraftEntry], gone: [String]) -> Orders {
    isLookingForDrafts = false
    let before = otherDrafts
    let entry = entryUnderCursor
    otherDrafts = Dictionary(grouping: others, by: \.draft.key)
    for key in drafts.keys where gone.contains(key.fileName) {
      // What is written on, or not on disk yet, is no longer only what was read there.
      guard form?.key != key, unkept[key] == nil else { continue }
      drafts[key] = nil
      leftForms[key] = nil
    }
    showDraftsFound(entry)
    return tellDrafts(besides: before)
  }

  /// Tells why the disk could not be looked at, to whoever waits for that.
  mutating func otherDraftsNotRead(_ reason: String) -> Orders {
    isLookingForDrafts = false
    guard opensDraftsOnceRead else { return [] }
    opensDraftsOnceRead = false
    notice = Notice(.error, reason)
    return []
  }

  private var entryUnderCursor: DraftEntry? {
    switch dialog {
    case .allDrafts(let dialog):
      allDrafts.indices.contains(dialog.cursor) ? allDrafts[dialog.cursor] : nil
    case .drafts(let dialog):
      drafts(of: dialog.key).indices.contains(dialog.cursor)
        ? drafts(of: dialog.key)[dialog.cursor] : nil
    default: nil
    }
  }

  /// Brings the list that is open in line, its cursor on the same draft, or opens it at last.
  private mutating func showDraftsFound(_ entry: DraftEntry?) {
    func row(in entries: [DraftEntry]) -> Int {
      // Another program may have gone on with it.
      entries.firstIndex { $0.draft.key == entry?.draft.key && $0.file == entry?.file } ?? 0
    }
    switch dialog {
    case .allDrafts(var dialog):
      dialog.cursor = row(in: allDrafts)
      self.dialog = .allDrafts(dialog)
    case .drafts(var dialog):
      dialog.cursor = row(in: drafts(of: dialog.key))
      self.dialog = .drafts(dialog)
    case nil where opensDraftsOnceRead && !allDrafts.isEmpty:
      open(.allDrafts(AllDraftsDialog()))
    default: break
    }
    let isEmpty = if case .allDrafts = dialog { allDrafts.isEmpty } else { opensDraftsOnceRead }
    opensDraftsOnceRead = false
    guard isEmpty, allDrafts.isEmpty else { return }
    if dialog != nil { dialog = nil }
    notice = Notice(.info, Wording.noDraftAnywhere)
  }

  /// Asks which draft is meant where the form has only just been opened, else tells of the other
  /// one.
  private mutating func tellDrafts(besides before: [DraftKey: [DraftEntry]]) -> Orders {
    guard let form, dialog == nil, !form.isSaving, let found = otherDrafts[form.key] else {
      return []
    }
    let known = Set(before[form.key, default: []].compactMap(\.file))
    guard found.contains(where: { !known.contains($0.file ?? "") }) else { return [] }
    let isUntouched =
      unkept[form.key] == nil && form.editors.values.allSatisfy { !$0.canUndo }
      && form.find == nil && !form.awaitsMore
    let shown = detail.loaded.flatMap { $0.number == form.key.number ? $0 : nil }
    // Two new cases need not be one.
    guard isUntouched, let shown else {
      notice = Notice(.attention, Wording.draftElsewhere(form.key))
      return []
    }
    self.form = nil
    open(.drafts(DraftsDialog(form.key, shown: shown)))
    return []
  }
}
