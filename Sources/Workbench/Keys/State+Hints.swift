import CaseWire

extension WorkbenchState {
  /// The keys that make sense right now, the most useful first; help or the way out is the last one.
  public var hints: [KeyHint] {
    if layout.isTooSmall { return [KeyHint("q", "quit")] }
    if let dialog { return Self.hints(of: dialog) }
    if intent != nil { return [KeyHint("Esc", "cancel")] }
    if narrowing != nil {
      let choice = completion?.choices.first.map { KeyHint("Tab", $0) }
      return [choice].compactMap(\.self)
        + [KeyHint("Enter", "keep"), KeyHint("↑ ↓", "move"), KeyHint("Esc", "as before")]
    }
    if preview.isInstead {
      return [KeyHint("^R", "back to the text"), KeyHint("↑ ↓", "scroll"), KeyHint("F1", "keys")]
    }
    if form?.awaitsMore == true {
      return [
        KeyHint("u", "undo"), KeyHint("r", "redo"), KeyHint("a", "select all"),
        KeyHint("x", "take out control characters"), KeyHint("Esc", "nothing"),
      ]
    }
    if let find = form?.find {
      return [
        find.isReplacing ? KeyHint("Enter", "replace") : KeyHint("Enter", "next"),
        KeyHint("↑ ↓", "hits"), KeyHint("Tab", find.isReplacing ? "find" : "replace with"),
        KeyHint("^R", "replace all"), KeyHint("^T", find.isExact ? "any case" : "exact case"),
        KeyHint("Esc", "back to the text"),
      ]
    }
    if !offeredPeople.isEmpty {
      return [
        KeyHint("↑ ↓", "choose"), KeyHint("Tab", "complete"), KeyHint("Enter", "take the chosen"),
        KeyHint("Esc", "hide names"),
      ]
    }
    let keys = KeyMap.bindings(in: context).compactMap { binding -> KeyHint? in
      guard let label = binding.label, binding.command != .showKeys, makesSense(binding.command)
      else { return nil }
      return KeyHint(binding.shortName, label)
    }
    return keys + [KeyHint(form == nil ? "?" : "F1", "keys")]
  }

  private func makesSense(_ command: Command) -> Bool {
    guard reasonOff(command) == nil else { return false }
    // What works but would change nothing takes no room in the bottom line.
    switch command {
    case .moveDown: return focus != .cases || (list.total ?? 0) > 0
    case .bulk: return !marks.isEmpty || bulk != nil
    case .undo: return !outbox.isEmpty || !undoSteps.isEmpty
    case .showDifference: return form.map { drafts[$0.key] != nil } ?? false
    case .editFieldOutside: return form.map { CaseForm.isMultiline($0.focus) } ?? false
    case .showAll: return list.total == 0 || list.query.filter != CaseFilter()
    case .showAllOpen: return list.query != .allOpen
    case .createCase: return triage == nil
    default: return true
    }
  }

  /// Why a command cannot be carried out now; nil where it can.
  func reasonOff(_ command: Command) -> String? {
    let number = focus == .cases ? list.selected : detail.number
    switch command {
    case .editCase, .editOutside, .assign, .closeCase, .addEvent, .removeEvent:
      guard number != nil else { return Wording.offWithoutCase }
      guard command != .removeEvent || events.current != nil else { return Wording.offWithoutEvent }
      return isOpen ? nil : Wording.offSettled(knownHere?.status ?? .closed)
    case .export, .deleteCase, .history: return number == nil ? Wording.offWithoutCase : nil
    case .open where focus == .events: return events.current == nil ? Wording.offWithoutEvent : nil
    case .open: return number == nil ? Wording.offWithoutCase : nil
    case .putLast: return triage == nil ? Wording.offOutsideTriage : nil
    case .triage:
      return triage == nil && (list.total ?? 0) == 0 ? Wording.noQueue : nil
    case _ where triage != nil && Self.listCommands.contains(command): return Wording.offInTriage
    case .bulk: return marks.isEmpty && bulk == nil ? Wording.nothingMarked : nil
    case .undo: return outbox.isEmpty && undoSteps.isEmpty ? Wording.offWithoutUndo : nil
    case .redo: return redoSteps.isEmpty ? Wording.nothingTo(.redo) : nil
    case .discardDraft:
      return number.map { hasDraft(of: $0) } ?? false ? nil : Wording.offWithoutDraft
    case .shift: return leftAt == nil ? Wording.noLastSession : nil
    default: return nil
    }
  }

  private var knownHere: CaseSummary? {
    focus == .cases ? list.current ?? detail.known : detail.known
  }

  private var isOpen: Bool { knownHere.map { $0.status == .open } ?? true }

