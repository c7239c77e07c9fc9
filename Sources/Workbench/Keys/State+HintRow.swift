import TerminalModel

/// The keys that the bottom line has room for.
extension WorkbenchState {
  /// The columns between two keys.
  private static let gap = 2

  /// The keys that are told in the bottom line, the most useful first, help or the way out at its
  /// end.
  ///
  /// Where there is no room for all, one key turns to the others of a dialog.
  public var hintRow: [KeyHint] {
    let hints = hints
    guard let last = hints.last, !fits(hints) else { return hints }
    guard hasMoreHints else { return fitting(hints.dropLast(), before: [last]) + [last] }
    let end = [moreHints, last]
    var pages: [[KeyHint]] = []
    var rest = hints.dropLast()
    while !rest.isEmpty {
      let page = fitting(rest, before: end)
      pages.append(page.isEmpty ? [rest[rest.startIndex]] : page)
      rest = rest.dropFirst(max(1, page.count))
    }
    return pages[hintPage % pages.count] + end
  }

  /// Whether a dialog has keys for which the bottom line has no room.
  var hasMoreHints: Bool {
    guard let dialog, !layout.isTooSmall else { return false }
    // There the key closes the list.
    if case .keys = dialog { return false }
    return !fits(hints)
  }

  private var moreHints: KeyHint { KeyHint(Key.function(1).name, size.width < 60 ? "…" : "more") }

  private func fits(_ hints: [KeyHint]) -> Bool { Self.width(of: hints) < layout.keys.width }

  private func fitting(_ hints: ArraySlice<KeyHint>, before end: [KeyHint]) -> [KeyHint] {
    var used = Self.width(of: end)
    let fitting = hints.prefix { hint in
      used += Self.width(of: hint) + Self.gap
      return used < layout.keys.width
    }
    return Array(fitting)
  }

  private static func width(of hints: [KeyHint]) -> Int {
    hints.reduce(0) { $0 + width(of: $1) } + max(0, hints.count - 1) * gap + 1
  }

  private static func width(of hint: KeyHint) -> Int {
    1 + CellText.width(of: hint.key) + CellText.width(of: hint.label)
  }
}
