import TerminalModel
import Testing

@Suite("GridDump") struct GridDumpTests {
  @Test("rows, cursor and runs of styles are shown")
  func dump() {
    var grid = Grid(Size(width: 12, height: 2))
    grid.write("Cases", row: 0, column: 0, style: Style(.bold))
    grid.write("中文", row: 1, column: 1, style: Style(foreground: 3, background: 17))
    grid.restyle(Rect(row: 1, column: 0, width: 12, height: 1)) { $0.attributes.insert(.reverse) }
    grid.cursor = Position(row: 1, column: 4)
    #expect(
      GridDump.text(of: grid) == """
        12x2 cursor 1,4
        │Cases       │
        │ 中文       │ ‹ 4
        styles
        0: 0-4 bold
        1: 0-0 reverse, 1-4 reverse fg 3 bg 17, 5-11 reverse

        """)
  }
}
