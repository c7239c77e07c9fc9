import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// Markdown that is written, with its preview beside it and in its place.
@Suite struct PreviewScreenTests {
  /// A form whose findings hold one of each, the preview switched as a number of `^R` do.
  private func walk(_ size: Size, presses: Int) -> Walk {
    var walk = Walk.withCases(7, size.width, size.height)
    walk.send(.caseArrived(Sample.whole(7, findings: Screen.markdownFindings)))
    walk.press("e")
    for _ in 0..<12 { walk.press(.up) }
    for _ in 0..<presses { walk.press(.control("r")) }
    for order in walk.all {
      guard case .run(.renderPreview(let text, let width, let version, _), _) = order else {
        continue
      }
      walk.send(.previewRendered(RenderedText(text, width: width, version: version)))
    }
    return walk
  }

  @Test(arguments: [
    (120, 40, 1), (160, 50, 1), (200, 60, 0), (80, 24, 1), (60, 20, 1), (40, 12, 1), (80, 24, 0),
    (120, 40, 0),
  ])
  func previewsLookAsTheyDid(width: Int, height: Int, presses: Int) {
    let size = Size(width: width, height: height)
    let grid = WorkbenchView.draw(walk(size, presses: presses).state)
    let name = presses == 0 && width < 200 ? "writing" : "preview"
    Golden.expect(GridDump.text(of: grid), equals: "\(name)-\(width)x\(height)")
    #expect(grid.cursor != nil)
  }

  /// What is typed shows at once, and the preview says that it is behind.
  @Test func aPreviewThatIsBehindSaysSo() {
    var walk = walk(Size(width: 120, height: 40), presses: 1)
    let before = WorkbenchView.draw(walk.state)
    walk.type("!")
    let after = WorkbenchView.draw(walk.state)
    #expect(!before.text(row: 0).trimmingSuffix(" ").hasSuffix("…"))
    #expect(after.text(row: 0).trimmingSuffix(" ").hasSuffix("…"))
    for row in 1..<38 {
      #expect(after.text(row: row).suffix(57) == before.text(row: row).suffix(57))
    }
  }

  /// Looks change how characters look, and never which ones stand there.
  @Test func theTextStandsExactlyAsItWasTyped() {
    let size = Size(width: 99, height: 60)
    let rows = walk(size, presses: 0).state
    let grid = WorkbenchView.draw(rows)
    let findings = Screen.markdownFindings.split(separator: "\n", omittingEmptySubsequences: false)
    let first = rows.formLayout.boxes[.findings]?.row ?? 0
    for (offset, line) in findings.enumerated() {
      #expect(
        grid.text(row: first + offset).dropFirst().trimmingSuffix(" ") == line.trimmingSuffix(" "))
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = String(self)
    while text.last == character { text.removeLast() }
    return text
  }
}
