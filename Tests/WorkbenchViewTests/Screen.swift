import CaseWire
import CasesAPI
import TerminalModel
import Workbench
import WorkbenchSupport

/// The screens that are looked at.
enum Screen: String, CaseIterable, Sendable {
  case list, empty, loading, unreachable, stale, detail, events, form, formProblem, newCase,
    formPeople, assign, narrowing
  case close, closeWrong, filter, sort, export, exportReplace, exportComing, addEvent, event, goTo,
    keys, keysFound
  case conflict, discard, removeEvent, delete, outbox, leaveOutbox
  case triage, triageReport, triageLeft, marked, bulkMenu, bulkAssign, bulkClose, bulkRun
  case history, historyText, historySeen, historyNone
  case views, viewName, palette, columns
  case markdown, markdownWritten, drafts, allDrafts
  case insert, formSelection, formFind, formReplace, formMore
  case difference
  case shift, addEventRefused, bulkUndo

  func state(_ size: Size) -> WorkbenchState {
    var walk = Walk(size.width, size.height)
    let error = CasesError.transport(
      .listCases, TransportError(.notConnected, "127.0.0.1:8484 refused"))
    switch self {
    case .loading: return walk.state
    case .unreachable:
      walk.send(.pageFailed(0, error))
      return walk.state
    case .empty:
      walk.send(.pageArrived(0, CasePage(cases: [], totalCount: 0), at: Walk.now))
      return walk.state
    default: fill(&walk)
    }
    press(&walk)
    return walk.state
  }

  private func fill(_ walk: inout Walk) {
    var page = Sample.page(0, of: 212)
    page.cases[1].name = "给供应商的图纸 mailed"
    page.cases[2].assigneeUsername = nil
    page.cases[2].assignee = nil
    walk.send(.pageArrived(0, page, at: Walk.now))
    let isMarkdown = self == .markdown || self == .markdownWritten
    let findings =
      isMarkdown
      ? Self.markdownFindings
      : """
      # Timeline
      - 23 Oct 22:14  cloned 14 repositories to a personal laptop
      - 23 Oct 22:51  archive `src.tgz` copied to USB

      # Assessment
      Not part of the hand-over plan. The manager confirms that nobody asked for a copy.
      """
    var whole = Sample.whole(212, findings: findings)
    whole.summary.subjectUsername = "casey.ng@example.com"
    whole.summary.subject = UserUID("421380797518239242")
    whole.summary.createdByUsername = "admin@example.com"
    whole.description = "Resignation filed on Monday; bulk clone of repositories on Friday night."
    walk.send(.caseArrived(whole))
    let severities: [RiskSeverity?] = [.critical, .high, .moderate, .low, .noRisk, nil]
    let events = (1...38).map { number in
      FileEvent(
        eventId: EventID("0_event_\(number)"),
        eventTimestamp: Walk.now.adding(seconds: Int64(-number * 4_000)),
        exposure: ["SharedToDomain"], fileName: number == 2 ? "图纸.dwg" : "file\(number).xlsx",
        filePath: number == 3 ? nil : "/Users/casey/Documents/", riskScore: 100 - number * 2,
        riskSeverity: severities[number % 6])
    }
    walk.send(
      .eventsArrived(CaseNumber(212), page: 1, FileEventPage(events: events, totalCount: 38)))
    walk.send(.dialogDrawn)
  }

  static let markdownFindings = """
    # Report of *Friday*
    Kim saw **two** copies and ~~three~~ mails; see [the log](http://evil.test/log?id=7).

    - [x] device returned
    - [ ] 供应商 asked
      1. by `mail`

    > "Nobody asked for a copy."

    | host | bytes | what |
    |---|--:|---|
    | 中文-pc | 1,234 | archive of all drawings |
    | lab-2 | 12 | list |

    ```sh
    tar czf src.tgz ~/src
    ```
    <b>as it was pasted</b>
    """
}
