import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// What can stand in a query line, and what is wrong in it, on the screen.
@Suite struct QueryLineScreenTests {
  private func lines(_ walk: Walk) -> [String] {
    let grid = WorkbenchView.draw(walk.state)
    return (0..<grid.size.height).map { grid.text(row: $0) }
  }

  private func column(of text: String, in line: String) -> Int? {
    line.firstRange(of: text).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
  }

  /// The choice stood at the left edge over another column, without a frame.
  @Test(arguments: [(40, 12), (80, 24), (120, 40)])
  func aChoiceStandsFramedOverTheWordThatItCompletes(width: Int, height: Int) throws {
    var walk = Walk.withCases(50, width, height)
    walk.press("/")
    walk.type("status:o")
    let lines = lines(walk)
    let row = height - 2
    let word = try #require(column(of: "status:o ", in: lines[row]))
    #expect(column(of: "│ open │", in: lines[row - 2]) == word + 5)
    #expect(column(of: "┌──────┐", in: lines[row - 3]) == word + 5)
    #expect(column(of: "└──────┘", in: lines[row - 1]) == word + 5)
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40)])
  func choicesAreNeverWiderThanTheScreen(width: Int, height: Int) {
    var walk = Walk.withCases(50, width, height)
    walk.press("/")
    walk.type("x:\"\(String(repeating: "a", count: width))\" assignee:ki")
    let long = "ki" + String(repeating: "m", count: 200)
    walk.send(.peopleSuggested("ki", [long, "kim@example.com"]))
    let frame = lines(walk)[height - 6..<height - 2]
    #expect(frame.first?.contains("┌") == true && frame.first?.contains("┐") == true)
    #expect(frame.allSatisfy { $0.count == width })
  }

  @Test func aMistakeElsewhereInTheLineIsToldOverTheChoices() {
    var walk = Walk.withCases(50, 80, 24)
    walk.press("/")
    walk.type("asignee:me status:o")
    let told = lines(walk)[0..<19].joined(separator: "\n")
    #expect(told.contains("“asignee:” is no key; did you mean assignee?"))
    #expect(lines(walk)[20].contains("│ open │"))
  }
}
