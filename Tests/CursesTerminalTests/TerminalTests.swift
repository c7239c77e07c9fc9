import CNcurses
import CursesTerminal
import Glibc
import TerminalModel
import TestSupport
import Testing

/// Draws on pseudo-terminals in this process; curses has one screen at a time.
@Suite("Terminal", .serialized, .timeLimit(.minutes(2))) final class TerminalTests {
  let pseudo: PseudoTerminal
  let size = Size(width: 120, height: 24)

  init() throws { pseudo = try PseudoTerminal(size) }

  deinit {
    close(pseudo.master)
    close(pseudo.slave)
  }

  func open(type: String = "xterm-256color") throws -> Terminal {
    try Terminal(
      wakeup: Wakeup(), input: pseudo.slave, output: pseudo.slave, type: type,
      usesColour: true)
  }

  /// A list whose bar stands on a row, as the cases are listed.
  func list(bar: Int) -> Grid {
    var grid = Grid(size)
    grid.write("CASE     ST NAME", row: 0, column: 0, style: Style(.bold))
    for row in 1..<size.height - 1 {
      let style = row == bar ? Style(.reverse) : Style(foreground: row % 2 == 0 ? 1 : 2)
      let text = "0000\(1000 + row) O  Case about departing user \(row * 7919 % 9973)"
      grid.write(text, row: row, column: 0, style: style)
      grid.write("user\(row)@example.com  2026-03-11 08:15", row: row, column: 55, style: style)
      if row == bar {
        grid.restyle(Rect(row: row, column: 0, width: 120, height: 1)) { $0 = style }
      }
    }
    grid.write("row \(bar) of 100000", row: size.height - 1, column: 0)
    grid.cursor = Position(row: bar, column: 0)
    return grid
  }

  func visible(_ bytes: [UInt8]) -> VisibleScreen {
    let screen = VisibleScreen(size)
    screen.feed(bytes)
    return screen
  }

  func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  @Test("what is drawn is seen, with its styles and its cursor; an equal frame sends nothing")
  func drawn() throws {
    var terminal = try open()
    terminal.paint(list(bar: 3))
    let screen = visible(pseudo.drain())
    #expect(screen.rows == (0..<size.height).map { trimmed(list(bar: 3).text(row: $0)) })
    #expect(screen.style(row: 3, column: 119) == Style(.reverse))
    #expect(screen.style(row: 2, column: 0) == Style(foreground: 1))
    #expect(screen.style(row: 0, column: 0) == Style(.bold))
    #expect(screen.cursor == Position(row: 3, column: 0))
    #expect(screen.isAlternate && screen.isCursorVisible)
    terminal.paint(list(bar: 3))
    #expect(pseudo.drain() == [])
  }

  @Test("the bar moves by one row in few bytes")
  func barIsCheap() throws {
    var terminal = try open()
    terminal.paint(list(bar: 3))
    let screen = visible(pseudo.drain())
    for bar in [4, 3, 4, 5, 6] {
      terminal.paint(list(bar: bar))
      let bytes = pseudo.drain()
      #expect(bytes.count <= 300)
      screen.feed(bytes)
    }
    #expect(screen.rows == (0..<size.height).map { trimmed(list(bar: 6).text(row: $0)) })
    #expect(screen.style(row: 6, column: 100) == Style(.reverse))
    #expect(screen.style(row: 5, column: 100).attributes == [])
  }

  @Test("a hidden cursor is hidden, and comes back where it is wanted")
  func cursor() throws {
    var terminal = try open()
    var grid = list(bar: 2)
    grid.cursor = nil
    terminal.paint(grid)
    let screen = visible(pseudo.drain())
    #expect(!screen.isCursorVisible)
    grid.cursor = Position(row: 5, column: 7)
    terminal.paint(grid)
    screen.feed(pseudo.drain())
    #expect(screen.isCursorVisible)
    #expect(screen.cursor == Position(row: 5, column: 7))
    grid.cursor = Position(row: 99, column: 7)
    terminal.paint(grid)
    screen.feed(pseudo.drain())
    #expect(!screen.isCursorVisible)
  }

  @Test("hostile texts are drawn as marks; nothing of theirs steers the terminal")
  func hostile() throws {
    var terminal = try open()
    _ = pseudo.drain()
    for page in [HostileTexts.all, Array(HostileTexts.controls[..<20])] + [
      Array(HostileTexts.controls[20..<40]), Array(HostileTexts.controls[40...]),
    ] {
      var grid = Grid(size)
      for (row, text) in page.prefix(size.height).enumerated() {
        grid.write(text, row: row, column: 0)
        grid.write("|", row: row, column: 40)
      }
      terminal.paint(grid)
      let bytes = pseudo.drain()
      let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
      // Curses itself sends Escape and moves the cursor by these.
      let own: Set<UInt32> = [0x1B, 0x0D, 0x0A, 0x08]
      let foreign = text.filter { scalar in
        scalar.properties.generalCategory == .control && !own.contains(scalar.value)
      }
      #expect(foreign.isEmpty)
      let starts = zip(text, text.dropFirst()).filter { $0.0 == "\u{1B}" }.map(\.1)
      #expect(Set(starts).isSubset(of: ["[", "(", "M"]))
    }
  }

  @Test("hostile and wide texts leave the next column where it is", arguments: [0, 1])
  func columns(page: Int) throws {
    let wide = [
      "plain", "中文字符", "e\u{301}te\u{301}", "🙂🙂", "👨‍👩‍👧 family", "⚠️ sign", "👍🏽", "🇩🇪🇫🇷", "1️⃣2️⃣", "한글",
      "\u{1112}\u{1161}\u{11AB}", "हिन्दी", "ไทยแลนด์", "ﾊﾝｶｸ", "עברית", "العربية", "ﷺ", "a\u{200B}b",
      "e\u{300}\u{301}\u{302}\u{303}\u{304}", "│─┼", "ＡＢＣ", "\u{3000}x",
    ]
    var terminal = try open()
    var grid = Grid(size)
    let texts = page == 0 ? wide : Array(HostileTexts.all.prefix(size.height))
    for (row, text) in texts.enumerated() {
      let taken = grid.write(text, row: row, column: 0, width: 40)
      #expect(taken == min(40, CellText.width(of: text)))
      grid.write("|", row: row, column: taken, style: Style(.reverse))
    }
    terminal.paint(grid)
    let screen = visible(pseudo.drain())
    for (row, text) in texts.enumerated() {
      let column = CellText.width(of: text)
      let found = (0..<size.width).filter { screen.style(row: row, column: $0) == Style(.reverse) }
      #expect(found == [column], "\(text.debugDescription)")
      #expect(screen.text(row: row) == trimmed(grid.text(row: row)))
    }
    #expect(screen.title == "")
  }

  @Test("curses moves its cursor by the table's width for every scalar that can be shown")
  func cursesAgrees() throws {
    let terminal = try open()
    let pad = unsafe newpad(2, 40)
    var wrong: [UInt32] = []
    for value in (0...0x10FFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value), let columns = CellWidth(scalar).columns else {
        continue
      }
      let text = [wchar_t(0x78), wchar_t(value), 0x79]
      unsafe wmove(pad, 0, 0)
      unsafe waddnwstr(pad, text, 3)
      if unsafe Int(getcurx(pad)) != 2 + columns { wrong.append(value) }
    }
    unsafe delwin(pad)
    let isUnicode = terminal.isUnicode
    #expect(isUnicode)
    #expect(wrong == [])
  }

  @Test(
    "colours fall back to what the terminal has",
    arguments: [
      ("xterm-256color", 256, Style(foreground: 208, background: 17)),
      ("xterm", 8, Style(foreground: 3, background: 0)), ("vt100", 0, Style.plain),
    ])
  func colours(type: String, count: Int, expected: Style) throws {
    var terminal = try open(type: type)
    let (colours, substitute) = (terminal.colours, terminal.substituteType)
    #expect(colours == count)
    #expect(substitute == nil)
    var grid = Grid(size)
    grid.write("colour", row: 0, column: 0, style: Style(foreground: 208, background: 17))
    terminal.paint(grid)
    let screen = visible(pseudo.drain())
    #expect(screen.text(row: 0) == "colour")
    #expect(screen.style(row: 0, column: 2) == expected)
  }

  @Test("more styles than a terminal has pairs are drawn all the same")
  func manyPairs() throws {
    var terminal = try open(type: "xterm")
    for start in stride(from: Int16(0), to: 256, by: 24) {
      var grid = Grid(size)
      for row in 0..<size.height {
        let style = Style(foreground: start + Int16(row), background: 255 - start)
        grid.write("row \(row)", row: row, column: 0, style: style)
      }
      terminal.paint(grid)
      _ = pseudo.drain()
    }
    var grid = Grid(size)
    grid.write("last", row: 0, column: 0, style: Style(foreground: 1, background: 7))
    terminal.paint(grid)
    #expect(!pseudo.drain().isEmpty)
  }

  @Test("an unknown terminal is taken for a known one, and said so")
  func unknownType() throws {
    let terminal = try open(type: "no-such-terminal")
    let substitute = terminal.substituteType
    #expect(substitute == "xterm-256color")
  }

  @Test("what is no terminal is refused")
  func refused() throws {
    var ends: [Int32] = [-1, -1]
    #expect(unsafe pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let found: TerminalError?
    do throws(TerminalError) {
      _ = try Terminal(wakeup: Wakeup(), input: ends[0], output: ends[1], type: "xterm")
      found = nil
    } catch {
      found = error
    }
    #expect(found == .notATerminal)
  }

  @Test("a screen of one cell is drawn, and a larger one after it")
  func tiny() throws {
    var terminal = try open()
    for side in [1, 0, 2, 120] {
      var grid = Grid(Size(width: side, height: min(side, 24)))
      grid.write("中文 text", row: 0, column: 0)
      terminal.paint(grid)
    }
    #expect(visible(pseudo.drain()).text(row: 0) == "中文 text")
  }
}
