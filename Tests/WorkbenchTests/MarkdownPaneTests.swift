import CaseWire
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Long texts of the case pane, rendered or as they were written.
@Suite struct MarkdownPaneTests {
  private func pane(_ findings: String, keys: Int) -> [String] {
    var walk = Walk.withCases(7)
    walk.send(.caseArrived(Sample.whole(7, findings: findings)))
    for _ in 0..<keys { walk.press("m") }
    let lines = walk.state.detail.sheet.map { $0.text + $0.trailing }
    return Array(lines.drop { !$0.hasPrefix("Findings") })
  }

  @Test(arguments: [
    (0, ["Findings23 of 30,000", "One <http://a.test>", "• two"]),
    (1, ["Findingsas written · 23 of 30,000", "[One](http://a.test)", "- *two*"]),
    (2, ["Findings23 of 30,000", "One <http://a.test>", "• two"]),
  ])
  func mTurnsBetweenRenderedAndAsWritten(keys: Int, lines: [String]) {
    let text = "[One](http://a.test)\n- *two*"
    let expected = lines.map { $0.replacing("23 of", with: "\(text.count) of") }
    #expect(pane(text, keys: keys) == expected)
  }

  @Test func marksWithoutWordsAreShownAsWritten() {
    #expect(pane("> >", keys: 0) == ["Findingsas written · 3 of 30,000", "> >"])
  }

  /// What is too large to be rendered is not hidden, and the pane says what it shows.
  @Test func whatCannotBeRenderedIsShownAsWritten() {
    let text = String(repeating: "[a]: x\n", count: 5_000)
    #expect(pane(text, keys: 0).prefix(2) == ["Findingsas written · 35,000 of 30,000", "[a]: x"])
  }
}
