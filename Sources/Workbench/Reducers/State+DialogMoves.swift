import TerminalModel

/// Moving about in dialogs, by the same keys in all of them.
extension WorkbenchState {
  /// Where the cursor of a list stands after a key.
  ///
  /// - Parameters:
  ///   - cursor: the row where it stands.
  ///   - key: the key.
  ///   - count: how many rows there are.
  /// - Returns: nil for a key that does not move it.
  func moved(_ cursor: Int, by key: Key, count: Int) -> Int? {
    let last = max(0, count - 1)
    switch keys.command(for: key, in: .dialogs) {
    case .moveDown: return min(last, cursor + 1)
    case .moveUp: return max(0, cursor - 1)
    case .moveToTop: return 0
    case .moveToEnd: return last
    default: return nil
    }
  }

  /// Where a text stands after a key that scrolls it.
  ///
  /// - Parameters:
  ///   - line: the line at its top.
  ///   - key: the key.
  ///   - page: how many lines are seen.
  /// - Returns: a line that may be past the last one; nil for a key that does not scroll.
  func scrolled(_ line: Int, by key: Key, page: Int) -> Int? {
    switch keys.command(for: key, in: .dialogs) {
    case .moveDown: line + 1
    case .moveUp: max(0, line - 1)
    case .movePageDown, .scrollDetailDown: line + page
    case .movePageUp, .scrollDetailUp: max(0, line - page)
    case .moveToTop: 0
    case .moveToEnd: .max / 2
    default: nil
    }
  }
}
