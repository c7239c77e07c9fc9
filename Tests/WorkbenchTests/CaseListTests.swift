import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct CaseListTests {
  @Test func itBeginsWithTheOpenCasesAndTheDrafts() {
    var walk = Walk()
    #expect(walk.all == [.run(.loadPage(.allOpen, page: 0), id: .page(0))])
    walk.state.views = []
    #expect(
      walk.send(.started) == [
        .run(.loadDrafts, id: .drafts), .run(.loadTriage, id: .triage),
        .run(.findVanishing, id: .vanishing),
      ])
    #expect(walk.state.list.total == nil)
  }

  @Test func theFirstPageShowsTheTotalAndFetchesTheCaseUnderTheCursor() {
    let walk = Walk.withCases(250)
    #expect(walk.state.list.total == 250)
    #expect(walk.state.list.selected == CaseNumber(250))
    #expect(
      walk.orders == [
        .run(.loadCase(CaseNumber(250), rest: 90), id: .detail),
        .run(.loadEvents(CaseNumber(250), page: 1, rest: 90), id: .events),
        .run(.waitToRefresh(rest: 30_000), id: .refresh),
        .run(.waitForSession(rest: 2_000), id: .sessionWait),
      ])
  }

  @Test func nothingIsFetchedForRowsPassedOver() {
    var walk = Walk.withCases(250)
    walk.press("j")
    #expect(
      walk.orders == [
        .cancel(.detail), .cancel(.events),
        .run(.loadCase(CaseNumber(249), rest: 90), id: .detail),
        .run(.loadEvents(CaseNumber(249), page: 1, rest: 90), id: .events),
      ])
  }

  @Test func aZoomedListFetchesNoDetail() {
    var walk = Walk.withCases(50)
    walk.press("z")
    let seen = walk.all.count
    walk.press("j", "j", "k")
    #expect(
      walk.all.dropFirst(seen).allSatisfy { $0 == .cancel(.detail) || $0 == .cancel(.events) })
  }

  @Test func theNextPageComesBeforeItIsReached() {
    var walk = Walk.withCases(250)
    for _ in 0..<20 { walk.press(.control("d")) }
    #expect(walk.all.contains(.run(.loadPage(.allOpen, page: 1), id: .page(1))))
    walk.send(.pageArrived(1, Sample.page(1, of: 250), at: Walk.now))
    #expect(walk.state.list.row(150)?.number == CaseNumber(100))
  }

  @Test func theEndOfTheListIsFetchedWithoutThePagesBetween() {
    var walk = Walk.withCases(100_000)
    walk.press("G")
    #expect(walk.state.list.cursor == 99_999)
    #expect(walk.state.list.selected == nil)
    #expect(walk.orders.contains(.run(.loadPage(.allOpen, page: 999), id: .page(999))))
    walk.press("g")
    #expect(walk.orders.contains(.cancel(.page(999))))
    #expect(walk.state.list.selected == CaseNumber(100_000))
  }

  @Test func theCursorHoldsTheNumberAcrossARefreshThatPutsRowsAbove() {
    var walk = Walk.withCases(50, 80, 24)
    walk.press("j", "j", "j")
    let row = walk.state.list.cursor - walk.state.list.top
    #expect(walk.state.list.selected == CaseNumber(47))
    walk.press("r")
    walk.send(.pageArrived(0, Sample.page(0, of: 53), at: Walk.now))
    #expect(walk.state.list.current?.number == CaseNumber(47))
    #expect(walk.state.list.cursor == 6)
    #expect(walk.state.list.cursor - walk.state.list.top == row)
  }

  @Test func aCaseThatLeftTheListIsToldAndNotSilentlyReplaced() {
    var walk = Walk.withCases(50)
    walk.press("r")
    walk.send(.pageArrived(0, Sample.page(0, of: 40), at: Walk.now))
    #expect(walk.orders == [.run(.findRow(of: CaseNumber(50), in: .allOpen), id: .row)])
    #expect(walk.state.list.selected == CaseNumber(50))
    walk.send(.rowFound(nil, of: CaseNumber(50)))
    #expect(walk.state.notice?.text == "#50 is not in this list any more; # opens it")
    #expect(walk.state.list.selected == CaseNumber(40))
  }

  /// While the case is looked for, the one that took its row is not shown in its name.
  @Test func aCaseThatIsLookedForIsNotShownAsAnother() {
    var walk = Walk.withCases(50)
    walk.press("r")
    walk.send(.pageArrived(0, Sample.page(0, of: 40), at: Walk.now))
    #expect(walk.state.detail.number == CaseNumber(50))
    #expect(walk.state.detail.known?.number == CaseNumber(50))
  }

  @Test func aCaseThatMovedFarIsFollowedByARefresh() {
    var walk = Walk.withCases(950)
    walk.press("r")
    walk.send(.pageArrived(0, Sample.page(0, of: 949), at: Walk.now))
    walk.send(.rowFound(720, of: CaseNumber(950)))
    #expect(walk.orders.contains(.run(.loadPage(.allOpen, page: 7), id: .page(7))))
    var page = Sample.page(7, of: 949)
    page.cases[20] = Sample.summary(950)
    walk.send(.pageArrived(7, page, at: Walk.now))
    #expect(walk.state.list.cursor == 720)
    #expect(walk.state.list.selected == CaseNumber(950))
    #expect(walk.state.list.sought == nil)
  }

  @Test func rowsStayWhereTheyAreUntilTheNewOnesHaveCome() {
    var walk = Walk.withCases(50)
    walk.press("9")
    #expect(walk.state.list.row(0)?.number == CaseNumber(50))
    #expect(walk.state.list.isOutdated)
    walk.send(.pageArrived(0, Sample.page(0, of: 80), at: Walk.now))
    #expect(walk.state.list.row(0)?.number == CaseNumber(80))
    #expect(!walk.state.list.isOutdated)
  }

  @Test func aListThatCannotBeFetchedSaysSoAndTriesAgainOnDemand() {
    var walk = Walk()
    let error = CasesError.transport(.listCases, TransportError(.notConnected, "refused"))
    walk.send(.pageFailed(0, error))
    #expect(walk.state.list.failure == error)
    #expect(!walk.orders.contains { if case .run(.loadPage, _) = $0 { true } else { false } })
    #expect(walk.press("r").contains(.run(.loadPage(.allOpen, page: 0), id: .page(0))))
  }

  /// While nothing has come, on an empty list, and where the list could not be fetched.
  @Test func everyKeyIsHarmlessWhereThereIsNoCase() {
    let error = CasesError.transport(.listCases, TransportError(.notConnected, "refused"))
    var failed = Walk()
    failed.send(.pageFailed(0, error))
    for start in [Walk(), Walk.withCases(0), failed] {
      for context in [KeyContext.cases, .detail, .events] {
        for key in KeyMap.standard.bindings(in: context).flatMap(\.keys) {
          var walk = start
          if context != .cases { walk.press(.tab) }
          if context == .events { walk.press(.tab) }
          walk.press(key, .enter, "y", .escape, .escape)
          // The one text that can be begun here is that of a new case.
          let drafts = walk.state.drafts.keys.filter { $0 != .newCase }
          #expect(walk.saves.isEmpty && drafts.isEmpty, "\(key.name)")
        }
      }
    }
  }

  @Test func narrowingAsksWithEachLetterAndEscGoesBack() {
    var walk = Walk.withCases(50)
    walk.press("/")
    walk.type("pay")
    var query = CaseQuery.allOpen
    query.filter.name = "pay"
    #expect(walk.state.list.query == query)
    #expect(walk.all.contains(.run(.loadPage(query, page: 0), id: .page(0))))
    walk.press(.escape)
    #expect(walk.state.list.query == .allOpen)
    #expect(walk.state.narrowing == nil)
  }

  /// A case that was gone to while the line was open is meant; one that was there by chance is not.
  @Test(arguments: [false, true])
  func escInTheQueryLineGoesBackToTheCase(isMoved: Bool) {
    var walk = Walk.withCases(50)
    walk.press("j", "j", "/")
    walk.type("pay")
    let found = CasePage(cases: [Sample.summary(9), Sample.summary(8)], totalCount: 2)
    walk.send(.pageArrived(0, found, at: Walk.now))
    if isMoved { walk.press(.down) }
    walk.press(.escape)
    walk.send(.pageArrived(0, Sample.page(0, of: 50), at: Walk.now))
    #expect(walk.state.list.current?.number == CaseNumber(isMoved ? 8 : 48))
  }

  /// However far down it stands in the list before, or in another order.
  @Test(arguments: [["/", "x", .escape], ["s", "n"], ["S"]] as [[Key]])
  func theCaseIsFoundAgainFarDown(keys: [Key]) {
    var walk = Walk.withCases(950)
    walk.press("G")
    walk.send(.pageArrived(9, Sample.page(9, of: 950), at: Walk.now))
    #expect(walk.state.list.current?.number == CaseNumber(1))
    for key in keys { walk.press(key) }
    walk.send(.pageArrived(0, Sample.page(0, of: 950), at: Walk.now))
    let query = walk.state.list.query
    #expect(walk.orders.contains(.run(.findRow(of: CaseNumber(1), in: query), id: .row)))
    walk.send(.rowFound(949, of: CaseNumber(1)))
    #expect(walk.orders.contains(.run(.loadPage(query, page: 9), id: .page(9))))
    walk.send(.pageArrived(9, Sample.page(9, of: 950), at: Walk.now))
    #expect(walk.state.list.cursor == 949)
    #expect(walk.state.list.current?.number == CaseNumber(1))
  }

  @Test func aCaseIsOpenedByItsNumberWhereverItIs() {
    var walk = Walk.withCases(250)
    walk.press("#")
    walk.type("9999\n")
    #expect(walk.state.focus == .detail)
    #expect(walk.state.detail.number == CaseNumber(9999))
    #expect(walk.orders.contains(.run(.loadCase(CaseNumber(9999), rest: 0), id: .detail)))
    walk.press(.escape)
    #expect(walk.state.detail.number == CaseNumber(250))
  }
}
