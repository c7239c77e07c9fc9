import CaseWire
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// What the screen tells of keys is what they do.
@Suite struct KeyDisplayTests {
  private func rows(_ walk: Walk) -> [String] {
    let grid = WorkbenchView.draw(walk.state)
    return (0..<grid.size.height).map { grid.text(row: $0) }
  }

  /// Test line 36.
  @Test func helpAndBottomLineShowTheKeyThatACommandHas() {
    var walk = Walk.withCase(50)
    walk.state.keys = .standard.rebinding(.closeCase, in: .cases, to: ["Z"])
    #expect(rows(walk).last?.contains("Z close") == true)
    #expect(rows(walk).last?.contains("X close") == false)
    walk.press("X")
    #expect(walk.state.dialog == nil)
    walk.press("?")
    let line = "Z               Close the case for ever; its number is asked"
    #expect(rows(walk).contains { $0.contains(line) })
    walk.press(.escape, "Z")
    guard case .close = walk.state.dialog else {
      Issue.record("Z opened no dialog")
      return
    }
  }

  /// Test line 39.
  @Test(arguments: [["s"], ["c"], ["F"], ["e", .control("t")]] as [[Key]])
  func dialogsObeyTheKeysThatTheirMovesHave(keys: [Key]) {
    var walk = Walk.withCase(50)
    walk.state.keys = .standard.rebinding(.moveDown, in: .dialogs, to: ["§", .down])
    for key in keys { walk.press(key) }
    let atFirst = walk.state
    #expect(walk.state.hints.contains { $0.key == "§/k" })
    walk.press("j")
    #expect(walk.state.dialog == atFirst.dialog)
    walk.press("§")
    #expect(walk.state.dialog != atFirst.dialog)
    walk.press("k")
    #expect(walk.state.dialog == atFirst.dialog)
  }

  /// Test line 38: what may follow is told in the bottom line, and nothing is drawn over the text.
  @Test func aKeyThatWaitsForAnotherDrawsNoBox() {
    var walk = Walk.withCase(50)
    walk.press("e")
    let before = rows(walk)
    walk.press(.control("g"))
    let after = rows(walk)
    #expect(before.dropLast() == after.dropLast())
    #expect(after.last?.contains("u undo") == true)
  }
}
