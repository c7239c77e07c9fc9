import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Marks, and what is done to all that are marked.
@Suite struct BulkTests {
  private func numbers(_ walk: Walk) -> [Int64] { walk.state.marks.keys.map(\.rawValue).sorted() }

  private func steps(_ orders: Walk.Orders) -> [Int64] {
    orders.compactMap { order in
      if case .run(.bulkStep(_, let summary, _), _) = order { summary.number.rawValue } else { nil }
    }
  }

  private let error = CasesError.transport(.getCase, TransportError(.notConnected, "down"))

  /// Cases 12 down to 1, of which 12, 11 and 10 are marked.
  private func marked() -> Walk {
    var walk = Walk.withCases(12)
    walk.press(" ", " ", " ")
    return walk
  }

  @Test func spaceMarksAndMovesOnAndTakesMarksAway() {
    var walk = marked()
    #expect(numbers(walk) == [10, 11, 12])
    #expect(walk.state.list.cursor == 3)
    walk.press("k", " ")
    #expect(numbers(walk) == [11, 12])
  }

  @Test func aRangeIsMarkedFromItsBeginningToTheCursor() {
    var walk = Walk.withCases(12)
    walk.press("j", "v", "j", "j")
    #expect(walk.state.marks.isEmpty)
    #expect((0..<6).filter(walk.state.isMarked) == [1, 2, 3], "it is shown before it is marked")
    walk.press("v")
    #expect(numbers(walk) == [9, 10, 11])
    walk.press("v", "j", .escape)
    #expect(walk.state.rangeStart == nil)
    #expect(numbers(walk) == [9, 10, 11])
  }

  @Test func allOfTheListIsMarkedWhereverItIs() {
    var walk = Walk.withCases(12)
    walk.press("*")
    #expect(numbers(walk) == Array(1...12))
    walk.press("*")
    #expect(walk.state.marks.isEmpty)

    var long = Walk.withCases(350)
    long.press("*")
    #expect(long.orders == [.run(.loadQueue(.allOpen, for: .marks), id: .queue)])
    let cases = (0..<4).flatMap { Sample.page($0, of: 350).cases }
    long.send(.queueArrived(.allOpen, cases, for: .marks))
    #expect(long.state.marks.count == 350)
    long.press("*")
    #expect(long.state.marks.isEmpty)
  }

  @Test func escTakesMarksAwayBeforeAnythingElse() {
    var walk = marked()
    walk.press(.escape)
    #expect(walk.state.marks.isEmpty)
    #expect(walk.state.notice?.text == "Marks are gone")
  }

