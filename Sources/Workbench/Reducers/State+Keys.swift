import TerminalModel

/// The list of all keys.
extension WorkbenchState {
  /// Takes a key in the list of all keys.
  mutating func pressKeys(_ key: Key, _ old: KeysDialog) -> Orders {
    var dialog = old
    if dialog.isTyping {
      typeSearch(key, &dialog)
      self.dialog = .keys(dialog)
      return []
    }
    switch key {
    case "?", .function(1), .enter:
      self.dialog = nil
      return []
    case "/":
      dialog.input = TextEditor("", isMultiline: false)
      dialog.isTyping = true
      dialog.found = nil
      dialog.origin = dialog.scroll
    case "n": step(by: 1, &dialog)
    case "N": step(by: -1, &dialog)
    default:
      let page = keyRows(dialog)
      guard let line = scrolled(dialog.scroll, by: key, page: page) else { return [] }
      dialog.scroll = max(0, min(line, keySheet.lines.count - page))
    }
    self.dialog = .keys(dialog)
    return []
  }

  /// All keys as the list shows them.
  public var keySheet: KeySheet {
    KeySheet(keys, for: context, width: KeySheet.layout(in: size).textWidth)
  }

  /// The lines of the list that are seen; one is that of the search while it is typed.
  private func keyRows(_ dialog: KeysDialog) -> Int {
    max(1, KeySheet.layout(in: size).textHeight - (dialog.isTyping ? 1 : 0))
  }

  private func typeSearch(_ key: Key, _ dialog: inout KeysDialog) {
    switch key {
    case .enter, .down: step(by: 1, &dialog)
    case .up: step(by: -1, &dialog)
    default:
      if dialog.input.handle(key, width: 200) { search(&dialog) }
    }
  }

  /// Shows the first key from where the search began that fits what was typed.
  func search(_ dialog: inout KeysDialog) {
    let hits = keySheet.hits(of: dialog.input.text)
    show(hits.first { $0 >= dialog.origin } ?? hits.first, &dialog)
  }

  /// Shows the next key that fits, or the one before; after the last one comes the first.
  private func step(by count: Int, _ dialog: inout KeysDialog) {
    let hits = keySheet.hits(of: dialog.input.text)
    guard !hits.isEmpty else { return }
    guard let found = dialog.found, let index = hits.firstIndex(of: found) else {
      return search(&dialog)
    }
    show(hits[(index + count + hits.count) % hits.count], &dialog)
  }

  private func show(_ line: Int?, _ dialog: inout KeysDialog) {
    dialog.found = line
    let page = keyRows(dialog)
    let target = line ?? dialog.origin
    if line == nil || !(dialog.scroll..<dialog.scroll + page).contains(target) {
      dialog.scroll = target - (line == nil ? 0 : page / 3)
    }
    dialog.scroll = max(0, min(dialog.scroll, keySheet.lines.count - page))
  }
}
