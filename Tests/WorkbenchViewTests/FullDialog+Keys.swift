import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Workbench
import WorkbenchSupport

/// How each dialog comes to have all its lines.
extension FullDialog {
  static let long = "Quarterly plans sent to a private mail account"
  private static let full = "/a/folder/with/a/long/name: No space left on device at the end"

  /// The dialog on a screen of a size.
  func walk(_ width: Int, _ height: Int) -> Walk {
    var walk = Walk.withCases(41, width, height)
    walk.send(.caseArrived(whole))
    let event = FileEvent(eventId: EventID("e1"), fileName: "\(Self.long).txt")
    walk.send(
      .eventsArrived(CaseNumber(41), page: 1, FileEventPage(events: [event], totalCount: 12)))
    open(&walk)
    return walk
  }

  private var whole: Case {
    var whole = Sample.whole(41, findings: "Seen on Friday..")
    whole.summary.name = Self.long
    whole.summary.archivalTime = Walk.now.adding(seconds: 86_400)
    return whole
  }

  private var draft: Draft {
    var draft = Draft(of: whole, at: Walk.now)
    draft.texts.name += "."
    draft.texts.description = "Described."
    draft.texts.findings = "Seen on Friday..\n" + String(repeating: "x", count: 43)
    return draft
  }

  private func keep(_ walk: inout Walk, _ mine: Draft?) {
    var other = draft
    other.texts.findings = "Written elsewhere, at another time, for another reason, as a note.."
    walk.send(
      .draftsLoaded(
        mine.map { [$0] } ?? [], others: [DraftEntry(other, file: "case-41~2.json")],
        troubles: []))
  }

  private func mark(_ walk: inout Walk) { for _ in 0..<9 { walk.press(" ") } }

  private func open(_ walk: inout Walk) {
    let down = CasesError.transport(
      .getCase, TransportError(.notConnected, "cases.example.com:443 refused"))
    switch self {
    case .close:
      var short = draft
      short.texts.findings = "Seen on Saturday"
      keep(&walk, short)
      walk.press("X")
      walk.send(.dialogDrawn)
      walk.type("4\n")
    case .closeAgainstRules:
      walk.state.rules.minimumFindings = 400
      walk.state.rules.wantsAssignee = true
      var empty = draft
      empty.texts.assignee = ""
      keep(&walk, empty)
      walk.press("X")
      walk.send(.dialogDrawn)
      walk.press(.enter)
    case .delete:
      keep(&walk, draft)
      walk.press("D")
      walk.send(.dialogDrawn)
      walk.type("4\n")
    case .bulkMenu:
      mark(&walk)
      walk.press("b")
    case .bulkWords:
      mark(&walk)
      walk.press("b", "e", .enter)
    case .bulkPeople:
      mark(&walk)
      walk.press("b", "a")
      walk.type("x@example.com")
      walk.send(.peopleSuggested("x@example.com", ["xa@example.com", "xb@example.com"]))
      if case .bulk(var dialog) = walk.state.dialog {
        dialog.problem = "Nobody is called x@example.com here; ↓ offers who begins so"
        walk.state.dialog = .bulk(dialog)
      }
    case .bulkClose:
      walk.state.rules.minimumFindings = 400
      keep(&walk, nil)
      mark(&walk)
      walk.press("X")
      walk.send(.dialogDrawn)
      walk.press("1", .enter)
    case .bulkAssign, .bulkRun:
      mark(&walk)
      walk.press("b", "a")
      walk.type("jo@example.com\n")
      walk.send(.dialogDrawn)
      guard self == .bulkRun else { return }
      walk.press("y")
      for number: Int64 in 33...41 { walk.send(.bulkStepEnded(CaseNumber(number), .changedSince)) }
    case .filter: walk.press("f", .backTab)
    case .sort: walk.press("s")
    case .exportKind: walk.press("x")
    case .exportFailed, .exportReplace:
      walk.press("x", "p", .enter)
      let order = ExportOrder(
        number: CaseNumber(41), kind: .summaryPDF, path: "Case-41.pdf", replacing: false)
      walk.send(.exportEnded(order, self == .exportReplace ? .exists : .notWritten(Self.full)))
    case .addEvents:
      walk.press("l", "l", "a")
      let events = (1...9).map { EventID("0_1d71796f-af5b-4231-9d8e-df6434da4663_93587345_\($0)") }
      walk.type(events.map(\.rawValue).joined(separator: " ") + "\n")
      let error = CasesError.refused(.addEvent, status: 400, Problem(.noSuchEvent))
      walk.send(
        .eventsChanged(
          EventChange(.add, events, of: CaseNumber(41)),
          EventChangeOutcome(done: [], refused: events.map { RefusedEvent($0, error) })))
    case .assign:
      walk.state.me = "jo@example.com"
      walk.press("A", .enter)
      walk.send(.assignEnded(CaseNumber(41), .notRead(down)))
    case .goTo: walk.press("#", .enter)
    case .conflict:
      let lines = (1...20).map { "Line \($0)" }.joined(separator: "\n")
      walk.press("e", .controlEnd)
      walk.type("\n\(lines)\nMine, last line")
      walk.press(.control("s"))
      guard let order = walk.saves.last else { return }
      let latest = Sample.whole(41, findings: "Seen.\n\(lines)\nTheirs, last line")
      walk.send(.saveEnded(order, .change(.conflict(latest: latest, [.findings]))))
    case .report, .reportFailed:
      walk.send(
        .shiftLoaded(
          [
            ShiftEntry(deleted: Sample.summary(190)),
            ShiftEntry(Sample.whole(7), before: Sample.whole(7, findings: "Before.")),
          ], of: 1_234, since: Walk.now))
      walk.press("m", .enter)
      let writes = walk.acts.compactMap { step in
        if case .run(.writeText(let order), _) = step { order } else { nil }
      }
      guard let order = writes.first else { return }
      let outcome: ExportOutcome =
        self == .report
        ? .saved(path: "/a/folder/hand-over.md", bytes: 1_234) : .notWritten(Self.full)
      walk.send(.textWritten(order, outcome))
    case .palette:
      walk.press(":")
      walk.type("narrow the list")
    case .columns: walk.press("c", "G")
    case .views, .viewDrop:
      walk.state.views = (1...8).map {
        SavedView(
          name: "view \($0)",
          line: "status:open,closed sort:archived created:2026-01-01..2026-10-01 drawings")
      }
      walk.press("F", "G")
      if self == .viewDrop { walk.press("d") }
    case .drafts, .draftDrop:
      keep(&walk, draft)
      walk.press("e")
      walk.send(.dialogDrawn)
      if self == .draftDrop { walk.press("d") }
    case .allDrafts:
      keep(&walk, draft)
      walk.press("w")
    case .discard:
      walk.send(.draftsLoaded([draft], troubles: []))
      walk.press("d")
    case .removeEvent: walk.press("l", "l", "d")
    case .retrace:
      walk.press("e", .tab)
      walk.type("!")
      walk.press(.control("s"))
      guard let order = walk.saves.last else { return }
      var stored = whole
      stored.summary.name += "!"
      walk.send(.saveEnded(order, .change(.saved(stored, kept: []))))
      walk.press(.escape, "u")
    case .outbox:
      walk.press("X")
      walk.send(.dialogDrawn)
      walk.type("41\n")
      walk.press("q")
    case .triage:
      walk.press("T", "j", "T", .escape, "T")
    }
    walk.send(.dialogDrawn)
  }
}
