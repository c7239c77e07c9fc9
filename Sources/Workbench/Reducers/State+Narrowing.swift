import CaseWire
import StateStore
import TerminalModel

/// Narrowing the list by name, letter by letter.
extension WorkbenchState {
  /// Opens the box; what narrows the list already stands in it.
  mutating func startNarrowing() -> Orders {
    narrowing = Narrowing(
      input: TextEditor(list.query.filter.name ?? "", isMultiline: false), origin: list.query)
    return []
  }

  /// Takes a key in the box: Enter keeps the narrower list, Esc goes back to the one before.
  mutating func pressNarrowing(_ key: Key) -> Orders {
    switch key {
    case .enter:
      narrowing = nil
      return []
    case .down, .up, .pageDown, .pageUp:
      return perform(KeyMap.command(for: key, in: .cases) ?? .moveDown)
    case .escape, .control("c"):
      let origin = narrowing?.origin
      narrowing = nil
      guard let origin, origin != list.query else { return [] }
      return ask(origin, selecting: list.selected)
    default:
      guard narrowing?.input.handle(key, width: 200) == true else { return [] }
      return narrow()
    }
  }

  /// Asks for what the box says, if that is something new.
  mutating func narrow() -> Orders {
    guard let text = narrowing?.input.text.trimmed else { return [] }
    var query = list.query
    query.filter.name = text.isEmpty ? nil : text
    return query == list.query ? [] : ask(query)
  }
}
