import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Keys act on the case that was seen under the cursor, whatever moves meanwhile.
@Suite struct TargetTests {
  private func rows(_ numbers: [Int64]) -> CasePage {
    CasePage(cases: numbers.map { Sample.summary($0) }, totalCount: numbers.count)
  }

  /// Test line 18: two rows come above the cursor, and the cursor stays on its case.
  @Test func theCursorStaysOnItsCaseWhenRowsComeAboveIt() {
    var walk = Walk.withCases(17)
    walk.press("j", "j", "j")
    #expect(walk.state.list.current?.number == CaseNumber(14))
    let top = walk.state.list.cursor - walk.state.list.top
    walk.press("r")
    walk.send(.pageArrived(0, rows([19, 18] + (1...17).reversed()), at: Walk.now))
    #expect(walk.state.list.current?.number == CaseNumber(14))
    #expect(walk.state.list.selected == CaseNumber(14))
    // There is nothing above to scroll, so that the row moves by what came.
    #expect(walk.state.list.cursor == 5 && walk.state.list.cursor - walk.state.list.top == top + 2)
  }

  /// Test line 26: an acting key that comes right after the list moved acts on the case seen
  /// before.
  @Test(arguments: ["e", "X", "A", "x", " "] as [Key])
  func anActingKeyActsOnTheCaseThatWasSeen(key: Key) throws {
    var walk = Walk.withCase(17)
    walk.press("r")
    walk.send(.pageArrived(0, rows([19, 18] + (1...17).reversed()), at: Walk.now))
    walk.press(key)
    walk.send(.caseArrived(Sample.whole(17)))
    let target: CaseNumber?
    switch walk.state.dialog {
    case .close(let dialog): target = dialog.shown.number
    case .assign(let dialog): target = dialog.summary.number
    case .export(let dialog): target = dialog.number
    default: target = walk.state.form?.key.number ?? walk.state.marks.keys.first
    }
    #expect(target == CaseNumber(17))
  }

  /// Test line 27: what is typed ahead of a screen that has changed does nothing.
  @Test func keysTypedWhileACaseIsAwaitedDoNothing() {
    var walk = Walk.withCases(17)
    walk.press("e")
    walk.type("words X17\n")
    walk.send(.caseArrived(Sample.whole(17)))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
    #expect(walk.saves.isEmpty && walk.state.outbox.isEmpty)
  }

  /// Test line 28: work that ends does not put the cursor back, and the last row does not creep.
  @Test func workThatEndsLeavesTheCursorWhereItIs() throws {
    var walk = Walk.withCase(17)
    walk.press("e", .controlEnd)
    walk.type("!")
    walk.press(.control("s"))
    let order = try #require(walk.saves.first)
    walk.press(.escape, "G")
    #expect(walk.state.list.current?.number == CaseNumber(1))
    walk.send(
      .saveEnded(order, .change(.saved(Sample.whole(17, findings: "Seen on Friday.!"), kept: []))))
    #expect(walk.state.list.current?.number == CaseNumber(1))
    for _ in 0..<3 {
      walk.press("r")
      walk.send(.pageArrived(0, Sample.page(0, of: 17), at: Walk.now))
      #expect(walk.state.list.cursor == 16)
    }
  }

  /// Test line 32: the filter of the list is there when one comes back from a case.
  @Test func theFilterIsThereAfterACaseWasOpened() {
    var walk = Walk.withCases(17)
    walk.press("/")
    walk.type("pay\n")
    let query = walk.state.list.query
    walk.send(.pageArrived(0, Sample.page(0, of: 17), at: Walk.now))
    walk.press(.enter, "l", .escape, .escape)
    #expect(walk.state.focus == .cases)
    #expect(walk.state.list.query == query)
    #expect(walk.state.queryText == "status:open pay")
  }

  /// Test line 30: on a closed case a key that would change it says why it does not.
  @Test(arguments: ["e", "E", "X", "A"] as [Key])
  func aClosedCaseSaysWhyItIsNotChanged(key: Key) {
    var walk = Walk.withCases(17)
    var closed = Sample.page(0, of: 17).cases
    closed[0].status = .closed
    walk.send(.pageArrived(0, CasePage(cases: closed, totalCount: 17), at: Walk.now))
    walk.press(key)
    #expect(walk.state.dialog == nil && walk.state.form == nil)
    #expect(walk.state.notice?.text.contains("is closed and can never be changed again") == true)
    #expect(walk.saves.isEmpty)
  }

  /// Test line 40: the case under the cursor is shown without being opened, once the cursor rests.
  @Test func theCaseUnderTheCursorIsShownOnceItRests() {
    var walk = Walk.withCases(17)
    walk.press("j")
    let number = CaseNumber(16)
    #expect(walk.orders.contains(.run(.loadCase(number, rest: 90), id: .detail)))
    #expect(walk.orders.contains(.run(.loadEvents(number, page: 1, rest: 90), id: .events)))
    walk.send(.caseArrived(Sample.whole(16)))
    walk.send(.eventsArrived(number, page: 1, Sample.events(3)))
    #expect(walk.state.focus == .cases)
    #expect(walk.state.detail.loaded?.number == number && walk.state.events.total == 3)
  }

  /// The next page is there before the cursor reaches it.
  @Test func theNextPageIsFetchedBeforeItIsReached() {
    var walk = Walk.withCases(350)
    for _ in 0..<40 { walk.press("j") }
    #expect(!walk.all.contains(.run(.loadPage(.allOpen, page: 1), id: .page(1))))
    for _ in 0..<12 { walk.press("j") }
    #expect(walk.all.contains(.run(.loadPage(.allOpen, page: 1), id: .page(1))))
    #expect(walk.state.list.cursor == 52)
  }
}
