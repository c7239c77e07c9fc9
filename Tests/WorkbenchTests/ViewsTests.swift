import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Lists under the number keys.
@Suite struct ViewsTests {
  @Test func aNewInstallationHasSensibleViews() {
    #expect(
      Walk.withCases(9).state.views.map(\.name)
        == ["mine", "unassigned", "open", "closed this week", "vanishing next"])
  }

  @Test func aNumberKeyShowsItsView() {
    var walk = Walk.withCases(9)
    walk.press("2")
    var query = CaseQuery.allOpen
    query.filter.isAssigned = false
    #expect(walk.state.list.query == query)
    #expect(walk.state.shownView == 2)
    walk.press("7")
    #expect(walk.state.notice?.text == "There is no view 7 yet; F saves what the list shows as one")
  }

  @Test func mineLooksUpWhoIAm() {
    var walk = Walk.withCases(9)
    walk.press("1")
    #expect(walk.state.notice?.kind == .error)
    #expect(walk.state.list.query == .allOpen)
    walk.state.me = "jo@example.com"
    walk.press("1")
    var query = CaseQuery.allOpen
    query.people[.assignee] = "jo@example.com"
    #expect(walk.orders.contains(.run(.findPeople(query, rest: 0), id: .people)))
    query.filter.assignee = UserUID("3")
    walk.send(.peopleFound(query))
    #expect(walk.state.list.query == query)
    #expect(walk.state.shownView == 1)
  }

  @Test func viewsAreCountedAtTheStartAndWithEachRefresh() {
    var walk = Walk(120, 40)
    walk.state.me = "jo@example.com"
    walk.send(.started)
    func counted() -> Int? {
      walk.orders.compactMap { order in
        if case .run(.countViews(let queries, _), _) = order { queries.count } else { nil }
      }.first
    }
    #expect(counted() == 5)
    walk.send(.viewsCounted([3, nil, 9, 1_234, 0]))
    #expect(Wording.views(walk.state).map(\.count) == ["3", nil, "9", "1,234", "0"])
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    walk.send(.refreshDue(at: Walk.now))
    #expect(counted() == 5)
  }

  private static let counted = [3, 4, 9, 1_234, 0]

  private func counted(by walk: Walk) -> Bool {
    walk.orders.contains { if case .run(.countViews, _) = $0 { true } else { false } }
  }

  /// What a view counted before a close is not told for one moment after it.
  @Test func theCountsAreNotKnownAfterACloseUntilTheyAreCountedAnew() throws {
    var walk = Walk.withCase(9)
    walk.send(.viewsCounted(Self.counted))
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.press("9", .enter)
    walk.send(.outboxDue(CaseNumber(9)))
    #expect(Wording.views(walk.state).map(\.count) == ["3", "4", "9", "1,234", "0"])
    let order = try #require(walk.saves.first)
    let closed = Sample.whole(9, status: .closed)
    walk.send(.saveEnded(order, .change(.saved(closed, kept: []))))
    #expect(Wording.views(walk.state).map(\.count) == [nil, nil, nil, nil, nil])
    #expect(counted(by: walk))
    walk.send(.viewsCounted([3, 4, 8, 1_234, 1]))
    #expect(Wording.views(walk.state).map(\.count) == ["3", "4", "8", "1,234", "1"])
  }

  @Test func theCountsAreNotKnownAfterADeleteUntilTheyAreCountedAnew() {
    var walk = Walk.withCase(9)
    walk.send(.viewsCounted(Self.counted))
    walk.send(.deleteEnded(CaseNumber(9), .done))
    #expect(Wording.views(walk.state).map(\.count) == [nil, nil, nil, nil, nil])
    #expect(counted(by: walk))
  }

  /// “vanishing next” was told with the number of all cases that can vanish at all.
  @Test func aViewThatOnlyOrdersHasNoCount() {
    var walk = Walk(120, 40)
    walk.send(.started)
    let asked = walk.orders.compactMap { order in
      if case .run(.countViews(let queries, _), _) = order { queries } else { nil }
    }.first
    #expect(asked?[4] == nil && asked?[3] != nil)
    #expect(walk.state.views.map(walk.state.isOrderOnly) == [false, false, false, false, true])
  }

  /// What could not be counted while the server was away is counted once it is back.
  @Test func theCountsComeBackWithTheServer() {
    let error = CasesError.transport(.listCases, TransportError(.notConnected, "down"))
    func counts(_ walk: Walk) -> Bool {
      walk.orders.contains { if case .run(.countViews, _) = $0 { true } else { false } }
    }
    var walk = Walk.withCases(9)
    walk.send(.refreshDue(at: Walk.now))
    walk.send(.pageFailed(0, error))
    walk.send(.viewsCounted([nil, nil, nil, nil, nil]))
    walk.press("r")
    #expect(counts(walk))
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    #expect(counts(walk))
    walk.press("r")
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    #expect(!counts(walk), "they were counted with the key already")
  }

  @Test func whatTheListShowsIsSavedUnderANameAndAKey() {
    var walk = Walk.withCases(9)
    walk.press("/")
    walk.type("updated:7d pay\n")
    walk.press("F", "n")
    walk.type("payroll\n")
    let saved = SavedView(name: "payroll", line: "status:open updated:7d pay")
    #expect(walk.state.views.last == saved)
    #expect(walk.orders.contains(.run(.storeViews(walk.state.views), id: .views)))
    // In the place of another one.
    walk.press("k", "s")
    walk.type(" too\n")
    #expect(walk.state.views[4] == SavedView(name: "vanishing next too", line: saved.line))
  }

  @Test func aViewIsDroppedOnlyAfterAYes() {
    var walk = Walk.withCases(9)
    walk.press("F", "g", "d", "y")
    #expect(walk.state.views.count == 5, "nobody has seen the question yet")
    walk.press("d")
    walk.send(.dialogDrawn)
    walk.press("n")
    #expect(walk.state.views.count == 5)
    walk.press("d")
    walk.send(.dialogDrawn)
    walk.press("y")
    #expect(
      walk.state.views.map(\.name) == ["unassigned", "open", "closed this week", "vanishing next"])
  }

  @Test func aViewThatCannotBeReadSaysWhy() {
    var walk = Walk.withCases(9)
    walk.state.views = [SavedView(name: "odd", line: "status:opne")]
    walk.press("1")
    #expect(walk.state.list.query == .allOpen)
    #expect(
      walk.state.notice?.text.hasPrefix("The view “odd” cannot be shown: “") == true)
  }
}
