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

  private func isMarked(_ column: Int, _ grid: Grid) -> Bool {
    Array(grid.row(10))[column].style.attributes.contains(.underline)
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

  /// The last words were lost at 40 columns, those on how a name with a colon is looked for.
  @Test(arguments: [(40, 12), (80, 24), (120, 40)])
  func aMessageIsToldToItsEnd(width: Int, height: Int) {
    var walk = Walk.withCases(50, width, height)
    walk.press("/", .control("u"))
    walk.type("wholly:new -foo")
    let told = lines(walk).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(told.contains("(1 of 2 mistakes) A hyphen leaves"))
    #expect(told.contains(#"quotes: "-foo""#))
    walk.press(.home)
    let first = lines(walk).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(first.contains("(1 of 2 mistakes) “wholly:” is no key"))
    #expect(first.contains("in quotes"))
  }

  /// Only one was told, and none was marked where the line was longer than its box.
  @Test func mistakesAreMarkedWhereALongLineShowsThem() throws {
    var walk = Walk.withCases(50, 40, 12)
    walk.press("/", .control("u"))
    walk.type("status:opne payroll tokyo office foo:bar")
    let grid = WorkbenchView.draw(walk.state)
    let line = grid.text(row: 10)
    let start = try #require(column(of: "foo:bar", in: line))
    #expect(column(of: "opne", in: line) == nil, "it has moved out of the box")
    for column in start..<start + 7 {
      #expect(isMarked(column, grid))
    }
    #expect(!isMarked(start - 2, grid))
    walk.press(.home)
    let back = WorkbenchView.draw(walk.state)
    let word = try #require(column(of: "opne", in: back.text(row: 10)))
    #expect(isMarked(word, back))
    #expect(!isMarked(word - 1, back))
    let told = lines(walk).joined(separator: "\n")
    #expect(told.contains("(1 of 2 mistakes) “opne”"))
  }
}