  private static func hints(of dialog: Dialog) -> [KeyHint] {
    let leave = KeyHint("Esc", "leave")
    switch dialog {
    case .keys: return [KeyHint("j/k", "scroll"), leave]
    case .close:
      return [
        KeyHint("digits", "the number"), KeyHint("Enter", "close for ever"), KeyHint("e", "edit"),
        leave,
      ]
    case .delete:
      return [KeyHint("digits", "the number"), KeyHint("Enter", "delete for ever"), leave]
    case .filter:
      return [
        KeyHint("Tab", "next field"), KeyHint("Space", "switch a status"),
        KeyHint("Enter", "show"), leave,
      ]
    case .sort: return [KeyHint("j/k", "move"), KeyHint("Enter", "sort"), leave]
    case .export(let dialog) where dialog.isSending:
      return [KeyHint("Enter", "work on meanwhile"), KeyHint("Esc", "stop saving")]
    case .export(let dialog):
      switch dialog.stage {
      case .kind: return [KeyHint("p", "summary PDF"), KeyHint("c", "event CSV"), leave]
      case .path: return [KeyHint("Enter", "save"), leave]
      case .replace: return [KeyHint("y", "replace"), KeyHint("n", "another name"), leave]
      }
    case .addEvent: return [KeyHint("Enter", "add"), leave]
    case .assign(let dialog) where dialog.isSending: return [KeyHint("Esc", "work on meanwhile")]
    case .assign:
      return [
        KeyHint("Enter", "assign"), KeyHint("↑ ↓", "choose"), KeyHint("Tab", "complete"), leave,
      ]
    case .goToCase: return [KeyHint("Enter", "open"), leave]
    case .event: return [KeyHint("j/k", "scroll"), KeyHint("t", "UTC or local"), leave]
    case .columns:
      return [
        KeyHint("Space", "show or not"), KeyHint("J/K", "move"), KeyHint("< >", "width"),
        KeyHint("a", "ages or dates"), KeyHint("0", "as at first"), leave,
      ]
    case .difference: return [KeyHint("^S", "save"), KeyHint("j/k", "scroll"), leave]
    case .insert: return [KeyHint("j/k", "move"), KeyHint("Enter", "insert"), leave]
    case .palette: return [KeyHint("↑ ↓", "move"), KeyHint("Enter", "do it"), leave]
    case .views(let dialog):
      switch dialog.stage {
      case .list:
        return [
          KeyHint("Enter", "show"), KeyHint("s", "save here"), KeyHint("n", "save as new"),
          KeyHint("d", "drop"), leave,
        ]
      case .name: return [KeyHint("Enter", "save"), leave]
      case .drop: return [KeyHint("y", "yes"), KeyHint("n", "no"), leave]
      }
    case .history(let dialog):
      let ofText = [
        KeyHint("e", "into the form"), KeyHint("y", "copy"), KeyHint("v", "whole texts"),
        KeyHint("Tab", "next field"),
      ]
      return [KeyHint("j/k", "move"), KeyHint("J/K", "scroll")]
        + (dialog.change == nil ? [] : ofText) + [leave]
    case .conflict:
      return [
        KeyHint("m", "take mine"), KeyHint("t", "take theirs"), KeyHint("e", "edit both"),
        KeyHint("j/k", "scroll"), KeyHint("Tab", "next text"), leave,
      ]
    case .bulk(let dialog):
      switch dialog.stage {
      case .menu:
        return BulkKind.allCases.map { KeyHint(String($0.rawValue), Wording.short($0)) } + [leave]
      case .words: return [KeyHint("Enter", "go on"), leave]
      case .confirm(let act) where act.isForEver:
        return [KeyHint("digits", "the count"), KeyHint("Enter", "for ever"), leave]
      case .confirm: return [KeyHint("y", "yes"), KeyHint("n", "no"), leave]
      case .run: return [KeyHint("s", "stop"), KeyHint("j/k", "scroll"), leave]
      }
    case .report(let dialog):
      switch dialog.stage {
      case .report:
        let csv = dialog.report.csv == nil ? [] : [KeyHint("c", "save CSV")]
        return [KeyHint("j/k", "scroll"), KeyHint("m", "save Markdown")] + csv
          + [KeyHint("y", "copy"), leave]
      case .path: return [KeyHint("Enter", "save"), leave]
      case .replace: return [KeyHint("y", "replace"), KeyHint("n", "another name"), leave]
      }
    case .drafts(let dialog) where dialog.isDropping:
      return [KeyHint("y", "yes"), KeyHint("n", "no"), leave]
    case .drafts(let dialog):
      let afresh = dialog.canStartAfresh ? [KeyHint("n", "start afresh")] : []
      return [KeyHint("Enter", "take it up")] + afresh
        + [KeyHint("d", "drop it"), KeyHint("j/k", "move"), leave]
    case .confirm(let dialog) where dialog.question == .outboxWaits:
      return [
        KeyHint("y", "send now and leave"), KeyHint("u", "take back and leave"),
        KeyHint("Esc", "stay"),
      ]
    case .confirm(let dialog) where dialog.isAboutTriage:
      return [KeyHint("y", "go on with it"), KeyHint("n", "begin anew"), leave]
    case .confirm: return [KeyHint("y", "yes"), KeyHint("n", "no"), leave]
    }
  }
}
