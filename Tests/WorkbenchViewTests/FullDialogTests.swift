import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// On the smallest screen nothing that decides is cut: it is seen, or comes into sight when the
/// dialog is scrolled, and each of its keys is told.
@Suite struct FullDialogTests {
  private func words(_ walk: Walk) -> String {
    let grid = WorkbenchView.draw(walk.state)
    let rows = (0..<grid.size.height - 1).map { row in
      let text = grid.text(row: row)
      // What stands beside the dialog is none of its words.
      let parts = text.split(separator: "│", omittingEmptySubsequences: false)
      return parts.count > 2 ? String(parts[1]) : text
    }
    return rows.joined(separator: " ").split { " ┌┐└┘─▌●├┤".contains($0) }.joined(separator: " ")
  }

  private func bottomLine(_ walk: Walk) -> String {
    let grid = WorkbenchView.draw(walk.state)
    return grid.text(row: grid.size.height - 1)
  }

  /// All that comes into sight, first as it opens and then row by row.
  private func seen(_ walk: Walk) -> [String] {
    var seen = [words(walk)]
    for key: Key in [.down, "j"] {
      var scrolled = walk
      // In a box, a letter would be typed; no letter can be one of a number.
      if key == "j", !takesLetters(walk) { continue }
      for _ in 0..<60 {
        scrolled.press(key)
        guard scrolled.state.dialog != nil else { break }
        seen.append(words(scrolled))
      }
    }
    return seen
  }

  private func takesLetters(_ walk: Walk) -> Bool {
    walk.state.hints.contains { $0.key == "j/k" }
  }

  @Test(arguments: FullDialog.allCases)
  func nothingThatDecidesIsCutOnTheSmallestScreen(dialog: FullDialog) {
    let walk = dialog.walk(40, 12)
    #expect(walk.state.dialog != nil)
    let seen = seen(walk)
    for words in dialog.words where !seen.contains(where: { $0.contains(words) }) {
      Issue.record("“\(words)” is not seen: \(seen[0])")
    }
  }

  /// The bottom line has no room for all keys of a dialog; F1 turns to the others.
  @Test(arguments: FullDialog.allCases)
  func everyKeyOfADialogIsToldOnTheSmallestScreen(dialog: FullDialog) {
    var walk = dialog.walk(40, 12)
    let hints = walk.state.hints
    let before = walk.state.dialog
    var told: Set<String> = []
    for _ in 0..<hints.count {
      let line = bottomLine(walk)
      for hint in hints where line.contains("\(hint.key) \(hint.label)") { told.insert(hint.label) }
      guard told.count < hints.count else { break }
      walk.press(.function(1))
    }
    #expect(told == Set(hints.map(\.label)))
    #expect(walk.state.dialog == before)
  }
}
