import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

@Suite struct DialogTests {
  @Test func anExistingFileIsReplacedOnlyWhenAsked() {
    var walk = Walk.withCase(7)
    walk.press("x", "p", .enter)
    let first = ExportOrder(
      number: CaseNumber(7), kind: .summaryPDF, path: "Case-7.pdf", replacing: false)
    #expect(walk.orders == [.run(.export(first), id: .export(CaseNumber(7)))])
    walk.send(.exportEnded(first, .exists))
    walk.press("y")
    #expect(walk.orders.isEmpty)
    walk.send(.dialogDrawn)
    walk.press("y")
    let second = ExportOrder(
      number: CaseNumber(7), kind: .summaryPDF, path: "Case-7.pdf", replacing: true)
    #expect(walk.orders == [.run(.export(second), id: .export(CaseNumber(7)))])
    walk.send(.exportEnded(second, .saved(path: "Case-7.pdf", bytes: 1_618)))
    #expect(walk.state.notice == Notice(.done, "Saved Case-7.pdf, 1,618 bytes"))
    #expect(walk.state.dialog == nil)
  }

  @Test func theFilterAsksForPeopleByNameAndForWholeDays() {
    var walk = Walk.withCases(7)
    walk.press("f", "c", .tab)
    walk.type("pay")
    walk.press(.tab)
    walk.type("dana@example.com")
    walk.press(.tab, .tab, .tab)
    walk.type("2026-10-26")
    walk.press(.tab)
    walk.type("2026-10-26")
    walk.press(.enter)
    var query = CaseQuery(CaseFilter(), by: CaseQuery.allOpen.order)
    query.filter.statuses = [.closed]
    query.filter.name = "pay"
    query.people = [.assignee: "dana@example.com"]
    query.filter.createdAt = TimeSpan(
      start: Timestamp("2026-10-26T00:00:00Z"), end: Timestamp("2026-10-26T23:59:59.999999Z"))
    #expect(walk.orders == [.run(.findPeople(query, rest: 0), id: .people)])
    query.filter.assignee = UserUID("1")
    walk.send(.peopleFound(query))
    #expect(walk.state.dialog == nil)
    #expect(walk.orders.contains(.run(.loadPage(query, page: 0), id: .page(0))))
  }

  @Test func aMistakeInTheFilterIsMarkedAndTheListStays() {
    var walk = Walk.withCases(7)
    walk.press("f", .backTab)
    walk.type("yesterday\n")
    guard case .filter(let dialog) = walk.state.dialog else {
      Issue.record("the filter is gone")
      return
    }
    #expect(dialog.problems == [.updatedTo: "A date is 2026-10-26, or 7d for seven days ago"])
    #expect(walk.state.list.query == .allOpen)
  }

  @Test func theOrderIsChosenByLetter() {
    var walk = Walk.withCases(7)
    walk.press("s", "a")
    #expect(walk.state.list.query.order == CaseOrder(by: .name))
    walk.press("S")
    #expect(walk.state.list.query.order == CaseOrder(by: .name, isDescending: true))
  }

  @Test func pastedTextInAListActsNowhere() {
    var walk = Walk.withCase(7)
    let orders = walk.send(.terminal(.paste("dX\n7\ny"), at: Walk.now))
    #expect(orders.isEmpty)
    #expect(walk.state.dialog == nil)
    #expect(walk.state.notice?.kind == .attention)
  }

  @Test func quittingWaitsForAChangeThatIsOnItsWay() throws {
    var walk = Walk.withCase(7)
    walk.press("e")
    walk.type("x")
    walk.press(.control("s"), .escape, "q")
    #expect(!walk.state.isFinished)
    let order = try #require(walk.saves.first)
    var stored = Sample.whole(7)
    stored.findings = order.draft.texts.findings
    walk.send(.saveEnded(order, .change(.saved(stored, kept: []))))
    #expect(walk.state.isFinished)
  }

  @Test func aFailedChangeKeepsTheProgramOpen() throws {
    var walk = Walk.withCase(7)
    walk.press("e")
    walk.type("x")
    walk.press(.control("s"), .escape, "q")
    let error = CasesError.transport(.replaceCase, TransportError(.notConnected, "refused"))
    walk.send(.saveEnded(try #require(walk.saves.first), .change(.failed(error))))
    #expect(!walk.state.isFinished)
    #expect(walk.state.notice?.kind == .error)
  }

  /// Trial T055: an end before its start is refused where it was typed; no request is made of it.
  @Test func t055ReversedBoundsAreRefusedBeforeARequest() {
    var walk = Walk.withCases(7)
    walk.press("f", .backTab, .backTab)
    walk.type("2026-10-27")
    walk.press(.tab)
    walk.type("2026-10-26")
    walk.press(.enter)
    guard case .filter(let dialog) = walk.state.dialog else {
      Issue.record("the filter is gone")
      return
    }
    #expect(dialog.problems == [.updatedTo: "This is before the start"])
    #expect(walk.orders.isEmpty)
  }

  /// Trial T055: a day from itself to itself is the whole day; an open end includes everything.
  @Test(
    arguments: [
      ("2026-10-26", "2026-10-26", "2026-10-26T00:00:00Z", "2026-10-26T23:59:59.999999Z"),
      ("2026-10-26", "", "2026-10-26T00:00:00Z", nil),
      ("", "2026-10-26", nil, "2026-10-26T23:59:59.999999Z"),
    ] as [(String, String, String?, String?)])
  func t055ADayEndsWithItsLastMicrosecond(from: String, to: String, start: String?, end: String?) {
    var walk = Walk.withCases(7)
    walk.press("f", .backTab, .backTab)
    walk.type(from)
    walk.press(.tab)
    walk.type(to)
    walk.press(.enter)
    let span = TimeSpan(start: start.flatMap { Timestamp($0) }, end: end.flatMap { Timestamp($0) })
    #expect(walk.state.list.query.filter.updatedAt == span)
  }

  /// Trial T088: the first page is not all there is, whether the server tells the total or not.
  @Test(arguments: [true, false])
  func t088EveryEventOfACaseIsShown(tellsTotal: Bool) {
    var walk = Walk.withCase(7)
    func page(_ numbers: ClosedRange<Int>) -> FileEventPage {
      FileEventPage(
        events: numbers.map { FileEvent(eventId: EventID("e\($0)")) },
        totalCount: tellsTotal ? 750 : nil)
    }
    walk.send(.eventsArrived(CaseNumber(7), page: 1, page(1...500)))
    #expect(walk.orders == [.run(.loadEvents(CaseNumber(7), page: 2, rest: 0), id: .events)])
    // Added meanwhile, an event moved to the next page comes twice and is shown once.
    walk.send(.eventsArrived(CaseNumber(7), page: 2, page(500...750)))
    #expect(walk.orders.isEmpty)
    #expect(walk.state.events.events.count == 750)
    #expect(walk.state.events.total == 750)
  }
}
