import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Typing a query line: the list follows, completion helps, mistakes change nothing.
@Suite struct QueryTypingTests {
  private func begun() -> Walk {
    var walk = Walk.withCases(50)
    walk.state.me = "jo@example.com"
    walk.press("/")
    return walk
  }

  private func text(_ walk: Walk) -> String? { walk.state.narrowing?.input.text }

  /// Test line 33: what the list shows is there to be edited, and Esc restores it.
  @Test func whatTheListShowsStandsInTheLine() {
    var walk = begun()
    #expect(text(walk) == "status:open ")
    walk.type("pay")
    var query = CaseQuery.allOpen
    query.filter.name = "pay"
    #expect(walk.state.list.query == query)
    walk.press(.escape)
    #expect(walk.state.list.query == .allOpen)
    walk.press("/")
    #expect(text(walk) == "status:open ")
  }

  @Test func theLineThatWasTypedComesBackAsItWas() {
    var walk = begun()
    walk.type("updated:7d\n")
    #expect(walk.state.narrowing == nil)
    walk.press("/")
    #expect(text(walk) == "status:open updated:7d ")
  }

  @Test func aMistakeLeavesTheLastGoodListAndKeepsTheLineOpen() {
    var walk = begun()
    walk.type("pay")
    let good = walk.state.list.query
    walk.type(" updated:nev")
    #expect(walk.state.list.query == good)
    #expect(walk.state.queryMistakes.map(\.range) == [24..<27])
    walk.press(.enter)
    #expect(walk.state.narrowing != nil)
    #expect(walk.state.notice?.text == "The list is as before; mend what is marked, or Esc")
  }

  /// The letters before the colon had been looked for as a name, and that empty list stayed.
  @Test(arguments: [
    "asignee:me", "updated:7x", "-status:closed", "foo:bar", "-foo",
    "created:2026-12-01..2026-10-01", "updated:7days", "updated:2026-10-01..soon",
  ])
  func aMistakenTermLeavesTheListFromBeforeItWasBegun(term: String) {
    var walk = begun()
    walk.type("pay ")
    let good = walk.state.list.query
    walk.type(term)
    #expect(walk.state.list.query == good)
    #expect(walk.state.queryMistakes.count == 1)
    #expect(!walk.state.hints.map(\.key).contains("Enter"))
    walk.press(.enter)
    #expect(walk.state.narrowing != nil, "the line stays open to be mended")
  }

  @Test(arguments: ["asignee:me", "updated:7x", "#9"])
  func aLineThatIsAllMistakenLeavesTheListFromBeforeTheLine(line: String) {
    var walk = begun()
    walk.press(.control("u"))
    #expect(walk.state.list.query.filter.statuses == [])
    walk.type(line)
    #expect(walk.state.list.query == .allOpen)
  }

  /// A list since the first day stayed under the message, a filter that nobody asked for.
  @Test func afterAMistakenSpanAnotherMistakeLeavesTheListFromBeforeBoth() {
    var walk = begun()
    walk.type("pay ")
    let good = walk.state.list.query
    walk.type("created:2026-12-01..2026-10-01 findings:usb")
    #expect(walk.state.list.query == good)
    #expect(walk.state.queryMistakes.count == 2)
    walk.press(.home)
    #expect(walk.state.list.query == good)
  }

  @Test func aMistakeInALineThatWasEmptiedLeavesTheListFromBeforeTheLine() {
    var walk = begun()
    walk.type("pay tokyo")
    walk.press(.control("u"))
    walk.type("foo:bar")
    #expect(walk.state.list.query == .allOpen)
  }

  @Test func aSpanThatWasEndedIsKeptWhereTheNextTermIsMistaken() {
    var walk = begun()
    walk.type("updated:7d ")
    let good = walk.state.list.query
    walk.type("foo:bar")
    #expect(walk.state.list.query == good)
    #expect(good.filter.updatedAt != nil)
  }

  @Test func aValueOfTheListBeforeThatIsCutToNonsenseLeavesThatList() {
    var walk = begun()
    walk.type("updated:7d\n/")
    let good = walk.state.list.query
    walk.press(.backspace, .backspace)
    #expect(text(walk) == "status:open updated:7")
    #expect(walk.state.list.query == good)
    #expect(good.filter.updatedAt != nil)
  }

