import CaseWire
import StateStore
import TerminalModel

/// The keys of dialogs.
extension WorkbenchState {
  /// Takes a key in a dialog; Esc goes a step back, ^C leaves, and neither changes anything.
  mutating func press(_ key: Key, in dialog: Dialog) -> Orders {
    let command = keys.command(for: key, in: .dialogs)
    if command == .showKeys, hasMoreHints {
      hintPage += 1
      return []
    }
    hintPage = 0
    switch command {
    case .back: return stepBackOrLeave(dialog)
    case .quit: return leave(dialog)
    case .closeView where dialog.isOnlyRead: return leave(dialog)
    default: break
    }
    if let orders = scrollQuestion(key, dialog) { return orders }
    switch dialog {
    case .keys(let dialog): return pressKeys(key, dialog)
    case .close(let dialog): return pressClose(key, dialog)
    case .delete(let dialog): return pressDelete(key, dialog)
    case .filter(let dialog): return pressFilter(key, dialog)
    case .sort(let dialog): return pressSort(key, dialog)
    case .export(let dialog): return pressExport(key, dialog)
    case .addEvent(let dialog): return pressAddEvents(key, dialog)
    case .assign(let dialog): return pressAssign(key, dialog)
    case .goToCase(let dialog): return pressGoTo(key, dialog)
    case .event(let dialog): return pressEvent(key, dialog)
    case .conflict(let dialog): return pressConflict(key, dialog)
    case .bulk(let dialog): return pressBulk(key, dialog)
    case .report(let dialog): return pressReport(key, dialog)
    case .palette(let dialog): return pressPalette(key, dialog)
    case .columns(let dialog): return pressColumns(key, dialog)
    case .views(let dialog): return pressViews(key, dialog)
    case .history(let dialog): return pressHistory(key, dialog)
    case .difference(let dialog): return pressDifference(key, dialog)
    case .insert(let dialog): return pressInsert(key, dialog)
    case .drafts(let dialog): return pressDrafts(key, dialog)
    case .allDrafts(let dialog): return pressAllDrafts(key, dialog)
    case .confirm(let dialog): return pressConfirm(key, dialog)
    }
  }

  /// Puts pasted text into the box of a dialog, if it has one.
  mutating func paste(_ text: String, in dialog: Dialog) -> Orders {
    switch dialog {
    case .filter(var dialog):
      dialog.editors[dialog.focus]?.insert(text)
      self.dialog = .filter(dialog)
    case .export(var dialog):
      guard case .path = dialog.stage, !dialog.isSending else { break }
      dialog.path.insert(text)
      self.dialog = .export(dialog)
    case .bulk(var dialog):
      guard case .words(let kind) = dialog.stage else {
        notice = Notice(.attention, Wording.pasteIgnored)
        break
      }
      dialog.input.insert(text)
      return bulkWordsTyped(kind, dialog)
    case .palette(var dialog):
      dialog.input.insert(text)
      dialog.cursor = 0
      self.dialog = .palette(dialog)
    case .views(var dialog):
      guard case .name = dialog.stage else { break }
      dialog.input.insert(text)
      self.dialog = .views(dialog)
    case .report(var dialog):
      guard case .path = dialog.stage else { break }
      dialog.path.insert(text)
      self.dialog = .report(dialog)
    case .addEvent(var dialog):
      dialog.input.insert(text)
      self.dialog = .addEvent(dialog)
    case .assign(var dialog):
      guard !dialog.isSending else { break }
      dialog.input.insert(text)
      dialog.choice = PeopleChoice()
      dialog.problem = nil
      self.dialog = .assign(dialog)
      return askForPeople(beginning: dialog.input.text)
    case .goToCase(var dialog):
      dialog.input.insert(text)
      self.dialog = .goToCase(dialog)
    case .keys(var dialog) where dialog.isTyping:
      dialog.input.insert(text)
      search(&dialog)
      self.dialog = .keys(dialog)
    case .close, .delete, .keys, .sort, .columns, .history, .event, .conflict, .insert,
      .difference, .drafts, .allDrafts, .confirm:
      // The number that closes a case for ever is typed, never pasted.
      notice = Notice(.attention, Wording.pasteIgnored)
    }
    return []
  }

