import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// How a case changed.
extension WorkbenchState {
  /// Opens the history of the case.
  mutating func openHistory() -> Orders {
    let number = focus == .cases ? list.selected : detail.number
    guard let number else { return [] }
    open(.history(HistoryDialog(number)))
    return [.run(.loadHistory(number, page: 1), id: .history)]
  }

  /// Changes the history that is open, if it is that of the case.
  mutating func updateHistory(
    _ number: CaseNumber, _ change: (inout HistoryDialog) -> Void
  ) -> Orders {
    guard case .history(var dialog) = dialog, dialog.number == number else { return [] }
    change(&dialog)
    dialog.moveCursor(to: dialog.cursor, rows: HistoryLayout(size).list.height)
    self.dialog = .history(dialog)
    return []
  }

  /// Takes a key in the history of a case.
  mutating func pressHistory(_ key: Key, _ old: HistoryDialog) -> Orders {
    var dialog = old
    let layout = HistoryLayout(size)
    let rows = layout.list.height
    switch key {
    case .enter, "H": return leave(.history(dialog))
    case "t": zone = zone == .utc ? .local : .utc
    case .tab: dialog.turnField(by: 1)
    case .backTab: dialog.turnField(by: -1)
    case "v": dialog.turnView()
    case "r":
      dialog.startLoading()
      self.dialog = .history(dialog)
      return [.run(.loadHistory(dialog.number, page: 1), id: .history)]
    case "y": copyEarlier(dialog)
    case "e": return restore(from: dialog)
    default:
      if let row = moved(dialog.cursor, by: key, count: .max) {
        dialog.moveCursor(to: row, rows: rows)
      } else if let line = scrolled(dialog.scroll, by: key, page: layout.detail.height) {
        dialog.scroll = max(0, min(line, dialog.lines.count - layout.detail.height))
      }
    }
    self.dialog = .history(dialog)
    return []
  }

  private mutating func copyEarlier(_ dialog: HistoryDialog) {
    guard let text = dialog.text else {
      notice = Notice(.info, Wording.noTextHere)
      return
    }
    if text.isEmpty {
      notice = Notice(.info, Wording.emptyNotCopied)
    } else {
      copy(text)
    }
  }

  /// Puts a text of the history into the form of the case, as if it had been typed.
  private mutating func restore(from dialog: HistoryDialog) -> Orders {
    guard let change = dialog.change, let text = dialog.text else {
      notice = Notice(.info, Wording.noTextHere)
      return []
    }
    guard let field = change.field else {
      notice = Notice(.attention, Wording.notInForm(change.name))
      return []
    }
    let number = focus == .cases ? list.selected : detail.number
    guard number == dialog.number else {
      notice = Notice(.attention, Wording.openFirst(dialog.number))
      return []
    }
    if let loaded = detail.loaded, loaded.number == number, hasDraft(of: loaded.number),
      FormTexts(loaded)[field].isIdentical(to: text)
    {
      // The case has it; a form without the draft would look as if the draft were gone.
      notice = Notice(.info, Wording.isInCase(field))
      return []
    }
    self.dialog = nil
    let orders = withCase { .restore($0, EarlierText(field, text)) }
    guard intent != nil || form != nil || choosing != nil || self.dialog != nil else {
      // It may not be put back; the history stays, with the reason in the status row.
      self.dialog = .history(dialog)
      return orders
    }
    return [.cancel(.history), .cancel(.historyWords)] + orders
  }

  /// Puts a text of the history into the form that is open.
  mutating func putBack(_ earlier: EarlierText) -> Orders {
    let field = earlier.field
    form?.focus = field
    guard let editor = form?.editors[field], !editor.text.isIdentical(to: earlier.text) else {
      notice = Notice(.info, Wording.isInForm(field))
      return []
    }
    form?.editors[field]?.replaceAll(earlier.text)
    let isBeside = form.map { otherDrafts[$0.key] != nil } ?? false
    notice = Notice(.attention, Wording.restored(field, besideDraft: isBeside))
    return typed(in: field)
  }

  /// Brings the history in line with the screen, if it is open; asks for what it needs.
  mutating func followHistory() -> Orders {
    guard case .history(var dialog) = dialog else { return [] }
    let layout = HistoryLayout(size)
    var orders: Orders = []
    if let page = dialog.wantedPage(rows: layout.list.height) {
      dialog.startLoading()
      orders.append(.run(.loadHistory(dialog.number, page: page), id: .history))
    }
    if let item = dialog.uncompared {
      dialog.startComparing(item)
      orders.append(.run(.compareHistory(dialog.number, item), id: .historyWords))
    }
    dialog.fit(width: layout.detail.width, zone: zone)
    dialog.scroll = max(0, min(dialog.scroll, dialog.lines.count - layout.detail.height))
    self.dialog = .history(dialog)
    return orders
  }

  /// Shows a case as it was seen last, since the server could not be asked.
  mutating func caseRemembered(_ seen: SeenCase, _ error: CasesError) -> Orders {
    guard detail.number == seen.value.number, detail.loaded == nil else {
      return caseFailed(seen.value.number, error)
    }
    detail.isLoading = false
    detail.failure = error
    detail.summary = list.current.map { $0.number == seen.value.number ? $0 : seen.value.summary }
    detail.loaded = seen.value
    // The pane tells that it is from before; what was left unsaved is told nowhere else.
    if startNews == nil || notice != startNews {
      notice = Notice(.attention, Wording.remembered(seen, in: zone))
    }
    // What is written on top of it is a draft, and is merged with what is there when it is saved.
    guard let intent, intent.number == seen.value.number else { return [] }
    guard intent.isWriting else {
      self.intent = nil
      notice = Notice(.error, Wording.text(error))
      return []
    }
    return carryOutIntent(seen.value)
  }
}
