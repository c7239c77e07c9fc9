import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Between the answer and the request lies a moment in which nothing has happened yet.
@Suite struct OutboxTests {
  private let seven = CaseNumber(7)

  private func posted(_ key: Key = "X") -> Walk {
    var walk = Walk.withCase(7)
    walk.press(key)
    walk.send(.dialogDrawn)
    walk.type("7\n")
    return walk
  }

  @Test(arguments: ["X", "D"] as [Key])
  func whatWaitsCanBeTakenBack(key: Key) {
    var walk = posted(key)
    walk.press("u")
    #expect(walk.acts == [.cancel(.outbox(seven))])
    // An answer that was on its way already finds nothing to send.
    walk.send(.outboxDue(seven))
    #expect(walk.orders.isEmpty)
    #expect(walk.state.outbox.isEmpty)
    #expect(walk.saves.isEmpty)
    #expect(walk.state.notice?.text.hasSuffix("nothing was sent") == true)
  }

  @Test func theLastOneIsTakenBackFirst() {
    var walk = Walk.withCases(9)
    for number in [9, 8] {
      walk.close(number)
      walk.press("j")
    }
    #expect(walk.state.outbox.map(\.number.rawValue) == [9, 8])
    walk.press("u")
    #expect(walk.state.outbox.map(\.number.rawValue) == [9])
    #expect(walk.state.notice?.text == "#8 stays open; nothing was sent")
  }

  @Test(arguments: ["e", "E", "X", "D", "a", "d"] as [Key])
  func aCaseThatWaitsIsNotChangedMeanwhile(key: Key) {
    var walk = posted()
    walk.send(.eventsArrived(seven, page: 1, Sample.events(2)))
    if key == "a" || key == "d" { walk.press("l", "l") }
    walk.press(key)
    #expect(walk.state.dialog == nil)
    #expect(walk.state.form == nil)
    #expect(walk.state.notice?.text == "#7 is about to be sent for ever; u takes it back first")
  }

  @Test(arguments: [("y", 1), ("u", 0)] as [(Key, Int)])
  func leavingAsksWhatBecomesOfIt(key: Key, sent: Int) {
    var walk = posted()
    walk.press("q")
    #expect(!walk.state.isFinished)
    walk.send(.dialogDrawn)
    walk.press(key)
    #expect(walk.saves.count == sent)
    // What was sent is waited for.
    #expect(walk.state.isFinished == (sent == 0))
    if let order = walk.saves.first {
      walk.send(.saveEnded(order, .change(.saved(Sample.whole(7, status: .closed), kept: []))))
      #expect(walk.state.isFinished)
    }
  }

  @Test func nothingIsSentAndNobodyLeavesWhileTheQuestionStands() {
    var walk = posted()
    walk.press("q")
    #expect(walk.orders.contains(.cancel(.outbox(seven))))
    walk.send(.outboxDue(seven))
    #expect(walk.saves.isEmpty)
    #expect(walk.state.outbox.count == 1)
    #expect(!walk.state.isFinished)
    walk.send(.dialogDrawn)
    walk.press(.escape)
    #expect(walk.orders.contains(.run(.waitInOutbox(seven, rest: 5_000), id: .outbox(seven))))
    walk.send(.outboxDue(seven))
    #expect(walk.saves.count == 1)
  }

  /// Who comes back to a program that was stopped has all the time again to take it back.
  @Test func nothingIsSentWhileTheProgramIsStopped() {
    var walk = posted()
    walk.send(.terminal(.stopping, at: Walk.now))
    #expect(walk.orders.contains(.cancel(.outbox(seven))))
    walk.send(.outboxDue(seven))
    #expect(walk.saves.isEmpty)
    let later = Walk.now.adding(seconds: 600)
    walk.send(.terminal(.resumed, at: later))
    #expect(walk.orders.contains(.run(.waitInOutbox(seven, rest: 5_000), id: .outbox(seven))))
    #expect(walk.state.outbox.map { $0.secondsLeft(at: later) } == [5])
  }

  /// A session that a signal ended says at the next start what it did not send any more.
  @Test func whatWasNotSentAnyMoreIsToldAtTheNextStart() {
    let last = posted()
    var next = Walk()
    next.state.restore(SessionMemory(last.state, isLeft: true))
    #expect(next.state.notice?.text.hasSuffix("was sent: #7 is not closed") == true)
    next.send(.draftsLoaded([], others: [], troubles: []))
    #expect(next.state.notice?.text.hasSuffix("was sent: #7 is not closed") == true)
    var later = Walk()
    later.state.restore(SessionMemory(next.state, isLeft: true))
    #expect(later.state.notice == nil)
  }

