import CaseWire
import CasesAPI
import Threads
import StateStore
import TerminalModel
import TestSupport
import Testing
import Workbench
import WorkbenchSupport

/// How a case changed, as the server tells it or as it was seen from here.
@Suite struct HistoryTests {
  private let seven = CaseNumber(7)
  private let error = CasesError.transport(.getCase, TransportError(.notConnected, "down"))

  private let noHistory = CasesError.notFound(.getHistory)

  /// A history that is open, with all that its change under the cursor needs.
  private func open(_ page: HistoryPage = Sample.history(), status: CaseStatus = .open) -> Walk {
    var walk = Walk.withCases(7, 100, 24)
    walk.send(.caseArrived(Sample.whole(7, status: status)))
    walk.press("H")
    #expect(walk.orders == [.run(.loadHistory(seven, page: 1), id: .history)])
    walk.send(.historyArrived(seven, page: 1, page))
    compare(&walk)
    return walk
  }

  private func compare(_ walk: inout Walk) {
    for case .run(.compareHistory(let number, let item), _) in walk.orders {
      var found: [CaseField: TextDifference] = [:]
      for change in item.changes where change.isLong {
        found[change.field ?? .name] = TextDifference(from: change.before, to: change.after)
      }
      walk.send(.historyCompared(number, item.time, found))
    }
  }

  private func press(_ walk: inout Walk, _ keys: Key...) {
    for key in keys {
      walk.press(key)
      compare(&walk)
    }
  }

  private func dialog(_ walk: Walk) throws -> HistoryDialog {
    guard case .history(let dialog) = walk.state.dialog else {
      throw HistoryTestError.notOpen
    }
    return dialog
  }

  private func lines(_ walk: Walk) throws -> [String] { try dialog(walk).lines.map(\.text) }