  /// Test line 19: what a filter hides is told beside what is marked.
  @Test func hiddenMarksAreCounted() {
    var walk = Walk.withCases(12)
    for _ in 0..<10 { walk.press(" ") }
    walk.press("9")
    walk.send(
      .pageArrived(0, CasePage(cases: [Sample.summary(12)], totalCount: 1), at: Walk.now))
    #expect(walk.state.marks.count == 10)
    #expect(Wording.marked(walk.state) == "10 marked, 9 hidden")
    walk.press("X")
    walk.send(.dialogDrawn)
    guard case .bulk(let dialog) = walk.state.dialog, case .confirm(let act) = dialog.stage else {
      Issue.record("there is no question")
      return
    }
    #expect(Wording.question(act, dialog).contains("9 of them are not in the list"))
    #expect(
      walk.state.dialog.flatMap(walk.state.question)?.title == "Close 10 cases for ever")
  }

  /// Test line 20: a case that has left the list on the server has no mark.
  @Test func aMarkGoesWithItsCase() {
    var walk = marked()
    walk.press("r")
    var rows = Sample.page(0, of: 12).cases
    rows.removeAll { $0.number.rawValue == 11 }
    walk.send(.pageArrived(0, CasePage(cases: rows, totalCount: 11), at: Walk.now))
    #expect(numbers(walk) == [10, 12])
  }

  /// Test line 29: one question for all, its count typed, a line for each, failures stay marked.
  @Test func manyAreClosedByOneQuestionAndFailuresStayMarked() throws {
    var walk = marked()
    walk.press("X")
    walk.send(.dialogDrawn)
    for wrong in ["\n", "2\n"] {
      walk.type(wrong)
      #expect(walk.state.outbox.isEmpty)
      walk.press(.backspace)
    }
    walk.type("3\n")
    #expect(walk.state.outbox.count == 1)
    #expect(steps(walk.all).isEmpty, "it waits in the outbox")
    walk.send(.outboxDue(CaseNumber(10)))
    #expect(steps(walk.orders) == [10, 11, 12])
    let whole = Sample.whole(10)
    let order = SaveOrder(Draft(of: whole, at: Walk.now), closes: true)
    let closed = Sample.whole(10, status: .closed)
    walk.send(.bulkStepEnded(CaseNumber(10), .saved(order, .change(.saved(closed, kept: [])))))
    walk.send(.bulkStepEnded(CaseNumber(11), .changedSince))
    walk.send(.bulkStepEnded(CaseNumber(12), .notRead(error)))
    #expect(numbers(walk) == [11, 12])
    let run = try #require(walk.state.bulk)
    #expect(run.isFinished && run.doneCount == 1)
    #expect(
      run.failures.first?.reason == "Somebody changed it since it was marked; read it again")
    #expect(walk.state.notice?.text == "1 of 3 cases done, 2 not, and still marked")
    // The report stays until it is read, and the rest can be tried again.
    guard case .bulk = walk.state.dialog else {
      Issue.record("there is no report")
      return
    }
    walk.press("q", "b")
    guard case .bulk(let again) = walk.state.dialog else {
      Issue.record("there is no choice")
      return
    }
    #expect(again.stage == .menu && again.cases.count == 2)
  }

  @Test func whatWaitsIsTakenBackAsAWhole() {
    var walk = marked()
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("3\n")
    walk.press("j", "j", "k", "k", "u")
    #expect(walk.state.outbox.isEmpty)
    #expect(walk.state.notice?.text == "3 cases stay as they are; nothing was sent")
    #expect(numbers(walk) == [10, 11, 12])
  }

  @Test func manyAreAssignedAfterAYes() throws {
    var walk = marked()
    walk.press("b", "a")
    walk.type("kim@example.com\n")
    walk.send(.dialogDrawn)
    walk.press("y")
    #expect(steps(walk.orders) == [10, 11, 12])
    for number: Int64 in [10, 11, 12] {
      var draft = Draft(of: Sample.whole(number), at: Walk.now)
      draft.texts.assignee = "kim@example.com"
      var stored = Sample.whole(number)
      stored.summary.assigneeUsername = "kim@example.com"
      stored.summary.assignee = UserUID("9")
      let order = SaveOrder(draft, closes: false)
      walk.send(
        .bulkStepEnded(CaseNumber(number), .saved(order, .change(.saved(stored, kept: [])))))
    }
    #expect(walk.state.marks.isEmpty)
    #expect(walk.state.notice == Notice(.done, "3 of 3 cases done"))
    #expect(
      walk.orders.contains { if case .run(.countViews, _) = $0 { true } else { false } },
      "what the views counted is not true any more")
    #expect(walk.state.dialog == nil)
  }

  @Test(arguments: ["n", .enter, .escape, " "] as [Key])
  func nothingIsDoneWithoutAYes(key: Key) {
    var walk = marked()
    walk.press("b", "s")
    walk.type("kim@example.com\n")
    walk.send(.dialogDrawn)
    walk.press(key, "y")
    #expect(steps(walk.all).isEmpty)
  }

  private func act(_ walk: Walk) -> BulkAct? {
    if case .bulk(let dialog) = walk.state.dialog, case .confirm(let act) = dialog.stage {
      act
    } else {
      nil
    }
  }

  @Test(
    arguments: [
      ("a", "me\n", .assign("jo@example.com")), ("s", " ME \n", .setSubject("jo@example.com")),
      ("a", "\n", .assign("jo@example.com")), ("a", "nobody\n", .assign("")),
      ("s", "nobody\n", .setSubject("")), ("a", "mel@example.com\n", .assign("mel@example.com")),
    ] as [(Key, String, BulkAct)])
  func meIsWhoWorksHere(kind: Key, words: String, wanted: BulkAct) {
    var walk = marked()
    walk.state.me = "jo@example.com"
    walk.press("b", kind)
    walk.type(words)
    #expect(act(walk) == wanted)
  }

  @Test func meIsRefusedWhereNobodyKnowsWhoWorksHere() {
    var walk = marked()
    walk.press("b", "a")
    walk.type("me\n")
    guard case .bulk(let dialog) = walk.state.dialog else {
      Issue.record("there is no question")
      return
    }
    #expect(dialog.problem == Wording.whoIsMe && dialog.stage == .words(.assign))
  }

  @Test(arguments: [[Key.tab, .enter], [.down, .enter], [.down, .down, .tab, .enter]])
  func peopleAreOfferedForManyAsTheyAreInTheForm(keys: [Key]) {
    var walk = marked()
    walk.press("b", "s")
    walk.type("ki")
    #expect(walk.orders.contains(.run(.suggestPeople("ki", rest: 150), id: .suggestions)))
    walk.send(.peopleSuggested("ki", ["kim@example.com", "kit@example.com"]))
    for key in keys {
      #expect(act(walk) == nil, "nothing is asked before Enter")
      walk.press(key)
    }
    #expect(act(walk) == .setSubject(keys.count == 4 ? "kit@example.com" : "kim@example.com"))
    #expect(walk.orders == [.cancel(.suggestions)])
  }

  /// As in the question for one case: nobody is chosen from the list, by its word or with the
  /// arrows.
  @Test func enterAloneMeansTheSameForManyAsForOne() {
    var walk = marked()
    walk.state.me = "jo@example.com"
    walk.press("b", "a")
    guard case .bulk(let dialog) = walk.state.dialog else {
      Issue.record("there is no question")
      return
    }
    #expect(walk.state.choices(of: dialog) == ["jo@example.com", "nobody"])
    #expect(dialog.choice.cursor == 0)
    walk.press(.down, .enter)
    #expect(act(walk) == .assign(""))
  }

  @Test func nobodyIsMadeTheSubjectOfManyByEnterAlone() {
    var walk = marked()
    walk.state.me = "jo@example.com"
    walk.press("b", "s", .enter)
    #expect(act(walk) == nil)
    guard case .bulk(let dialog) = walk.state.dialog else {
      Issue.record("there is no question")
      return
    }
    #expect(dialog.problem == "Type a user name, or choose one with ↓")
  }

  @Test func enterAloneAssignsNothingWhereNobodyKnowsWhoWorksHere() {
    var walk = marked()
    walk.press("b", "a", .enter)
    #expect(act(walk) == nil)
    guard case .bulk(let dialog) = walk.state.dialog else {
      Issue.record("there is no question")
      return
    }
    #expect(dialog.problem == Wording.whoIsMe)
  }

  @Test func theCountMayBeTypedAsItIsShown() {
    var walk = Walk.withCases(1_000)
    let cases = (0..<10).flatMap { Sample.page($0, of: 1_000).cases }
    walk.press("*")
    walk.send(.queueArrived(.allOpen, cases, for: .marks))
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("1,000\n")
    #expect(walk.state.outbox.count == 1)
    walk.send(.outboxDue(CaseNumber(1)))
    let run = walk.state.bulk
    #expect(run.map { Wording.state(of: $0) } == "Closing 0 of 1,000")
  }

  @Test func whatIsDoneCanBeStoppedNoMore() {
    var walk = marked()
    walk.press("b", "p")
    walk.type("out\n")
    walk.send(.dialogDrawn)
    walk.press("y")
    #expect(walk.state.hints.map(\.key).contains("s"))
    for number: Int64 in [10, 11, 12] {
      walk.send(.bulkStepEnded(CaseNumber(number), .notRead(error)))
    }
    guard case .bulk(let dialog) = walk.state.dialog else {
      Issue.record("there is no report")
      return
    }
    #expect(dialog.stage == .run)
    #expect(!walk.state.hints.map(\.key).contains("s"))
  }

  @Test func aPastedBeginningIsCompletedAndLeavingAsksNoMore() {
    var walk = marked()
    walk.press("b", "a")
    walk.send(.terminal(.paste("ki"), at: Walk.now))
    #expect(walk.orders.contains(.run(.suggestPeople("ki", rest: 150), id: .suggestions)))
    walk.press(.control("c"))
    #expect(walk.state.dialog == nil)
    #expect(walk.orders == [.cancel(.suggestions)])
  }

  @Test func anUnknownPersonEndsItAtOnce() {
    var walk = Walk.withCases(12)
    walk.press("*", "b", "a")
    walk.type("no.one\n")
    walk.send(.dialogDrawn)
    walk.press("y")
    let first = steps(walk.orders)
    #expect(first == [1, 2, 3, 4], "four at once")
    for number in first {
      let order = SaveOrder(Draft(of: Sample.whole(number), at: Walk.now), closes: false)
      walk.send(
        .bulkStepEnded(CaseNumber(number), .saved(order, .personUnknown(.assignee, "no.one"))))
      #expect(steps(walk.orders).isEmpty)
    }
    #expect(walk.state.bulk?.leftCount == 8)
    #expect(walk.state.marks.count == 12)
  }

  @Test func aStopLetsWhatIsUnderWayEnd() {
    var walk = Walk.withCases(12)
    walk.press("*", "b", "p")
    walk.type("out\n")
    walk.send(.dialogDrawn)
    walk.press("y")
    walk.press("s")
    for number: Int64 in [1, 2, 3, 4] {
      let order = ExportOrder(
        number: CaseNumber(number), kind: .summaryPDF, path: "out/Case-\(number).pdf",
        replacing: false)
      walk.send(
        .bulkStepEnded(CaseNumber(number), .exported(order, .saved(path: order.path, bytes: 1))))
    }
    #expect(walk.state.notice?.text == "4 of 12 cases done, 8 never begun, and still marked")
    #expect(walk.state.marks.count == 8)
  }

  @Test func aCaseWithADraftIsLeftAlone() {
    var walk = marked()
    walk.send(.caseArrived(Sample.whole(9)))
    walk.press("e", .controlEnd)
    walk.type("!")
    walk.press(.escape, " ", "X")
    walk.send(.dialogDrawn)
    walk.type("4\n")
    walk.send(.outboxDue(CaseNumber(9)))
    #expect(steps(walk.orders) == [10, 11, 12])
    #expect(
      walk.state.bulk?.failures.map(\.reason)
        == ["It has an unsaved draft; save or drop it first"])
  }
}
