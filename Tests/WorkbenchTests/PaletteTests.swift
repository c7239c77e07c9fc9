import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import WorkbenchSupport

@testable import Workbench

/// Every action by some of its letters, and the cases opened last.
@Suite struct PaletteTests {
  private func entries(_ walk: Walk, _ typed: String) -> [PaletteEntry] {
    walk.state.paletteEntries(for: typed)
  }

  /// Test line 37: any action is found by a part of its name, with its key or why it is off.
  @Test func everyActionIsFoundByItsWords() {
    let walk = Walk.withCase(9)
    for binding in KeyMap.standard.bindings(in: .cases) {
      let found = entries(walk, binding.help).first
      #expect(found?.deed == .perform(binding.command), "\(binding.help)")
      #expect(found?.keys == binding.keyNames)
    }
  }

  /// Whoever opens it looks for what can be done, not for how to move.
  @Test func whereNothingIsTypedActionsComeFirstAndMovesLast() throws {
    let commands = entries(Walk.withCase(9), "").compactMap { entry -> Command? in
      if case .perform(let command) = entry.deed { command } else { nil }
    }
    #expect(commands.prefix(3) == [.open, .editCase, .editOutside])
    let edit = try #require(commands.firstIndex(of: .editCase))
    let history = try #require(commands.firstIndex(of: .history))
    let off = try #require(commands.firstIndex(of: .putLast))
    let down = try #require(commands.firstIndex(of: .moveDown))
    #expect(edit < history && history < off && off < down)
    #expect(commands.last == .scrollDetailUp)
  }

  @Test func someLettersAreEnough() {
    let walk = Walk.withCase(9)
    #expect(entries(walk, "triage").first?.deed == .perform(.triage))
    #expect(entries(walk, "zoom").isEmpty == false)
    #expect(entries(walk, "xqzj").isEmpty)
  }

  @Test func whatCannotBeDoneNowSaysWhyAndDoesNothing() {
    var walk = Walk.withCases(9)
    var closed = Sample.page(0, of: 9).cases
    closed[0].status = .closed
    walk.send(.pageArrived(0, CasePage(cases: closed, totalCount: 9), at: Walk.now))
    let close = entries(walk, "close the case for ever").first
    #expect(close?.reasonOff == "The case is closed and can never be changed again")
    walk.press(":")
    walk.type("close the case for ever\n")
    #expect(walk.state.notice?.text == "The case is closed and can never be changed again")
    guard case .palette = walk.state.dialog else {
      Issue.record("the palette is gone")
      return
    }
  }

  @Test func enterDoesWhatIsChosen() {
    var walk = Walk.withCases(9)
    walk.press(.control("p"))
    walk.type("all cases, closed\n")
    #expect(walk.state.list.query.filter.statuses == [])
    #expect(walk.state.dialog == nil)
  }

  /// Test line 41: a number opens its case wherever it is.
  @Test func aNumberOpensItsCase() {
    var walk = Walk.withCases(9)
    walk.press(":")
    walk.type("4711\n")
    #expect(walk.state.detail.number == CaseNumber(4711))
    #expect(walk.state.focus == .detail)
  }

  @Test func casesOpenedLastAreOfferedAndTheDashGoesBack() {
    var walk = Walk.withCases(9)
    walk.press(.enter, .escape, "j", .enter, .escape, "j", .enter)
    #expect(walk.state.recent.map(\.rawValue) == [7, 8, 9])
    #expect(
      entries(walk, "").prefix(2).map(\.deed) == [.open(CaseNumber(8)), .open(CaseNumber(9))])
    #expect(entries(walk, "Case 9").first?.title == "Open #9  Case 9")
    walk.press("-")
    #expect(walk.state.detail.number == CaseNumber(8))
    walk.press("-")
    #expect(walk.state.detail.number == CaseNumber(7))
  }

  @Test(arguments: [
    ("tri", "Go through: triage", true), ("gt", "Go through", true), ("xyz", "Go through", false),
    ("", "anything", true), ("É", "école", true),
  ])
  func lettersInOrderFit(typed: String, text: String, fits: Bool) {
    #expect((FuzzyMatch.score(typed, in: text) != nil) == fits)
  }
}