  /// Closes a dialog and gives up what it asked for.
  mutating func leave(_ dialog: Dialog) -> Orders {
    self.dialog = nil
    switch dialog {
    case .event: return [.cancel(.event)]
    case .history: return [.cancel(.history), .cancel(.historyWords)]
    case .filter(let dialog) where dialog.isSending: return [.cancel(.people)]
    // What was sent goes on, and is told.
    case .assign: return [.cancel(.suggestions)]
    case .bulk(let dialog):
      if case .words(let kind) = dialog.stage, kind.isPerson { return [.cancel(.suggestions)] }
      return []
    case .export(let dialog) where dialog.isSending: return cancelExport(of: dialog.number)
    case .confirm, .close, .delete, .keys, .filter, .sort, .export, .addEvent, .goToCase, .conflict,
      .views, .columns, .palette, .report, .insert, .difference, .drafts, .allDrafts:
      return []
    }
  }

  private mutating func pressEvent(_ key: Key, _ old: EventDialog) -> Orders {
    var dialog = old
    switch key {
    case .enter: return leave(.event(dialog))
    case "t": zone = zone == .utc ? .local : .utc
    case "r":
      dialog.failure = nil
      self.dialog = .event(dialog)
      return [.run(.loadEvent(dialog.row.eventId, of: dialog.number), id: .event)]
    default:
      let size = DialogLayout.event(in: size)
      let count = dialog.lines(width: size.textWidth, zone: zone).count
      if let line = scrolled(dialog.scroll, by: key, page: size.textHeight) {
        dialog.scroll = max(0, min(line, count - size.textHeight))
        self.dialog = .event(dialog)
      }
    }
    return []
  }

  private mutating func pressSort(_ key: Key, _ old: SortDialog) -> Orders {
    var dialog = old
    let choices = SortDialog.choices
    if key == .enter { return sort(by: choices[dialog.cursor].key) }
    if case .character(let letter) = key, let choice = choices.first(where: { $0.letter == letter })
    {
      return sort(by: choice.key)
    }
    dialog.cursor = moved(dialog.cursor, by: key, count: choices.count) ?? dialog.cursor
    self.dialog = .sort(dialog)
    return []
  }

  private mutating func sort(by key: CaseSortKey) -> Orders {
    dialog = nil
    var query = list.query
    let isTime = key == .updatedAt || key == .createdAt
    query.order = CaseOrder(by: key, isDescending: isTime || key == .number)
    return ask(query, selecting: list.selected)
  }

  private mutating func pressGoTo(_ key: Key, _ old: GoToDialog) -> Orders {
    var dialog = old
    if key == .enter {
      let digits = dialog.input.text.trimmed.drop { $0 == "#" }
      if let number = Int64(digits), number > 0 {
        self.dialog = nil
        return show(CaseNumber(number))
      }
      dialog.problem = Wording.numberWanted
    } else if dialog.input.handle(key, width: 40) {
      dialog.problem = nil
    }
    self.dialog = .goToCase(dialog)
    return []
  }

  private mutating func pressConfirm(_ key: Key, _ dialog: ConfirmDialog) -> Orders {
    // Whatever is no plain yes is a no, so that a sentence typed by mistake answers nothing.
    self.dialog = nil
    if key == "n", case .resumeTriage = dialog.question { return takeQueue() }
    if key == "u", dialog.question == .outboxWaits { return takeAllBack() + leave() }
    guard key == "y" else { return [] }
    switch dialog.question {
    case .outboxWaits:
      return sendOutbox() + leave()
    case .leaveAnyway:
      isFinished = true
      return []
    case .loseDrafts:
      isLossAccepted = true
      return leave()
    case .resumeTriage(let session):
      return begin(session)
    case .retrace(let step, let retrace):
      return carryOut(step, retrace)
    case .removeEvent(let event, let number):
      return send(EventChange(.remove, [event.eventId], of: number))
    case .discardDraft(let draft):
      notice = Notice(.done, Wording.draftDropped)
      return drop(draft.key)
    }
  }
}