  /// A session that is cut off has left word of what waited; what was sent since is not told.
  @Test func whatWaitedWhenASessionWasCutOffIsToldAtTheNextStart() throws {
    func kept(_ walk: Walk) -> SessionMemory? {
      for case .run(.keepSession(let memory), _) in walk.orders { return memory }
      return nil
    }
    var last = posted()
    let memory = try #require(kept(last))
    var next = Walk()
    next.state.restore(memory)
    #expect(next.state.notice?.text.contains("was cut off") == true)
    #expect(next.state.notice?.text.contains("#7 is not closed, as far as is known") == true)
    last.send(.outboxDue(seven))
    var later = Walk()
    later.state.restore(try #require(kept(last)))
    #expect(later.state.notice == nil)
  }

  /// Each order, not only the first, is on disk as soon as it waits, and off it when it does not.
  @Test func everyOrderIsKeptTheMomentItWaits() throws {
    func kept(_ walk: Walk) throws -> String? {
      let memory = walk.orders.compactMap { order -> SessionMemory? in
        if case .run(.keepSession(let memory), _) = order { memory } else { nil }
      }
      var next = Walk()
      next.state.restore(try #require(memory.first))
      return next.state.notice?.text
    }
    var walk = Walk.withCases(9)
    for number in [9, 8] {
      walk.close(number)
      #expect(try kept(walk)?.contains("#\(number) is not closed") == true)
      if number == 9 { walk.press("j") }
    }
    walk.press("u")
    let told = try kept(walk)
    #expect(told?.contains("#9 is not closed") == true && told?.contains("#8") == false)
  }

  /// A list that is on its way is no reason to wait.
  @Test func whatWaitsIsKeptWithoutAListToo() throws {
    var walk = Walk.withCase(7)
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("7")
    walk.state.list = CaseListState(.allOpen)
    walk.press(.enter)
    #expect(walk.state.outbox.count == 1)
    let isKept = walk.orders.contains {
      if case .run(.keepSession, _) = $0 { true } else { false }
    }
    #expect(isKept)
  }

  @Test func anyOtherKeyStays() {
    var walk = posted()
    walk.press("Q")
    walk.send(.dialogDrawn)
    walk.press(.enter)
    #expect(walk.state.outbox.count == 1)
    #expect(!walk.state.isFinished)
    #expect(walk.state.dialog == nil)
  }

  @Test func withoutAWaitItIsSentAtOnce() {
    var walk = Walk.withCase(7)
    walk.state.rules.wait = 0
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("7\n")
    #expect(walk.saves.count == 1)
  }

  @Test func rulesThatAreNotKeptKeepTheCaseOpen() {
    var walk = Walk.withCase(7)
    walk.state.rules.minimumFindings = 100
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.type("7\n")
    #expect(walk.state.outbox.isEmpty)
    guard case .close(let dialog) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(
      dialog.problem == "Nothing was sent. "
        + "Your rules want findings of 100 characters at least. e opens the form")
    walk.press("e")
    #expect(walk.state.form?.key == .existing(seven))
  }

  /// Test line 31: findings cannot be added later, so that the box is offered.
  @Test func emptyFindingsAreSaidToStayEmpty() {
    var walk = Walk.withCase(7)
    walk.send(.caseArrived(Sample.whole(7, findings: nil)))
    walk.press("X")
    guard case .close(let dialog) = walk.state.dialog else {
      Issue.record("there is no question")
      return
    }
    #expect(
      Wording.checks(of: dialog, events: walk.state.eventCount(of: seven), in: .utc).map(\.text)
        .first
        == "Findings   none, and none can be added later; e writes")
    walk.send(.dialogDrawn)
    walk.press("e")
    #expect(walk.state.form?.focus == .findings)
  }

  /// A checklist has the same lines whether the events pane was seen before or not.
  @Test(arguments: ["X", "D"] as [Key])
  func eventsThatNobodyHasSeenAreCountedForTheQuestion(key: Key) {
    var walk = Walk.withCases(7, 40, 12)
    #expect(walk.state.layout.events == nil)
    walk.send(.caseArrived(Sample.whole(7)))
    walk.press(key)
    walk.send(.caseArrived(Sample.whole(7)))
    #expect(walk.all.contains(.run(.loadEvents(seven, page: 1, rest: 0), id: .events)))
    #expect(walk.state.eventCount(of: seven) == .asked)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(2)))
    #expect(walk.state.eventCount(of: seven) == .known(2))
  }

  @Test func eventsThatWereSavedToAFileAreToldAsExported() {
    var walk = Walk.withCase(7)
    walk.send(.eventsArrived(seven, page: 1, Sample.events(2)))
    func events() -> String? {
      guard case .close(let dialog) = walk.state.dialog else { return nil }
      return Wording.checks(of: dialog, events: walk.state.eventCount(of: seven), in: .utc).map(
        \.text
      ).first { $0.hasPrefix("Events") }
    }
    walk.press("X")
    #expect(events() == "Events     2, not exported since you began")
    walk.send(.dialogDrawn)
    walk.press(.escape)
    let order = ExportOrder(number: seven, kind: .eventCSV, path: "e.csv", replacing: false)
    walk.send(.exportEnded(order, .saved(path: "e.csv", bytes: 9)))
    walk.press("X")
    #expect(events() == "Events     2, exported")
  }

  @Test func aDeletedCaseLeavesTheListAndTheCursorGoesToTheOneBeside() throws {
    var walk = posted("D")
    walk.send(.outboxDue(seven))
    #expect(walk.acts == [.run(.delete(seven), id: .delete(seven))])
    walk.send(.deleteEnded(seven, .done))
    #expect(walk.state.notice == Notice(.done, "#7 is deleted for ever"))
    #expect(walk.state.list.selected == CaseNumber(6))
    #expect(walk.orders.contains { if case .run(.loadPage, _) = $0 { true } else { false } })
  }

  @Test func whatIsNotKnownOfADeletedCaseIsTold() {
    var walk = posted("D")
    walk.send(.outboxDue(seven))
    let error = CasesError.transport(.deleteCase, TransportError(.interrupted, ""))
    walk.send(.deleteEnded(seven, .unknown(error)))
    #expect(
      walk.state.notice?.text.hasPrefix("It is not known whether #7 was deleted; # looks for it.")
        == true)
  }
}

extension Walk {
  /// Closes the case under the cursor, whose number is given, once all of it is there.
  fileprivate mutating func close(_ number: Int) {
    send(.caseArrived(Sample.whole(Int64(number))))
    press("X")
    send(.dialogDrawn)
    type("\(number)\n")
  }
}