  @Test func somebodyUnknownIsMarkedAndTheLastGoodListStays() {
    var walk = begun()
    walk.press(.control("u"))
    walk.type("subject:nobody")
    walk.send(.personUnknown(.subject, "No user is called “nobody”"))
    #expect(walk.state.queryMistakes.map(\.range) == [8..<14])
    #expect(walk.state.list.query == .allOpen)
  }

  @Test func peopleAreLookedUpOnceTypingRests() {
    var walk = begun()
    walk.type("assignee:kim")
    var query = CaseQuery.allOpen
    query.people[.assignee] = "kim"
    #expect(walk.orders.contains(.run(.findPeople(query, rest: 150), id: .people)))
    #expect(walk.orders.contains(.run(.suggestPeople("kim", rest: 150), id: .suggestions)))
    #expect(walk.state.list.query == .allOpen, "the last good list stays")
    query.filter.assignee = UserUID("5")
    walk.send(.peopleFound(query))
    #expect(walk.state.list.query == query)
    // The same name is not asked for again.
    walk.type(" x")
    query.filter.name = "x"
    #expect(walk.state.list.query == query)
  }

  @Test func nobodyOfThatNameIsToldAtTheLine() {
    var walk = begun()
    walk.type("subject:nobody")
    walk.send(.personUnknown(.subject, "No user is called “nobody”"))
    #expect(walk.state.narrowing?.problem == "No user is called “nobody”")
    walk.press(.enter)
    #expect(walk.state.narrowing != nil)
    walk.type("2")
    #expect(walk.state.narrowing?.problem == nil)
  }

  @Test func meIsWhoWorksHere() {
    var walk = begun()
    walk.type("assignee:me")
    var query = CaseQuery.allOpen
    query.people[.assignee] = "jo@example.com"
    #expect(walk.orders.contains(.run(.findPeople(query, rest: 150), id: .people)))
  }

  /// Test line 34: keys, values and known users are offered, and Tab takes the first.
  @Test func tabCompletesKeysValuesAndNames() {
    var walk = begun()
    walk.type("ass")
    #expect(walk.state.completion?.choices == ["assignee:", "assigned:"])
    walk.press(.tab)
    #expect(text(walk) == "status:open assignee:")
    #expect(walk.state.completion?.choices == ["me", "none"])
    walk.type("ki")
    walk.send(.peopleSuggested("ki", ["kim@example.com", "kit@example.com"]))
    #expect(walk.state.completion?.choices == ["kim@example.com", "kit@example.com"])
    walk.press(.tab)
    #expect(text(walk) == "status:open assignee:kim@example.com ")
    walk.type("up")
    walk.press(.tab)
    walk.type("7")
    #expect(walk.state.completion?.choices == ["7d"])
  }

  @Test func completionInTheMiddleLeavesTheRest() {
    var walk = begun()
    walk.type("pay")
    walk.press(.home, .delete, .delete, .delete)
    #expect(text(walk) == "tus:open pay")
    walk.press(.home)
    walk.type("sta")
    #expect(text(walk) == "status:open pay")
  }

  /// Test line 41: a case is opened by its number even where the list does not show it.
  @Test(arguments: ["#9999\n", "9999\n"])
  func aNumberOpensItsCase(keys: String) {
    var walk = begun()
    for _ in 0..<12 { walk.press(.backspace) }
    walk.type(String(keys.dropLast()))
    if keys.first != "#" {
      // No name has these digits in it.
      walk.send(.pageArrived(0, CasePage(cases: [], totalCount: 0), at: Walk.now))
    }
    walk.press(.enter)
    #expect(walk.state.narrowing == nil)
    #expect(walk.state.detail.number == CaseNumber(9999))
    #expect(walk.state.list.query == .allOpen, "the list is as before")
  }

  @Test func digitsThatNamesHaveAreAPartOfTheName() {
    var walk = begun()
    walk.type("2026")
    walk.send(.pageArrived(0, Sample.page(0, of: 3), at: Walk.now))
    walk.press(.enter)
    #expect(walk.state.focus == .cases)
    #expect(walk.state.list.query.filter.name == "2026")
  }
}
