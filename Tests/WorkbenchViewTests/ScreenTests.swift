import CaseWire
import CasesAPI
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// Every screen at every size, text and styles, as files to be looked at.
@Suite struct ScreenTests {
  private static let sizes = [
    Size(width: 120, height: 40), .init(width: 80, height: 24), .init(width: 40, height: 12),
  ]
  private static let arguments = sizes.flatMap { size in Screen.allCases.map { (size, $0) } }

  @Test(arguments: arguments)
  func screensLookAsTheyDid(size: Size, screen: Screen) {
    let grid = WorkbenchView.draw(screen.state(size))
    Golden.expect(
      GridDump.text(of: grid), equals: "\(screen.rawValue)-\(size.width)x\(size.height)")
  }

  /// The hardware cursor always stands where the focus is.
  @Test(arguments: arguments)
  func theCursorIsOnTheScreen(size: Size, screen: Screen) {
    let cursor = WorkbenchView.draw(screen.state(size)).cursor
    #expect(cursor.map { $0.row < size.height && $0.column < size.width } == true)
  }

  @Test(arguments: [(1, 1), (2, 5), (10, 3), (39, 10), (40, 9), (79, 23), (300, 100), (0, 0)])
  func anySizeIsDrawn(width: Int, height: Int) {
    for screen in Screen.allCases {
      let size = Size(width: width, height: height)
      #expect(WorkbenchView.draw(screen.state(size)).size == size)
    }
  }

  /// The list's columns stay in line whatever its names are made of.
  @Test(arguments: [
    "给供应商的图纸", "e\u{301}tude", "👩‍👩‍👧 family", "a\u{1b}[31mb", "\u{202e}reversed", "ไทย",
  ])
  func namesOfAnyScriptKeepTheColumns(name: String) {
    var walk = Walk(80, 24)
    var row = Sample.summary(1)
    row.name = name
    walk.send(
      .pageArrived(0, CasePage(cases: [row, Sample.summary(2)], totalCount: 2), at: Walk.now))
    let grid = WorkbenchView.draw(walk.state)
    let ages = [2, 3].map { row in grid.row(row).suffix(8).map(\.scalar) }
    #expect(ages[0].last == ages[1].last)
    #expect(grid.cells.allSatisfy { $0.scalar >= 32 || $0.width == 0 })
    #expect(grid.cells.allSatisfy { !(127..<160).contains($0.scalar) && $0.scalar != 0x202E })
  }

  @Test func aScreenStaysTrueUntilTheNextAgeChanges() {
    // The oldest of the five was changed 99,940 s ago and turns from 1d to 2d at 172,800 s.
    var walk = Walk.withCases(5)
    // Before that, the age of the list is worth telling.
    #expect(WorkbenchView.secondsUntilUntrue(walk.state) == 120)
    walk.state.list.fetchedAt = nil
    #expect(WorkbenchView.secondsUntilUntrue(walk.state) == 72_860)
  }
}
