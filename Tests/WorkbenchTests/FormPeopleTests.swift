import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Naming people in the form: completion, “me”, nobody, and refusals at the right field.
@Suite struct FormPeopleTests {
  /// The form of case 7 in its empty assignee.
  private func inAssignee(me: String? = "jo@example.com") -> Walk {
    var walk = Walk.withCase(7)
    walk.state.me = me
    walk.press("e", .backTab, .backTab)
    #expect(walk.state.form?.focus == .assignee)
    walk.press(.control("u"))
    return walk
  }

  private func assignee(_ walk: Walk) -> String? { walk.state.form?.texts.assignee }

  @Test func namesAreAskedForOnceTypingRests() {
    var walk = inAssignee()
    walk.type("Ki")
    #expect(walk.orders.contains(.run(.suggestPeople("ki", rest: 150), id: .suggestions)))
    walk.send(.peopleSuggested("ki", ["kim@example.com", "kit@example.com"]))
    #expect(walk.state.offeredPeople == ["kim@example.com", "kit@example.com"])
    // Until the next answer is there, what is known of the beginning is offered.
    walk.type("t")
    #expect(walk.state.offeredPeople == ["kit@example.com"])
  }

  @Test(arguments: [([Key.tab], "kim@example.com"), ([.down, .down, .enter], "kit@example.com")])
  func tabTakesTheFirstAndEnterTheChosen(keys: [Key], name: String) {
    var walk = inAssignee()
    walk.type("ki")
    walk.send(.peopleSuggested("ki", ["kim@example.com", "kit@example.com"]))
    for key in keys { walk.press(key) }
    #expect(assignee(walk) == name)
    #expect(walk.state.form?.focus == .assignee, "the name can be read before one goes on")
    #expect(walk.state.offeredPeople == [])
    #expect(walk.state.drafts[.existing(CaseNumber(7))]?.texts.assignee == name)
    walk.press(.tab)
    #expect(walk.state.form?.focus == .description)
  }

  @Test func enterTakesTheOnlyOneWhoIsLeft() {
    var walk = inAssignee()
    walk.type("gw")
    walk.send(.peopleSuggested("gw", ["gwen@example.com"]))
    walk.press(.enter)
    #expect(assignee(walk) == "gwen@example.com")
    #expect(walk.state.form?.focus == .assignee, "the name can be read before one goes on")
  }

  @Test func whoLeavesAnUnfinishedNameIsToldThatThereAreSeveral() {
    var walk = inAssignee()
    walk.type("ki")
    walk.send(.peopleSuggested("ki", ["kim@example.com", "kit@example.com"]))
    walk.press(.enter)
    #expect(
      walk.state.form?.problems[.assignee]
        == "2 names begin with “ki”; choose one with ↓, or type on")
  }

  /// Enter without a choice, and Tab behind a whole name, leave what was typed.
  @Test(arguments: [("ki", Key.enter), ("kim@example.com", .tab)])
  func whatWasTypedIsNotReplacedUnasked(typed: String, key: Key) {
    var walk = inAssignee()
    walk.type(typed)
    walk.send(.peopleSuggested(typed, ["kim@example.com", "kim@example.com.au"]))
    walk.press(key)
    #expect(assignee(walk) == typed)
    #expect(walk.state.form?.focus == .description)
  }

  @Test func escHidesTheNamesBeforeItLeavesTheForm() {
    var walk = inAssignee()
    walk.type("ki")
    walk.send(.peopleSuggested("ki", ["kim@example.com"]))
    walk.press(.escape)
    #expect(walk.state.form != nil && walk.state.offeredPeople == [])
    walk.press(.escape)
    #expect(walk.state.form == nil)
    #expect(walk.state.notice?.text.contains("kept as draft") == true)
  }

  /// A server that cannot tell names answers nothing: the exact name is sent as typed.
  @Test func withoutAnAnswerTheExactNameIsSent() throws {
    var walk = inAssignee(me: nil)
    walk.type("kim@example.com")
    #expect(walk.state.offeredPeople == [])
    walk.press(.tab, .control("s"))
    let order = try #require(walk.saves.first)
    #expect(order.draft.texts.assignee == "kim@example.com")
  }

  @Test func meIsOfferedFirstAndSentAsTheNameBehindIt() throws {
    var walk = inAssignee()
    walk.type("m")
    walk.send(.peopleSuggested("m", ["max@example.com"]))
    #expect(walk.state.offeredPeople == ["jo@example.com", "max@example.com"])
    walk.type("e")
    walk.press(.control("s"))
    #expect(try #require(walk.saves.first).draft.texts.assignee == "jo@example.com")
    #expect(assignee(walk) == "jo@example.com")
  }

  @Test func whoMeIsIsToldWhereItIsNotKnown() {
    var walk = inAssignee(me: nil)
    walk.type("me")
    walk.press(.control("s"))
    #expect(walk.saves.isEmpty)
    #expect(walk.state.form?.problems == [.assignee: Wording.whoIsMe])
  }

  @Test func anEmptyFieldMeansNobody() throws {
    var walk = inAssignee()
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    #expect(order.draft.changedFields == [.assignee])
    #expect(order.draft.texts.assignee.isEmpty)
  }

  /// A word of refusal that says no field belongs to the only one that it can mean.
  @Test(arguments: [
    (Problem(.invalidUser, description: "assignee validation failed"), CaseField.assignee),
    (Problem(.invalidUser), .assignee), (Problem(.userValidationForbidden), .assignee),
    (Problem(.findingsTooLong), .findings), (Problem(.nameExists), .name),
  ])
  func aRefusalStandsAtTheFieldItMeans(problem: Problem, field: CaseField) throws {
    var walk = inAssignee()
    walk.type("kim@example.com")
    walk.press(.control("s"))
    let refusal = CasesError.refused(.replaceCase, status: 400, problem)
    walk.send(.saveEnded(try #require(walk.saves.first), .change(.failed(refusal))))
    #expect(walk.state.form?.problems.keys.map(\.self) == [field])
    #expect(walk.state.form?.focus == field)
  }

  /// The unit is that of the server: one flag of two scalars counts two, one letter with a mark
  /// two.
  @Test(arguments: [("abc", 3), ("🇫🇷", 2), ("e\u{301}", 2), ("👩‍👩‍👧", 5), (" a ", 1)])
  func lengthsAreCountedAsTheServerCounts(typed: String, count: Int) {
    var walk = Walk.withCases(7)
    walk.press("a")
    walk.send(.terminal(.paste(typed), at: Walk.now))
    #expect(walk.state.form?.length(of: .name) == count)
  }

  @Test(arguments: [
    (12, 50, "12 of 50 · 38 left"), (51, 50, "51 of 50 · 1 over"),
    (1_204, 30_000, "1,204 of 30,000 · 28,796 left"),
  ])
  func whatIsUsedAndLeftIsTold(count: Int, limit: Int, text: String) {
    #expect(Wording.usage(count, of: limit) == text)
  }
}