  @Test func changesAreToldWithTheirWordsTheLastOneFirst() throws {
    var walk = open()
    let items = try dialog(walk).items
    #expect(
      items.map { "\($0.who ?? "") \(Wording.what($0))" } == [
        "kim@example.com Status", "dana@example.com Assignee, Findings",
        "kim@example.com 2 events added", "kim@example.com Findings", "kim@example.com created",
      ])
    #expect(
      try lines(walk) == [
        "26 Oct 2026 07:42 UTC  kim@example.com", "▸ Status", "- OPEN", "+ CLOSED",
      ])
    press(&walk, "j")
    #expect(
      try lines(walk) == [
        "26 Oct 2026 07:40 UTC  dana@example.com", "▸ Assignee", "- kim@example.com",
        "+ dana@example.com", "  Findings", "  # Timeline", "- - Friday", "+ - Friday night",
        "  - archive copied", "  ⋯",
      ])
    press(&walk, .tab)
    #expect(try lines(walk).filter { $0.hasPrefix("▸") } == ["▸ Findings"])
    press(&walk, "v")
    #expect(
      try lines(walk).dropFirst() == [
        "▸ Findings, the earlier text, 43 characters", "# Timeline", "- Friday",
        "- archive copied", "- gone",
      ])
    press(&walk, "v")
    #expect(try lines(walk)[3] == "- Friday night")
    press(&walk, "j")
    #expect(try lines(walk).suffix(3) == ["  2 events added", "  0_event_1", "  0_event_2"])
  }

  /// Words are compared outside, so that no key waits for it; what was compared is not compared
  /// again.
  @Test func wordsAreComparedOnceAndOnlyForTheChangeUnderTheCursor() throws {
    var walk = open()
    #expect(!walk.all.contains { if case .run(.compareHistory, _) = $0 { true } else { false } })
    walk.press("j")
    let item = try dialog(walk).items[1]
    #expect(walk.orders == [.run(.compareHistory(seven, item), id: .historyWords)])
    #expect(try lines(walk).last == "  …")
    compare(&walk)
    walk.press("k", "j")
    #expect(walk.orders == [])
    #expect(try lines(walk).count == 10)
  }

  @Test func aLongHistoryComesPageByPage() throws {
    func page(_ numbers: Range<Int64>, of total: Int) -> HistoryPage {
      HistoryPage(
        history: numbers.reversed().map { number in
          HistoryEntry(
            .changed, changedAt: Walk.now.adding(seconds: number), userUid: nil, username: nil,
            changes: [FieldChange("name", from: "\(number)", to: "\(number + 1)")])
        }, totalCount: total)
    }
    var walk = open(page(25..<45, of: 45))
    #expect(walk.orders == [])
    walk.press("G")
    #expect(walk.orders == [.run(.loadHistory(seven, page: 2), id: .history)])
    // Two changes were made meanwhile, so that two come twice.
    walk.send(.historyArrived(seven, page: 2, page(7..<27, of: 47)))
    #expect(try dialog(walk).items.count == 38)
    walk.press("G")
    #expect(walk.orders == [.run(.loadHistory(seven, page: 3), id: .history)])
    walk.send(.historyFailed(seven, error))
    #expect(try dialog(walk).items.count == 38 && dialog(walk).failure != nil)
    walk.press("r")
    walk.send(.historyArrived(seven, page: 1, page(27..<47, of: 47)))
    #expect(try dialog(walk).items.count == 20 && dialog(walk).failure == nil)
    // The cursor stands near the end of the first page.
    #expect(walk.orders == [.run(.loadHistory(seven, page: 2), id: .history)])
    walk.send(.historyArrived(seven, page: 2, page(7..<27, of: 47)))
    #expect(walk.orders == [])
    walk.press("G")
    #expect(walk.orders == [.run(.loadHistory(seven, page: 3), id: .history)])
    walk.send(.historyArrived(seven, page: 3, page(0..<7, of: 47)))
    walk.press("G")
    #expect(walk.orders == [])
    #expect(try dialog(walk).items.count == 47 && dialog(walk).change?.before == "0")
  }

  /// Test line 65: the text goes out whole, and too long a one is said to be so.
  @Test func earlierTextsAreCopied() throws {
    var walk = open()
    press(&walk, "j", .tab, "y")
    #expect(walk.state.clipping == "# Timeline\n- Friday\n- archive copied\n- gone")
    #expect(walk.state.notice?.text == "Given to the terminal to copy: 43 characters")
    walk.send(.clipped)
    press(&walk, "v", "v", "y")
    #expect(walk.state.clipping?.contains("Friday night") == true)
    walk.send(.clipped)
    press(&walk, "j", "y")
    #expect(walk.state.clipping == nil)
    #expect(walk.state.notice?.text == "This change has no text; choose another one")
    press(&walk, "j", "y")
    #expect(walk.state.notice?.text == "The text is empty; nothing was copied")
    let huge = String(repeating: "🙂", count: 30_000)
    var long = open(
      HistoryPage(
        history: [
          HistoryEntry(
            .changed, changedAt: Walk.now, userUid: nil, username: nil,
            changes: [FieldChange("findings", from: huge, to: nil)])
        ], totalCount: 1))
    press(&long, "y")
    #expect(long.state.clipping == nil)
    #expect(long.state.notice?.text.hasPrefix("Too long for the clipboard") == true)
  }

  /// An earlier text is typed, as it were: a draft, undone with the next key, sent by nobody.
  @Test func anEarlierTextGoesIntoTheFormAndNoFurther() throws {
    var walk = open()
    press(&walk, "j", .tab, "e")
    #expect(walk.state.dialog == nil)
    let earlier = "# Timeline\n- Friday\n- archive copied\n- gone"
    #expect(walk.state.form?.focus == .findings)
    #expect(walk.state.form?.texts.findings == earlier)
    #expect(walk.state.drafts[.existing(seven)]?.texts.findings == earlier)
    #expect(walk.state.drafts[.existing(seven)]?.base.findings == "Seen on Friday.")
    #expect(walk.saves == [])
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
    #expect(walk.state.drafts[.existing(seven)] == nil)
    #expect(walk.saves == [])
  }

  /// What was written and not saved stays as a draft of its own, be it of this program or another.
  @Test(arguments: [true, false])
  func anEarlierTextLeavesADraftAsItIs(isOwn: Bool) throws {
    var walk = Walk.withCase(7)
    let key = DraftKey.existing(seven)
    var other = Draft(of: Sample.whole(7), at: Walk.now)
    other.texts.findings = "Written before."
    let entry = DraftEntry(other, file: "case-7~2.json")
    walk.send(.draftsLoaded(isOwn ? [other] : [], others: isOwn ? [] : [entry], troubles: []))
    walk.press("H")
    walk.send(.historyArrived(seven, page: 1, Sample.history()))
    walk.press("j", .tab, "e")
    let order = WorkbenchEffect.chooseDraft(key, .startAfresh, waiting: nil)
    #expect(walk.orders.contains(.run(order, id: .draft(key))))
    #expect(walk.state.dialog == nil)
    walk.send(.draftChosen(key, .startAfresh, nil, others: [entry]))
    #expect(walk.state.form?.texts.findings.hasPrefix("# Timeline") == true)
    #expect(walk.state.drafts(of: key).map(\.draft.texts.findings).contains("Written before."))
    #expect(walk.state.notice?.text.contains("your draft stays beside it") == true)
  }

  /// Without a draft the form is opened and says it; with one it would look as if that were gone.
  @Test(arguments: [true, false])
  func aTextThatTheCaseHasAlreadyIsNotPutBack(hasDraft: Bool) throws {
    let earlier = "# Timeline\n- Friday\n- archive copied\n- gone"
    let whole = Sample.whole(7, findings: earlier)
    var walk = Walk.withCases(7, 100, 24)
    walk.send(.caseArrived(whole))
    var draft = Draft(of: whole, at: Walk.now)
    draft.texts.findings = "Written before."
    if hasDraft { walk.send(.draftsLoaded([draft], others: [], troubles: [])) }
    walk.press("H")
    walk.send(.historyArrived(seven, page: 1, Sample.history()))
    press(&walk, "j", .tab, "e")
    if hasDraft {
      #expect(
        walk.state.notice?.text
          == "The case has this text as findings already; your draft is left as it is")
      #expect(walk.state.form == nil)
      _ = try dialog(walk)
      #expect(walk.state.drafts[.existing(seven)] == draft)
    } else {
      #expect(walk.state.notice?.text == "The form has this text as findings already")
      #expect(walk.state.form?.texts.findings == earlier)
      #expect(walk.state.drafts.isEmpty)
    }
    #expect(walk.saves == [])
  }

  @Test func whatNoFormHasIsNotPutBack() throws {
    var walk = open()
    press(&walk, "e")
    #expect(walk.state.form == nil)
    #expect(walk.state.notice?.text.hasPrefix("Status is not written in the form") == true)
    _ = try dialog(walk)
  }

  /// The history of a closed case is read and copied; nothing is put into a form of it.
  @Test(arguments: [CaseStatus.closed, .archived])
  func aSettledCaseIsOnlyRead(status: CaseStatus) throws {
    var walk = open(status: status)
    press(&walk, "j", .tab, "e")
    #expect(walk.state.form == nil && walk.state.intent == nil)
    #expect(
      walk.state.notice?.text.hasPrefix("#7 is \(status.rawValue.lowercased())") == true)
    #expect(try dialog(walk).items.count == 5)
    press(&walk, "y")
    #expect(walk.state.clipping != nil)
  }

  /// The case may have been closed since it was shown last.
  @Test func aCaseThatWasClosedMeanwhileIsNotPutBackEither() throws {
    var walk = Walk.withCases(7)
    walk.press("H")
    walk.send(.historyArrived(seven, page: 1, Sample.history()))
    walk.press("j", .tab, "e")
    #expect(walk.orders.contains(.run(.loadCase(seven, rest: 0), id: .detail)))
    walk.send(.caseArrived(Sample.whole(7, status: .closed)))
    #expect(walk.state.form == nil)
    #expect(walk.state.notice?.text.hasPrefix("#7 is closed") == true)
  }

  @Test func whereTheServerTellsNoneWhatWasSeenIsShownAndCalledSo() throws {
    var walk = Walk.withCase(7)
    walk.press("H")
    let before = "# Timeline\n- one\n- two\n- three"
    let after = "# Timeline\n- one\n- two\n- 3"
    walk.send(
      .historySeen(
        seven,
        [Sample.seen(before, 0), Sample.seen(after, 1), Sample.seen(after, 2, status: .closed)],
        because: noHistory))
    compare(&walk)
    #expect(
      try lines(walk) == [
        "Seen so from 26 Oct 2026 07:35 UTC on; changed last 26 Oct 2026 07:35 UTC by "
          + "kim@example.com. Others may",
        "have changed more in between.", "The server tells no history of this case.", "▸ Status",
        "- OPEN", "+ CLOSED",
      ])
    press(&walk, "j")
    #expect(
      try lines(walk).suffix(5) == ["▸ Findings", "  ⋯", "  - two", "- - three", "+ - 3"])
    press(&walk, "e")
    #expect(walk.state.form?.texts.findings == before)
    walk.press(.escape, "H")
    walk.send(.historySeen(seven, [Sample.seen(before, 0)], because: error))
    #expect(try lines(walk).last == "what it was before was not seen")
    #expect(try lines(walk).contains("The server cannot be reached: down."))
  }

  /// What a server answers that has no such path, and what comes of it.
  @Test(arguments: [404, 405, 501, 500])
  func theStatesThatWereSeenComeInThePlaceOfAHistory(status: Int) async throws {
    try await Scratch.use { folder in
      let cache = CaseCache(path: folder + "/cache")
      let states = [Sample.seen("a", 0), Sample.seen("b", 1)]
      for state in states { cache.remember(state.value, seenAt: state.seenAt) }
      let transport = FakeTransport(.status(status), .status(status))
      let runner = WorkbenchRunner(
        api: CasesClient(over: transport, as: .token("t")), drafts: nil, cache: cache, home: nil,
        clock: { Walk.now }, rest: { _ in })
      let answers = Locked<[WorkbenchAction]>([])
      for page in 1...2 {
        await runner.run(.loadHistory(seven, page: page)) { answer in
          answers.withLock { $0.append(answer) }
        }
      }
      let error =
        status == 404
        ? CasesError.notFound(.getHistory) : .refused(.getHistory, status: status, nil)
      // A later page that does not come takes nothing away that has.
      #expect(
        answers.withLock { $0 }
          == [.historySeen(seven, states, because: error), .historyFailed(seven, error)])
      #expect(
        transport.requests.map(\.target) == [
          "/v1/cases/7/history?pgNum=1&pgSize=20", "/v1/cases/7/history?pgNum=2&pgSize=20",
        ])
    }
  }

  @Test(arguments: [
    (CasesError.notFound(.getHistory), true),
    (.refused(.getHistory, status: 405, nil), true),
    (.refused(.getHistory, status: 501, nil), true),
    (.refused(.getHistory, status: 403, nil), false),
    (.transport(.getHistory, TransportError(.timedOut, "")), false),
  ])
  func aServerWithoutHistoriesIsToldFromOneThatIsNotThere(error: CasesError, isWithout: Bool) {
    #expect(HistorySource.seen(error).isWithoutHistory == isWithout)
  }
}

private enum HistoryTestError: Error {
  case notOpen
}
