import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// The list of all keys, and what is found in it as one types.
@Suite struct KeysDialogTests {
  private func open(_ width: Int = 80, _ height: Int = 24) -> Walk {
    var walk = Walk.withCase(9, width, height)
    walk.press("?")
    return walk
  }

  private func dialog(_ walk: Walk) throws -> KeysDialog {
    guard case .keys(let dialog) = walk.state.dialog else { throw Closed() }
    return dialog
  }

  private struct Closed: Error {}

  private func found(_ walk: Walk) throws -> String? {
    try dialog(walk).found.map { walk.state.keySheet.lines[$0].help }
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40)])
  func whatIsTypedIsFoundAndSeen(width: Int, height: Int) throws {
    var walk = open(width, height)
    walk.press("/")
    walk.type("tri")
    #expect(try found(walk)?.hasPrefix("Make a new case;") == true)
    walk.type("age:")
    #expect(try found(walk)?.hasPrefix("Triage: go through") == true)
    walk.press(.control("u"))
    walk.type("undo typing")
    let line = try #require(try dialog(walk).found)
    #expect(try found(walk) == "Undo typing")
    let rows = KeySheet.layout(in: walk.state.size).textHeight - 1
    let scroll = try dialog(walk).scroll
    #expect((scroll..<scroll + rows).contains(line))
  }

  @Test func enterAndArrowsGoFromHitToHitAndSoDoNAndCapitalN() throws {
    var walk = open()
    walk.press("/")
    walk.type("draft")
    let first = try #require(try dialog(walk).found)
    walk.press(.enter)
    let second = try #require(try dialog(walk).found)
    #expect(second > first)
    walk.press(.up)
    #expect(try dialog(walk).found == first)
    walk.press(.escape)
    #expect(try dialog(walk).isTyping == false, "the list stays")
    walk.press("n")
    #expect(try dialog(walk).found == second)
    walk.press("N", "N", "n")
    #expect(try dialog(walk).found == first, "after the last one comes the first")
    walk.press(.escape)
    #expect(walk.state.dialog == nil)
  }

  @Test func lettersAreTypedWhileOneSearchesAndKeysElse() throws {
    var walk = open()
    walk.press("/")
    walk.type("q?n")
    #expect(try dialog(walk).input.text == "q?n")
    walk.send(.terminal(.paste("x"), at: Walk.now))
    #expect(try dialog(walk).input.text == "q?nx")
    #expect(try dialog(walk).found == nil)
    walk.press(.escape, "q")
    #expect(walk.state.dialog == nil)
  }

  @Test func theBottomLineTellsHowToFind() {
    var walk = open()
    #expect(walk.state.hints.first == KeyHint("/", "find"))
    walk.press("/", "x")
    #expect(walk.state.hints.map(\.key) == ["Enter", "↑ ↓", "Esc"])
    walk.press(.escape)
    #expect(walk.state.hints.contains(KeyHint("n/N", "next hit")))
  }

  /// The bottom line calls it “later”, and its help says the same in other words.
  @Test func whatTheBottomLineCallsAKeyIsFound() throws {
    var walk = open()
    walk.press("/")
    walk.type("later")
    #expect(try found(walk) == "In a triage session: put the case at the end")
    walk.press(.escape, .escape, ":")
    walk.type("later")
    #expect(walk.state.paletteEntries(for: "later").first?.deed == .perform(.putLast))
  }

  @Test func aKeyItselfCanBeLookedFor() throws {
    var walk = open()
    walk.press("/")
    walk.type("shift-tab")
    #expect(try found(walk) == "Previous pane")
  }

  /// The end of the list was passed, so that going up did nothing for a while.
  @Test func theEndOfTheListIsItsLastPage() throws {
    var walk = open()
    walk.press("G")
    let end = try dialog(walk).scroll
    let rows = KeySheet.layout(in: walk.state.size).textHeight
    #expect(end == walk.state.keySheet.lines.count - rows)
    walk.press("k")
    #expect(try dialog(walk).scroll == end - 1)
  }
}
