package import CaseWire
package import Workbench

/// Cases for tests: number 7 is called “Case 7”, was changed 7 minutes after the epoch of the walk.
package enum Sample {
  package static func summary(_ number: Int64, status: CaseStatus = .open) -> CaseSummary {
    let changed = Walk.now.adding(seconds: -100_000 + number * 60)
    var summary = CaseSummary(
      number: CaseNumber(number), name: "Case \(number)", createdAt: changed, updatedAt: changed,
      status: status)
    summary.assignee = UserUID("273411254592236331")
    summary.assigneeUsername = "dana@example.com"
    summary.lastModifiedByUsername = "kim@example.com"
    return summary
  }

  package static func whole(
    _ number: Int64, findings: String? = "Seen on Friday.", status: CaseStatus = .open
  ) -> Case {
    Case(
      summary: summary(number, status: status), description: "About \(number)",
      findings: findings)
  }

  /// A page of the cases `count` down to 1.
  package static func page(_ page: Int, of count: Int) -> CasePage {
    let first = count - page * 100
    let numbers = stride(from: first, to: max(0, first - 100), by: -1)
    return CasePage(cases: numbers.map { summary(Int64($0)) }, totalCount: count)
  }

  package static func events(_ count: Int) -> FileEventPage {
    FileEventPage(
      events: (1...max(1, count)).prefix(count).map {
        FileEvent(eventId: EventID("e\($0)"), fileName: "file\($0).txt", riskSeverity: .high)
      }, totalCount: count)
  }

  /// What was changed of a case by a server's own word, the newest change first.
  package static func history(pages: Int = 1) -> HistoryPage {
    func entry(
      _ minutes: Int64, _ changes: [FieldChange] = [], added: [EventID] = [],
      by name: String = "kim@example.com", _ kind: HistoryKind = .changed
    ) -> HistoryEntry {
      HistoryEntry(
        kind, changedAt: Walk.now.adding(seconds: minutes * 60), userUid: UserUID("1"),
        username: name, changes: changes, eventsAdded: added)
    }
    let first = "# Timeline\n- Friday\n- archive copied\n- gone"
    let second = "# Timeline\n- Friday night\n- archive copied\n- gone"
    return HistoryPage(
      history: [
        entry(9, [FieldChange("status", from: "OPEN", to: "CLOSED")]),
        entry(
          7,
          [
            FieldChange(
              "assignee", from: "1", to: "2", fromUsername: "kim@example.com",
              toUsername: "dana@example.com"),
            FieldChange("findings", from: first, to: second),
          ], by: "dana@example.com"),
        entry(5, added: [EventID("0_event_1"), EventID("0_event_2")]),
        entry(2, [FieldChange("findings", from: nil, to: first)]),
        entry(
          0,
          [
            FieldChange("name", from: nil, to: "Case 7"),
            FieldChange("status", from: nil, to: "OPEN"),
          ], .created),
      ], totalCount: 5 * pages)
  }

  /// Case 7 as it was seen some minutes after the moment of the walk.
  package static func seen(
    _ findings: String?, _ minutes: Int64, status: CaseStatus = .open
  ) -> SeenCase {
    var value = whole(7, findings: findings, status: status)
    value.summary.updatedAt = Walk.now.adding(seconds: minutes * 60)
    return SeenCase(value, seenAt: Walk.now.adding(seconds: minutes * 60 + 5))
  }
}
