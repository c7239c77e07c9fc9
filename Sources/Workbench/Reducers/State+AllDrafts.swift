import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// All drafts of this server: what earlier sessions left is told, and can be taken up from a list.
extension WorkbenchState {
  /// Every draft, the one that was changed last first.
  public var allDrafts: [DraftEntry] {
    let current = drafts.values.map { DraftEntry($0, file: nil) }
    return (current + otherDrafts.values.joined()).sorted {
      ($1.draft.changedAt, $0.draft.key.fileName, $0.file ?? "")
        < ($0.draft.changedAt, $1.draft.key.fileName, $1.file ?? "")
    }
  }

  /// Opens the list of all drafts.
  mutating func openAllDrafts() -> Orders {
    guard !allDrafts.isEmpty else {
      // Another program may have written one since.
      let orders = lookForDrafts()
      opensDraftsOnceRead = !orders.isEmpty
      if orders.isEmpty { notice = Notice(.info, Wording.noDraftAnywhere) }
      return orders
    }
    open(.allDrafts(AllDraftsDialog()))
    return lookForDrafts()
  }

  /// Takes a key among all drafts.
  mutating func pressAllDrafts(_ key: Key, _ old: AllDraftsDialog) -> Orders {
    var dialog = old
    let entries = allDrafts
    switch key {
    case "w":
      self.dialog = nil
      return []
    case .enter:
      self.dialog = nil
      guard entries.indices.contains(dialog.cursor) else { return [] }
      return takeUp(entries[dialog.cursor])
    default:
      guard let row = moved(dialog.cursor, by: key, count: entries.count) else { return [] }
      dialog.cursor = row
    }
    self.dialog = .allDrafts(dialog)
    return []
  }

  /// Opens the form of a draft, as soon as its case is here or is known not to come.
  private mutating func takeUp(_ entry: DraftEntry) -> Orders {
    guard let number = entry.draft.key.number else {
      return takeUp(entry.file, DraftsDialog(.newCase, shown: nil))
    }
    guard !isPosted(number) else { return [] }
    let orders = show(number)
    intent = .takeUp(number, file: entry.file)
    if let loaded = detail.loaded, loaded.number == number {
      return orders + carryOutIntent(loaded)
    }
    detail.failure = nil
    detail.isLoading = true
    return orders + [.run(.loadCase(number, rest: 0), id: .detail)]
  }

  /// Tells once more of what earlier sessions left, where other news stood in their place.
  mutating func tellStartNewsAgain() {
    guard let news = startNews, notice == nil, dialog == nil, form == nil, narrowing == nil else {
      return
    }
    if allDrafts.isEmpty, unsent == nil { startNews = nil } else { notice = news }
  }
}
