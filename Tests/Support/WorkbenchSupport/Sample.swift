package import CaseWire

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
}
