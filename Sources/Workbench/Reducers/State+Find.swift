import CasesAPI
import StateStore
import TerminalModel

/// Finding and replacing in the field in use.
extension WorkbenchState {
  /// Opens the two boxes for it; what is selected within a line is looked for at once.
  mutating func openFind() -> Orders {
    guard let field = form?.focus, let editor = form?.editors[field] else { return [] }
    let selected = editor.selectedText
    let isWithinLine = !selected.isEmpty && !selected.contains(where: \.isNewline)
    let origin = editor.selection?.lowerBound ?? editor.cursor
    let text = isWithinLine ? selected : form?.lastQuery ?? ""
    form?.find = TextFind(text, from: origin)
    showHit()
    return hidePeople()
  }

  /// Takes a key while something is looked for.
  mutating func pressFind(_ key: Key, _ old: TextFind) -> Orders {
    var find = old
    switch key {
    case .escape:
      closeFind()
      return []
    case .enter where find.isReplacing: return replaceHit()
    case .enter, .down, .control("f"): find.step(by: 1)
    case .up: find.step(by: -1)
    case .tab, .backTab: find.isReplacing.toggle()
    case .control("r"): return replaceAllHits()
    case .control("t"):
      find.isExact.toggle()
      form?.find = find
      showHit()
      return []
    case .function(1):
      open(.keys(KeysDialog()))
      return []
    default:
      if keys.command(for: key, in: .form) == .save {
        closeFind()
        return pressForm(key)
      }
      let query = find.query.text
      guard find.box.handle(key, width: 40) else { return [] }
      form?.find = find
      if !find.query.text.isIdentical(to: query) { showHit() }
      return []
    }
    form?.find = find
    selectHit()
    return []
  }

  /// Puts pasted text into the box that is typed into.
  mutating func pasteIntoFind(_ text: String) {
    form?.find?.box.insert(text)
    if form?.find?.isReplacing == false { showHit() }
  }

  /// Leaves the boxes; the hit stays selected, and without one the cursor goes back.
  private mutating func closeFind() {
    guard let field = form?.focus, let find = form?.find else { return }
    form?.find = nil
    form?.lastQuery = find.query.text
    if find.currentHit == nil { form?.editors[field]?.moveBack(to: find.origin) }
  }

  /// Looks anew, and selects the hit.
  private mutating func showHit() {
    guard let field = form?.focus, let editor = form?.editors[field] else { return }
    form?.find?.search(in: editor)
    selectHit()
  }

  private mutating func selectHit() {
    guard let field = form?.focus, let find = form?.find else { return }
    if let hit = find.currentHit {
      form?.editors[field]?.select(hit)
    } else {
      form?.editors[field]?.moveBack(to: find.origin)
    }
  }

  /// Replaces the hit that is selected and goes on to the next one.
  private mutating func replaceHit() -> Orders {
    guard let field = form?.focus, let find = form?.find, let hit = find.currentHit else {
      return []
    }
    form?.editors[field]?.replace([hit], with: find.replacement.text)
    let end = form?.editors[field]?.cursor ?? 0
    form?.find?.origin = end
    showHit()
    return typed(in: field)
  }

  /// Replaces all hits, in one step of undo.
  private mutating func replaceAllHits() -> Orders {
    guard let field = form?.focus, let find = form?.find, !find.hits.isEmpty else { return [] }
    form?.editors[field]?.replace(find.hits, with: find.replacement.text)
    let end = form?.editors[field]?.cursor ?? 0
    form?.find?.origin = end
    showHit()
    notice = Notice(.done, Wording.replaced(find.hits.count))
    return typed(in: field)
  }
}
