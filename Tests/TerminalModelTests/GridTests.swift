import TerminalModel
import Testing

@Suite("Grid") struct GridTests {
  static func written(_ text: String, column: Int = 0, width: Int = .max) -> [String] {
    var grid = Grid(Size(width: 6, height: 1))
    grid.fill(Rect(grid.size), Style(.bold))
    grid.write("......", row: 0, column: 0)
    let taken = grid.write(text, row: 0, column: column, width: width)
    return [grid.text(row: 0), "\(taken)"]
  }

  @Test(
    "what does not fit is cut off with a mark and without half a character",
    arguments: [
      ("abc", 0, Int.max, ["abc...", "3"]),
      ("abcdefgh", 0, .max, ["abcde…", "6"]),
      ("abcdefgh", 1, 3, [".ab…..", "3"]),
      ("中文字号", 0, .max, ["中文….", "5"]),
      ("中文字", 0, .max, ["中文字", "6"]),
      ("中", 5, .max, [".....…", "1"]),
      ("abc", 6, .max, ["......", "0"]),
      ("abc", -1, .max, ["......", "0"]),
      ("abc", 0, 0, ["......", "0"]),
      ("a\u{1B}b", 0, .max, ["a·b...", "3"]),
      ("e\u{301}e\u{301}", 0, .max, ["e\u{301}e\u{301}....", "2"]),
    ])
  func writes(text: String, column: Int, width: Int, expected: [String]) {
    #expect(Self.written(text, column: column, width: width) == expected)
  }

  @Test("a wide character that is written over in half leaves a blank, not half of itself")
  func splits() {
    var grid = Grid(Size(width: 6, height: 1))
    grid.write("中中中", row: 0, column: 0)
    grid.write("x", row: 0, column: 1)
    grid.fill(Rect(row: 0, column: 4, width: 1, height: 1))
    #expect(grid.text(row: 0) == " x中  ")
    #expect(grid.row(0).map(\.width) == [1, 1, 2, 0, 1, 1])
  }

  @Test("what lies outside is not drawn", arguments: [-9, -1, 0, 4, 9])
  func outside(place: Int) {
    var grid = Grid(Size(width: 4, height: 3))
    let rect = Rect(row: place, column: place, width: 3, height: 3)
    grid.fill(rect, Style(.reverse))
    grid.restyle(rect) { $0.foreground = 1 }
    grid.write("text", row: place, column: place, style: Style(.bold))
    let inside = grid.cells.count == 12 && grid.cells.allSatisfy { $0.width == 1 }
    #expect(inside)
    let isUntouched = grid.cells.allSatisfy { $0 == .blank(.plain) }
    #expect(isUntouched == (place == -9 || place == 4 || place == 9))
  }

  @Test("a screen without cells takes everything")
  func empty() {
    var grid = Grid(Size(width: 0, height: 0))
    grid.fill(Rect(row: 0, column: 0, width: 5, height: 5))
    #expect(grid.write("text", row: 0, column: 0) == 0)
    #expect(grid.cells.isEmpty)
  }
}
