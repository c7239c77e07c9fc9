import CaseWire
import StateStore
import TerminalModel

/// The palette: every action and the cases opened last, by some of their letters.
extension WorkbenchState {
  /// The lines of the palette for what was typed, the best first.
  ///
  /// - Parameter typed: some letters, or the number of a case.
  /// - Returns: at most as many as are worth reading.
  public func paletteEntries(for typed: String) -> [PaletteEntry] {
    var entries: [(score: Int, entry: PaletteEntry)] = []
    let digits = typed.trimmed.drop { $0 == "#" }
    if let number = Int64(digits), number > 0 {
      let title = Wording.openCase(CaseNumber(number), named: name(of: CaseNumber(number)))
      entries.append((-1, entry(.open(CaseNumber(number)), title)))
    }
    for (place, number) in recent.enumerated() where number != detail.number {
      let title = Wording.openCase(number, named: name(of: number))
      guard let score = FuzzyMatch.score(typed, in: title) else { continue }
      // Where nothing was typed, what was opened last comes first, and only a few of it.
      guard !typed.isEmpty || place < 5 else { continue }
      entries.append((typed.isEmpty ? place : score + 50, entry(.open(number), title)))
    }
    for (place, binding) in keys.bindings(in: context).enumerated() {
      // By the words of the bottom line too, since they are what is seen most.
      let scores = [binding.help, binding.label].compactMap(\.self).compactMap {
        FuzzyMatch.score(typed, in: $0)
      }
      guard let score = scores.min() else { continue }
      let found = PaletteEntry(
        deed: .perform(binding.command), title: binding.help, keys: binding.keyNames,
        reasonOff: reasonOff(binding.command))
      let rank = Self.palettePart(of: binding, isOff: found.reasonOff != nil) + place
      entries.append((typed.isEmpty ? rank : score, found))
    }
    var known: Set<String> = []
    return entries.enumerated()
      .sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
      .map(\.element.entry).filter { known.insert($0.title).inserted }
  }

  /// Where nothing was typed: first what the bottom line finds worth telling, then the other
  /// actions, then what cannot be done now; who opens the palette does not look for how to move.
  private static func palettePart(of binding: KeyBinding, isOff: Bool) -> Int {
    if moves.contains(binding.command) { return 4_000 }
    return isOff ? 3_000 : binding.label == nil ? 2_000 : 1_000
  }

  /// The commands that only move about.
  private static let moves: Set<Command> = [
    .moveDown, .moveUp, .moveToTop, .moveToEnd, .moveHalfPageDown, .moveHalfPageUp, .movePageDown,
    .movePageUp, .goIn, .goOut, .nextPane, .previousPane, .scrollDetailDown, .scrollDetailUp,
  ]

  private func entry(_ deed: PaletteEntry.Deed, _ title: String) -> PaletteEntry {
    PaletteEntry(deed: deed, title: title, keys: "", reasonOff: nil)
  }

  private func name(of number: CaseNumber) -> String? {
    list.index(of: number).flatMap(list.row)?.name
      ?? (detail.number == number ? detail.known?.name : nil)
  }

  /// Opens the palette.
  mutating func openPalette() -> Orders {
    open(.palette(PaletteDialog()))
    return []
  }

  /// Takes a key in the palette.
  mutating func pressPalette(_ key: Key, _ old: PaletteDialog) -> Orders {
    var dialog = old
    let entries = paletteEntries(for: dialog.input.text)
    switch key {
    case .down, .control("n"): dialog.cursor = min(max(0, entries.count - 1), dialog.cursor + 1)
    case .up, .control("p"): dialog.cursor = max(0, dialog.cursor - 1)
    case .enter:
      guard entries.indices.contains(dialog.cursor) else { return [] }
      let chosen = entries[dialog.cursor]
      if let reason = chosen.reasonOff {
        notice = Notice(.info, reason)
        return []
      }
      self.dialog = nil
      switch chosen.deed {
      case .perform(let command): return perform(command)
      case .open(let number): return show(number)
      }
    default:
      guard dialog.input.handle(key, width: 200) else { return [] }
      dialog.cursor = 0
    }
    self.dialog = .palette(dialog)
    return []
  }

  /// Opens the case that was opened before the one that is shown.
  mutating func openLast() -> Orders {
    guard let number = recent.first(where: { $0 != detail.number || focus == .cases }) else {
      notice = Notice(.info, Wording.noLastCase)
      return []
    }
    return show(number)
  }
}
