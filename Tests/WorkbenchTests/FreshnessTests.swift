import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// What is shown is fetched again while somebody looks, and nothing moves under the user's hands.
@Suite struct FreshnessTests {
  private func wait(_ seconds: Int) -> Step<WorkbenchEffect, WorkbenchEffectID> {
    .run(.waitToRefresh(rest: seconds * 1_000), id: .refresh)
  }

  private let error = CasesError.transport(.listCases, TransportError(.notConnected, "down"))

  @Test func aListThatHasComeIsFetchedAgainAfterAWhile() {
    var walk = Walk(120, 40)
    walk.state.views = []
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    #expect(walk.orders.contains(wait(30)))
    walk.send(.caseArrived(Sample.whole(9)))
    walk.send(.eventsArrived(CaseNumber(9), page: 1, Sample.events(2)))
    walk.send(.refreshDue(at: Walk.now.adding(seconds: 30)))
    #expect(
      walk.orders == [
        .run(.loadCase(CaseNumber(9), rest: 0), id: .detail),
        .run(.loadEvents(CaseNumber(9), page: 1, rest: 0), id: .events),
        .run(.loadPage(.allOpen, page: 0), id: .page(0)),
      ])
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now.adding(seconds: 30)))
    #expect(walk.orders.contains(wait(30)), "and so on")
  }

  @Test func equalRowsAreNoNews() {
    var walk = Walk.withCase(9)
    let before = walk.state.list.pages
    walk.send(.refreshDue(at: Walk.now))
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    walk.send(.caseArrived(Sample.whole(9)))
    #expect(walk.state.list.pages == before)
    #expect(walk.state.notice == nil)
  }

  @Test func whatOthersChangedIsToldAndTheCursorStays() throws {
    var walk = Walk.withCase(9)
    walk.press("j", "j")
    walk.send(.caseArrived(Sample.whole(7)))
    walk.send(.refreshDue(at: Walk.now))
    // Case 3 was changed, and is the first one now; case 10 is new.
    var rows = Sample.page(0, of: 9).cases.filter { $0.number.rawValue != 3 }
    var changed = Sample.summary(3)
    changed.updatedAt = Walk.now.adding(seconds: 1)
    var new = Sample.summary(10)
    new.createdAt = Walk.now.adding(seconds: 2)
    new.updatedAt = Walk.now.adding(seconds: 2)
    rows.insert(contentsOf: [new, changed], at: 0)
    let later = Walk.now.adding(seconds: 30)
    walk.send(.pageArrived(0, CasePage(cases: rows, totalCount: 10), at: later))
    #expect(walk.state.list.current?.number == CaseNumber(7))
    #expect(walk.state.list.selected == CaseNumber(7))
    #expect(walk.state.notice == Notice(.info, "Changed meanwhile: #10 #3"))
  }

  @Test func whatSomebodyWroteIntoTheOpenCaseIsTold() {
    var walk = Walk.withCase(9)
    walk.send(.refreshDue(at: Walk.now))
    walk.send(.caseArrived(Sample.whole(9, findings: "New words")))
    #expect(
      walk.state.notice
        == Notice(.info, "kim@example.com changed Findings of #9 meanwhile"))
    walk.press("t")
    walk.send(.caseArrived(Sample.whole(9, findings: "New words", status: .closed)))
    #expect(
      walk.state.notice
        == Notice(.info, "#9 is closed now; kim@example.com did that meanwhile"))
  }

  @Test func anotherMessageIsNotTalkedOver() {
    var walk = Walk.withCase(9)
    walk.state.notice = Notice(.error, "Read this")
    walk.send(.refreshDue(at: Walk.now))
    walk.send(.caseArrived(Sample.whole(9, findings: "New words")))
    #expect(walk.state.notice == Notice(.error, "Read this"))
  }

  @Test func theFormIsLeftAlone() {
    var walk = Walk.withCase(9)
    walk.press("e")
    walk.type("Words")
    let form = walk.state.form
    walk.send(.refreshDue(at: Walk.now))
    #expect(!walk.orders.contains { if case .run(.loadCase, _) = $0 { true } else { false } })
    #expect(walk.state.form == form)
  }

  @Test func troublesMakeItRarerAndSuccessMakesItAsBefore() {
    var walk = Walk.withCases(9)
    for seconds in [60, 120, 240, 480, 600, 600] {
      walk.send(.refreshDue(at: Walk.now))
      walk.send(.pageFailed(0, error))
      #expect(walk.orders.contains(wait(seconds)))
      #expect(walk.state.list.failure == error)
      #expect(walk.state.list.row(0) != nil, "what was there stays")
    }
    walk.send(.refreshDue(at: Walk.now))
    #expect(walk.state.list.failure == error, "it is told until a page has come")
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    #expect(walk.state.list.failure == nil)
    #expect(walk.orders.contains(wait(30)))
  }

  @Test func aListThatWasTurnedToAndDidNotComeIsFetchedAgainAfterAWhile() {
    var walk = Walk.withCases(9)
    walk.press("9")
    walk.send(.pageFailed(0, error))
    #expect(walk.state.list.isOutdated)
    walk.send(.refreshDue(at: Walk.now))
    #expect(walk.orders.contains(.run(.loadPage(walk.state.list.query, page: 0), id: .page(0))))
    #expect(walk.state.list.failure == error, "it is told until a page has come")
    walk.send(.pageArrived(0, Sample.page(0, of: 12), at: Walk.now))
    #expect(walk.state.list.row(0)?.number == CaseNumber(12))
  }

  @Test func aListThatIsOnItsWayIsNotAskedForTwice() {
    var walk = Walk.withCases(9)
    walk.press("9")
    walk.send(.refreshDue(at: Walk.now))
    #expect(!walk.orders.contains { if case .run(.loadPage, _) = $0 { true } else { false } })
  }

  @Test func theFirstListThatDidNotComeIsFetchedAgainAfterAWhile() {
    var walk = Walk(120, 40)
    walk.send(.pageFailed(0, error))
    #expect(walk.orders.contains(wait(60)))
    walk.send(.refreshDue(at: Walk.now))
    #expect(walk.orders.contains(.run(.loadPage(.allOpen, page: 0), id: .page(0))))
    #expect(walk.state.list.failure == error, "it is told until a page has come")
  }

  /// A server that is silent made the key look dead for half a minute.
  @Test func thatItIsFetchedOnDemandIsToldUntilItComesAndNotOtherwise() {
    var walk = Walk.withCases(9)
    walk.send(.refreshDue(at: Walk.now))
    #expect(!walk.state.list.isFetchedAnew, "nobody asked")
    walk.press("r")
    #expect(walk.state.list.isFetchedAnew)
    walk.send(.pageFailed(0, error))
    #expect(!walk.state.list.isFetchedAnew)
    walk.press("r")
    #expect(walk.state.list.isFetchedAnew)
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    #expect(!walk.state.list.isFetchedAnew)
    var long = Walk.withCases(250)
    long.send(.pageArrived(1, Sample.page(1, of: 250), at: Walk.now))
    long.send(.refreshDue(at: Walk.now))
    long.send(.pageArrived(0, Sample.page(0, of: 250), at: Walk.now))
    #expect(!long.state.list.isFetchedAnew, "one page of several that nobody asked for")
  }

  /// The credentials were revoked while somebody worked: what is shown is from before until then.
  @Test func whyTheListIsFromBeforeStandsWhileTheCursorMoves() {
    let refused = CasesError.unauthorized(.signIn)
    var walk = Walk.withCases(50)
    walk.send(.refreshDue(at: Walk.now))
    walk.send(.pageFailed(0, refused))
    for key: Key in ["j", "k", "G", "g", "j"] {
      let orders = walk.press(key)
      #expect(walk.state.list.failure == refused)
      guard orders.contains(.run(.loadPage(.allOpen, page: 0), id: .page(0))) else { continue }
      walk.send(.pageFailed(0, refused))
    }
    #expect(walk.press("j").contains(.run(.loadPage(.allOpen, page: 0), id: .page(0))))
    walk.send(.pageArrived(0, Sample.page(0, of: 50), at: Walk.now))
    #expect(walk.state.list.failure == nil)
  }

  @Test func credentialsThatAreRefusedForACaseAreRefusedForTheList() throws {
    let refused = CasesError.unauthorized(.signIn)
    var walk = Walk.withCases(9)
    let number = try #require(walk.state.detail.number)
    walk.send(.caseFailed(number, refused))
    #expect(walk.state.list.failure == refused)
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    walk.send(.eventsFailed(number, refused))
    #expect(walk.state.list.failure == refused)
    var other = Walk.withCases(9)
    other.send(.caseFailed(number, error))
    #expect(other.state.list.failure == nil, "one case out of reach says nothing of the list")
  }

  @Test func nobodyLooksSoNothingIsFetched() {
    var walk = Walk.withCases(9)
    walk.send(.terminal(.focus(false), at: Walk.now))
    #expect(walk.orders == [.cancel(.refresh)])
    walk.send(.refreshDue(at: Walk.now))
    #expect(walk.orders.isEmpty)
    // Back before the interval is over, there is nothing to hurry for.
    walk.send(.terminal(.focus(true), at: Walk.now.adding(seconds: 5)))
    #expect(walk.orders == [wait(30)])
    walk.send(.terminal(.focus(false), at: Walk.now.adding(seconds: 6)))
    walk.send(.terminal(.focus(true), at: Walk.now.adding(seconds: 300)))
    #expect(walk.orders.contains(.run(.loadPage(.allOpen, page: 0), id: .page(0))))
  }

  @Test func switchedOffItFetchesNothing() {
    var walk = Walk(120, 40)
    walk.state.freshness.interval = 0
    walk.send(.pageArrived(0, Sample.page(0, of: 9), at: Walk.now))
    #expect(!walk.orders.contains { if case .run(.waitToRefresh, _) = $0 { true } else { false } })
  }

  @Test(
    arguments: [
      (0, nil), (119, nil), (120, "2m old"), (3_600, "1h old"), (3_000_000, "from 26 Oct"),
    ] as [(Int64, String?)])
  func theAgeIsToldOnceItMatters(seconds: Int64, age: String?) {
    #expect(Freshness.age(Walk.now, now: Walk.now.adding(seconds: seconds)) == age)
  }
}
