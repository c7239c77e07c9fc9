import CaseWire
import CasesAPI
import TerminalModel
import Workbench
import WorkbenchSupport

/// How each screen is reached.
extension Screen {
  /// Presses what leads from the list to the screen.
  func press(_ walk: inout Walk) {
    switch self {
    case .markdown: walk.press(.enter, "z", "G")
    case .markdownWritten: walk.press(.enter, "z", "m", "G")
    case .loading, .unreachable, .empty, .list: break
    case .detail: walk.press(.enter)
    case .stale:
      walk.press("l", "r")
      let error = CasesError.transport(
        .getCase, TransportError(.notConnected, "127.0.0.1:8484 refused"))
      walk.send(.pageFailed(0, error))
      walk.send(.caseFailed(CaseNumber(212), error))
      walk.send(.eventsFailed(CaseNumber(212), error))
    case .events: walk.press(.enter, "l", "j")
    case .form:
      walk.press("e", .controlEnd)
      walk.type("\nManager asked.")
    case .formProblem:
      walk.press("e", .tab, .control("u"), .control("s"))
    case .formPeople:
      walk.state.me = "jo@example.com"
      walk.press("e", .backTab, .backTab, .control("u"), "m")
      walk.send(.peopleSuggested("m", ["mara@example.com", "max@example.com"]))
      walk.press(.down, .down)
    case .assign:
      walk.state.me = "jo@example.com"
      walk.press("A")
    case .newCase:
      walk.press("a")
      walk.type("Badge list mailed")
    case .narrowing:
      walk.press("/")
      walk.type("payroll")
    case .close: walk.press("X")
    case .closeWrong:
      walk.press("e", .controlEnd, "!", .escape, "X")
      walk.send(.dialogDrawn)
      walk.type("21\n")
    case .filter: walk.press("f", .tab, .tab)
    case .sort: walk.press("s", "j")
    case .export: walk.press("x")
    case .exportReplace:
      walk.press("x", "p", .enter)
      walk.send(
        .exportEnded(
          ExportOrder(
            number: CaseNumber(212), kind: .summaryPDF, path: "Case-212.pdf", replacing: false),
          .exists))
    case .exportComing:
      walk.press("x", "c", .enter)
      let order = ExportOrder(
        number: CaseNumber(212), kind: .eventCSV, path: "Case-212-file-events.csv",
        replacing: false)
      let progress = DownloadProgress(received: 3_456_789, expected: 12_345_678)
      walk.send(.exportProgressed(order, progress))
    case .triage, .triageReport, .triageLeft:
      walk.press("T")
      let cases = (0..<3).flatMap { Sample.page($0, of: 212).cases }
      walk.send(.queueArrived(.allOpen, cases, for: .triage))
      walk.press("j", at: Walk.now.adding(seconds: 75))
      walk.send(.caseArrived(Sample.whole(211)))
      walk.press("X")
      walk.send(.dialogDrawn)
      walk.type("211\n")
      walk.send(.outboxDue(CaseNumber(211)))
      if self != .triage { walk.press("T", at: Walk.now.adding(seconds: 90)) }
      if self == .triageLeft {
        walk.press(.escape)
        walk.send(.pageArrived(0, Sample.page(0, of: 212), at: Walk.now))
        walk.press("T")
      }
    case .marked: walk.press(" ", " ", "j", "v", "j", "j")
    case .bulkAssign:
      walk.state.me = "jo@example.com"
      walk.press(" ", " ", "b", "a", "m")
      walk.send(.peopleSuggested("m", ["mara@example.com", "max@example.com"]))
      walk.press(.down, .down)
    case .bulkMenu: walk.press(" ", " ", "b")
    case .bulkClose:
      for _ in 0..<12 { walk.press(" ") }
      walk.press("X")
      walk.send(.dialogDrawn)
      walk.type("11\n")
    case .bulkRun:
      for _ in 0..<12 { walk.press(" ") }
      walk.press("b", "a")
      walk.type("dana@example.com\n")
      walk.send(.dialogDrawn)
      walk.press("y")
      for number in 201...203 {
        let number = CaseNumber(Int64(number))
        walk.send(
          .bulkStepEnded(
            number, number.rawValue == 202 ? .notRead(.notFound(.getCase)) : .changedSince))
      }
    case .shift:
      var closed = Sample.whole(210, status: .closed)
      closed.summary.name = "Payroll, second part"
      closed.summary.updatedAt = Walk.now.adding(seconds: 60)
      walk.send(
        .shiftLoaded(
          [
            ShiftEntry(closed, before: Sample.whole(210)),
            ShiftEntry(deleted: Sample.summary(190)),
          ], of: 1, since: Walk.now))
      walk.press("j")
    case .addEventRefused:
      walk.press("l", "l", "a")
      walk.type("0_4711_1 0_4711_2 bogus-1\n")
      let events = ["0_4711_1", "0_4711_2", "bogus-1"].map { EventID($0) }
      let error = CasesError.refused(.addEvent, status: 400, Problem(.noSuchEvent))
      walk.send(
        .eventsChanged(
          EventChange(.add, events, of: CaseNumber(212)),
          EventChangeOutcome(
            done: Array(events.prefix(2)), refused: [RefusedEvent(events[2], error)])))
    case .bulkUndo:
      walk.press(" ", " ")
      walk.assignMarked([211, 212])
      walk.press("u")
    case .history, .historyText:
      walk.press("H")
      walk.send(.historyArrived(CaseNumber(212), page: 1, Sample.history()))
      walk.press("j", .tab)
      let entry = Sample.history().history[1]
      let change = entry.changes[1]
      walk.send(
        .historyCompared(
          CaseNumber(212), entry.changedAt,
          [.findings: TextDifference(from: change.from ?? "", to: change.to ?? "")]))
      if self == .historyText { walk.press("v") }
    case .historySeen:
      walk.press("H")
      let first = SeenCase(
        Sample.whole(212, findings: "# Timeline\n- Friday\n- gone"), seenAt: Walk.now)
      let second = SeenCase(
        Sample.whole(212, findings: "# Timeline\n- Friday\n- gone", status: .closed),
        seenAt: Walk.now.adding(seconds: 99))
      walk.send(
        .historySeen(CaseNumber(212), [first, second], because: .notFound(.getHistory)))
    case .historyNone:
      walk.press("H")
      walk.send(.historySeen(CaseNumber(212), [], because: .notFound(.getHistory)))
    case .views, .viewName:
      walk.send(.viewsCounted([3, 41, 212, 7]))
      walk.press("F", "j")
      if self == .viewName { walk.press("s") }
    case .columns:
      walk.press("c", "j", "j", "j", "j", "j", "j", " ", "a")
    case .palette:
      walk.press(":")
      walk.type("ca")
    case .drafts, .allDrafts:
      var mine = Draft(of: Sample.whole(212), at: Walk.now.adding(seconds: -90))
      mine.texts.findings = "Seen on Friday, and again on Monday.\nNobody asked for it."
      mine.texts.name = "Renamed"
      var other = Draft(of: Sample.whole(212), at: Walk.now.adding(seconds: -90_000))
      other.texts.findings = "Seen on Friday. 给供应商的图纸 went to a private account."
      walk.send(
        .draftsLoaded(
          [mine], others: [DraftEntry(other, file: "case-212~2.json")], troubles: []))
      if self == .allDrafts {
        walk.press("w", "j")
        return
      }
      walk.press("e", "j")
      walk.send(.dialogDrawn)
      walk.press("j")
    case .delete: walk.press("D")
    case .outbox, .leaveOutbox:
      walk.press("X")
      walk.send(.dialogDrawn)
      walk.type("212\n")
      walk.send(.clockMoved(Walk.now.adding(seconds: 1)))
      if self == .leaveOutbox { walk.press("q") }
    case .removeEvent: walk.press("l", "l", "j", "d")
    case .addEvent:
      walk.press("l", "l", "a")
      walk.type("0_1d71796f-af5b-4231-9d8e-df6434da4663_935873453596901068_956171635867906205_5")
    case .event:
      walk.press("l", "l", .enter)
      walk.send(
        .eventArrived(
          EventID("0_event_1"),
          .object([
            "@timestamp": .string("2026-10-23T22:51:00.000Z"),
            "event": .object(["id": .string("0_event_1"), "action": .string("file-modified")]),
            "user": .object(["email": .string("casey.ng@example.com")]),
            "file": .object([
              "name": .string("src.tgz"), "directory": .string("/Volumes/USB/"),
              "sizeInBytes": .integer(48_123_456), "url": .null,
            ]),
            "risk": .object([
              "score": .integer(94), "severity": .string("CRITICAL"),
              "indicators": .array([
                .object(["name": .string("Removable media"), "weight": .integer(3)]),
                .object(["name": .string("Source code"), "weight": .integer(4)]),
              ]),
            ]),
          ])))
    case .goTo:
      walk.press("#")
      walk.type("17")
    case .keys: walk.press("?")
    case .keysFound:
      walk.press("?", "/")
      walk.type("draft")
    case .conflict:
      walk.press("e", .controlEnd)
      walk.type("\nManager asked.")
      walk.press(.control("s"))
      if let order = walk.saves.first {
        walk.send(
          .saveEnded(
            order,
            .change(
              .conflict(
                latest: Sample.whole(212, findings: "# Timeline\nRewritten by Kim."), [.findings])))
        )
      }
    case .difference:
      walk.press("e", .controlEnd)
      walk.type("\nThe manager asked for it, after all.")
      walk.press(.up, .up, .control("w"))
      walk.type("was lost")
      walk.press(.backTab, .controlEnd)
      walk.type(" Mail came later.")
      walk.press(.control("d"))
    case .insert: walk.press("e", .control("t"), "j")
    case .formSelection: walk.press("e", .shiftUp, .shiftUp, .shiftControlLeft)
    case .formFind:
      walk.press("e", .controlHome, .control("f"))
      walk.type("oc")
    case .formReplace:
      walk.press("e", .control("f"))
      walk.type("23 oct")
      walk.press(.tab)
      walk.type("24 Oct")
      walk.press(.enter, .control("t"))
    case .formMore: walk.press("e", .control("g"))
    case .discard: walk.press("e", .controlEnd, "!", .escape, "d")
    }
  }
}
