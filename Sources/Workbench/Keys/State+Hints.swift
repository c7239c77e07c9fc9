import CaseWire
import TerminalModel

extension WorkbenchState {
  /// The keys that make sense right now, the most useful first; help or the way out is the last
  /// one.
  public var hints: [KeyHint] {
    if layout.isTooSmall { return [KeyHint("q", "quit")] }
    if let dialog { return hints(of: dialog) }
    if intent != nil { return [KeyHint("Esc", "cancel")] }
    if narrowing != nil {
      let choice = completion?.choices.first.map { KeyHint("Tab", $0) }
      let keep = queryMistakes.isEmpty ? [KeyHint("Enter", "keep")] : []
      return [choice].compactMap(\.self) + keep
        + [KeyHint("↑ ↓", "move"), KeyHint("Esc", "as before")]
    }
    if preview.isInstead {
      let preview = keys.name(of: .togglePreview, in: .form)
      let ways =
        size.width < 60
        ? [KeyHint("\(preview) or letters", "to the text")]
        : [KeyHint(preview, "back to the text"), KeyHint("letters", "go on in the text")]
      return ways + [
        KeyHint("↑ ↓", "scroll"), KeyHint(keys.name(of: .showKeys, in: .form), "keys"),
      ]
    }
    if form?.awaitsMore == true {
      return [
        KeyHint("u", "undo"), KeyHint("r", "redo"), KeyHint("y", "older text"),
        KeyHint("a", "select all"),
        KeyHint("x", "drop control chars"), KeyHint("Esc", "nothing"),
      ]
    }
    if let find = form?.find {
      let enter = KeyHint("Enter", find.isReplacing ? "replace" : "next")
      let hits = find.hits.isEmpty ? [] : [enter, KeyHint("↑ ↓", "hits")]
      let all = find.hits.isEmpty ? [] : [KeyHint("^R", "replace all")]
      return hits + [KeyHint("Tab", find.isReplacing ? "find" : "replace")] + all + [
        KeyHint("^T", find.isExact ? "any case" : "exact case"),
        KeyHint("Esc", "back"),
      ]
    }
    if !offeredPeople.isEmpty {
      return [
        KeyHint("↑ ↓", "choose"), KeyHint("Tab", "complete"), KeyHint("Enter", "take the chosen"),
        KeyHint("Esc", "hide names"),
      ]
    }
    let hints = commandsToTell.compactMap { command, label -> KeyHint? in
      guard let label, command != .showKeys, makesSense(command) else { return nil }
      let keepsNothing = command == .leaveForm && form.map { drafts[$0.key] == nil } ?? false
      return KeyHint(keys.name(of: command, in: context), keepsNothing ? "leave" : label)
    }
    return hints + [KeyHint(keys.name(of: .showKeys, in: context), "keys")]
  }

  /// The commands of the pane and what the bottom line calls them, the most useful first.
  private var commandsToTell: [(Command, String?)] {
    let bindings = keys.bindings(in: context).map { ($0.command, $0.label) }
    guard triage != nil, context == .cases else { return bindings }
    let marked: [(Command, String?)] = marks.isEmpty ? [] : [(.bulk, "marked")]
    let first: [(Command, String?)] =
      marked + [
        (.moveDown, "move"), (.closeCase, "close"), (.putLast, "later"),
        (.createCase, "add events"),
        (.editCase, "edit"), (.assign, "assign"), (.triage, "leave"), (.undo, "undo"),
      ]
    return first + bindings.filter { binding in !first.contains { $0.0 == binding.0 } }
  }

  private func makesSense(_ command: Command) -> Bool {
    guard reasonOff(command) == nil else { return false }
    // What works but would change nothing takes no room in the bottom line.
    switch command {
    case .moveDown: return focus != .cases || (list.total ?? 0) > 0
    case .bulk: return !marks.isEmpty || bulk != nil
    case .undo: return !outbox.isEmpty || !undoSteps.isEmpty
    case .showDifference: return form.map { drafts[$0.key] != nil } ?? false
    case .undoText: return form.flatMap { $0.editors[$0.focus] }?.canUndo ?? false
    case .editFieldOutside: return form.map { CaseForm.isMultiline($0.focus) } ?? false
    case .showAll: return list.total == 0 || list.query.filter != CaseFilter()
    case .showAllOpen: return list.query != .allOpen
    default: return true
    }
  }

  /// Why a command cannot be carried out now; nil where it can.
  func reasonOff(_ command: Command) -> String? {
    if let reason = reasonGone(command) { return reason }
    let number = focus == .cases ? list.selected : detail.number
    switch command {
    case .assign, .deleteCase, .addEvent, .removeEvent:
      if number != nil, knownHere == nil { return Wording.offUntilCome }
    default: break
    }
    switch command {
    case .createCase where triage == nil: return nil
    case .editCase, .editOutside, .assign, .closeCase, .addEvent, .removeEvent, .createCase:
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

  /// Why a command has nothing to work on, since the server has no such case; nil where it has one.
  func reasonGone(_ command: Command) -> String? {
    guard let number = focus == .cases ? list.selected : detail.number, detail.number == number,
      detail.isGone
    else { return nil }
    let isOfMarked = focus == .cases && !marks.isEmpty
    switch command {
    // What was written for it can still be read and taken elsewhere.
    case .editCase, .editOutside: return hasDraft(of: number) ? nil : Wording.noSuchCase(number)
    case .closeCase, .deleteCase: return isOfMarked ? nil : Wording.noSuchCase(number)
    case .assign, .addEvent, .removeEvent, .export: return Wording.noSuchCase(number)
    case .createCase where triage != nil: return Wording.noSuchCase(number)
    default: return nil
    }
  }

  private var knownHere: CaseSummary? {
    focus == .cases ? list.current ?? detail.known : detail.known
  }

  private var isOpen: Bool { knownHere.map { $0.status == .open } ?? true }
}
