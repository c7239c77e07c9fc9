import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// How cases changed: one of them, or all since the last session.
extension WorkbenchState {
  /// Opens the history of the case.
  mutating func openHistory() -> Orders {
    let number = focus == .cases ? list.selected : detail.number
    guard let number else { return [] }
    guard keepsCache else {
      notice = Notice(.info, Wording.noCache)
      return []
    }
    open(.history(HistoryDialog(number)))
    return [.run(.loadHistory(number), id: .history)]
  }

  /// Takes the states of a case in.
  mutating func historyLoaded(_ number: CaseNumber, _ states: [SeenCase]) -> Orders {
    guard case .history(var dialog) = dialog, dialog.number == number else { return [] }
    dialog.states = states
    self.dialog = .history(dialog)
    return []
  }

  /// Takes a key in the history of a case.
  mutating func pressHistory(_ key: Key, _ old: HistoryDialog) -> Orders {
    var dialog = old
    switch key {
    case "q", .enter, "H": self.dialog = nil
    case "t":
      zone = zone == .utc ? .local : .utc
    default:
      let size = DialogLayout.event(in: size)
      if let line = Self.scrolled(dialog.scroll, by: key, page: size.textHeight) {
        dialog.scroll = max(0, min(line, dialog.lines.count - size.textHeight))
        self.dialog = .history(dialog)
      }
    }
    return []
  }

  /// Breaks the history anew for the screen, if it is open.
  mutating func followHistory() {
    guard case .history(var dialog) = dialog else { return }
    dialog.fit(width: DialogLayout.event(in: size).textWidth, zone: zone)
    self.dialog = .history(dialog)
  }

  /// Finds out what changed since the last session.
  mutating func startShift() -> Orders {
    guard let leftAt else {
      notice = Notice(.info, Wording.noLastSession)
      return []
    }
    work[.shift] = Wording.lookingForChanges
    return [.run(.loadShift(since: leftAt), id: .shift)]
  }

  /// Shows what changed since the last session.
  mutating func shiftLoaded(_ entries: [ShiftEntry], of total: Int, since: Timestamp) -> Orders {
    work[.shift] = nil
    guard dialog == nil, form == nil else { return [] }
    open(.report(ReportDialog(ShiftReport(entries, of: total, since: since, in: zone).report)))
    return []
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
    notice = Notice(.attention, Wording.remembered(seen, in: zone))
    // What is written on top of it is a draft, and is merged with what is there when it is saved.
    guard let intent, intent.number == seen.value.number else { return [] }
    if case .close = intent {
      self.intent = nil
      notice = Notice(.error, Wording.text(error))
      return []
    }
    return carryOutIntent(seen.value)
  }
}
