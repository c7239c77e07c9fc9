import CasesAPI
import CaseWire

/// What changed since the last session.
extension WorkbenchRunner {
  /// Finds the cases that changed since a moment, and those that are gone, and how.
  func loadShift(
    since: Timestamp, _ rows: [CaseSummary], _ unsure: [CaseSummary]
  ) async -> WorkbenchAction {
    var filter = CaseFilter()
    filter.updatedAt = TimeSpan(start: Timestamp(microseconds: since.microseconds + 1), end: nil)
    var then: [CaseNumber: CaseSummary] = [:]
    for row in rows { then[row.number] = row }
    var entries: [ShiftEntry] = []
    // Asked until it is known that the server tells no history.
    var tells = true
    do throws(CasesError) {
      let request = PageRequest(number: 1, size: ShiftReport.mostCases)
      let order = CaseOrder(by: .updatedAt, isDescending: true)
      let page = try await api.cases(filter, order: order, page: request)
      for summary in page.cases {
        let number = summary.number
        guard let value = try await existing(number) else {
          entries.append(ShiftEntry(deleted: summary))
          continue
        }
        let before = cache?.states(of: number).last { $0.seenAt <= since }
        var told: [HistoryItem]?
        if tells, before == nil, summary.createdAt <= since {
          told = await changes(of: number)
          tells = told != nil
        }
        cache?.remember(value, seenAt: clock())
        entries.append(ShiftEntry(value, before: before?.value, row: then[number], told: told))
      }
      let changed = Set(entries.map(\.number))
      var total = page.totalCount
      for row in unsure where !changed.contains(row.number) {
        guard let value = try await existing(row.number) else {
          entries.append(ShiftEntry(deleted: row))
          continue
        }
        // Archiving need not count as a change.
        guard value.summary.status != row.status, value.summary.updatedAt <= since else { continue }
        entries.append(ShiftEntry(value, before: nil, row: row))
        total += 1
      }
      return .shiftLoaded(entries, of: total, since: since)
    } catch {
      return .shiftFailed(error)
    }
  }

  /// The case as it is now; nil where there is none.
  private func existing(_ number: CaseNumber) async throws(CasesError) -> Case? {
    do throws(CasesError) {
      return try await api.getCase(number)
    } catch .notFound {
      return nil
    }
  }

  /// What its server tells of the newest changes; nil where it tells none.
  private func changes(of number: CaseNumber) async -> [HistoryItem]? {
    let page = PageRequest(number: 1, size: HistoryDialog.pageSize)
    return try? await api.history(of: number, page: page).history.map { HistoryItem($0) }
  }
}
