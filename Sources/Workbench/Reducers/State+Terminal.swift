import CaseWire
import StateStore
import TerminalModel

extension WorkbenchState {
  /// Takes what the terminal tells.
  mutating func handle(_ event: TerminalEvent) -> Orders {
    switch event {
    case .resized(let size):
      self.size = size
      isMeasured = true
      return []
    case .stopping:
      isStopped = true
      return []
    case .resumed:
      isStopped = false
      // Who typed fg looks at the screen.
      return focusChanged(true)
    case .focus(let hasFocus):
      return focusChanged(hasFocus)
    case .paste(let text):
      return paste(text)
    case .key(let key):
      let isRead = notice == startNews && waiting == nil && intent == nil
      if isRead { startNews = nil }
      let orders = press(key)
      tellStartNewsAgain()
      return orders
    }
  }

  private mutating func press(_ pressed: Key) -> Orders {
    let key = hasTextBox ? pressed : KeyboardLayout.latin(pressed)
    if notice != nil { notice = nil }
    isTouched = true
    guard !layout.isTooSmall else {
      return key == "Q" || key == "q" ? leave() : []
    }
    if let dialog {
      // Whoever typed ahead has not read the question.
      if dialog.mustBeSeen, !isDialogSeen { return [] }
      return press(key, in: dialog)
    }
    if intent != nil { return pressWhileAwaiting(key) }
    if choosing != nil {
      // The disk answers in a moment; what is meant for the form must not act elsewhere.
      if key == .escape { choosing = nil }
      return []
    }
    if narrowing != nil { return pressNarrowing(key) }
    if form != nil { return pressForm(key) }
    guard let command = keys.command(for: key, in: context) else {
      notice = Notice(.info, Wording.meansNothing(key))
      return []
    }
    return perform(command)
  }

  /// Whether letters are typed into a box, and so stand for themselves.
  private var hasTextBox: Bool {
    switch dialog {
    case .close, .delete, .addEvent, .assign, .goToCase, .palette: true
    case .filter(let dialog): dialog.focus != .status
    case .export(let dialog): if case .path = dialog.stage { true } else { false }
    case .bulk(let dialog):
      switch dialog.stage {
      case .words: true
      case .confirm(let act): act.isForEver
      // Letters choose there, and some of them are capitals.
      case .menu, .run: false
      }
    case .views(let dialog): if case .name = dialog.stage { true } else { false }
    case .report(let dialog): if case .path = dialog.stage { true } else { false }
    case .keys(let dialog): dialog.isTyping
    case .sort, .columns, .event, .history, .conflict, .confirm, .insert,
      .difference, .drafts, .allDrafts:
      false
    case nil: narrowing != nil || form != nil
    }
  }

  /// While the whole case is awaited, keys wait too: what was meant for the form must not act.
  private mutating func pressWhileAwaiting(_ key: Key) -> Orders {
    if key == .escape || key == .control("c") { intent = nil }
    return []
  }

  private mutating func paste(_ text: String) -> Orders {
    if let dialog {
      if dialog.mustBeSeen, !isDialogSeen { return [] }
      return paste(text, in: dialog)
    }
    if intent != nil || choosing != nil { return [] }
    if narrowing != nil {
      narrowing?.input.insert(text)
      return narrow()
    }
    if let field = form?.focus {
      goOnInText()
      guard form?.find == nil else {
        pasteIntoFind(text)
        return []
      }
      form?.awaitsMore = false
      return pasteText(text, into: field)
    }
    notice = Notice(.attention, Wording.pasteIgnored)
    return []
  }

  /// Opens a dialog; it counts as unseen until it was drawn.
  mutating func open(_ dialog: Dialog) {
    self.dialog = dialog
    isDialogSeen = false
    hintPage = 0
  }
}
