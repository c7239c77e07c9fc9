import CasesAPI
import CaseWire

/// What was seen of cases, and what changed since.
extension WorkbenchRunner {
  /// Fetches a case; where the server cannot be asked, it is shown as it was seen last.
  func loadCase(_ number: CaseNumber) async -> WorkbenchAction {
    do throws(CasesError) {
      return .caseArrived(try await api.getCase(number))
    } catch {
      guard error.isUnreached, let seen = cache?.states(of: number).last else {
        return .caseFailed(number, error)
      }
      return .caseRemembered(seen, error)
    }
  }

  /// Finds the cases that changed since a moment, and how.
  func loadShift(since: Timestamp) async -> WorkbenchAction {
    var filter = CaseFilter()
    filter.updatedAt = TimeSpan(start: Timestamp(microseconds: since.microseconds + 1), end: nil)
    var entries: [ShiftEntry] = []
    do throws(CasesError) {
      let request = PageRequest(number: 1, size: ShiftReport.mostCases)
      let order = CaseOrder(by: .updatedAt, isDescending: true)
      let page = try await api.cases(filter, order: order, page: request)
      for summary in page.cases {
        let before = cache?.states(of: summary.number).last { $0.seenAt <= since }
        let value = try await api.getCase(summary.number)
        cache?.remember(value, seenAt: clock())
        entries.append(ShiftEntry(value, before: before?.value))
      }
      return .shiftLoaded(entries, of: page.totalCount, since: since)
    } catch {
      return .shiftFailed(error)
    }
  }
}

extension CasesError {
  /// Whether the server was not reached at all.
  fileprivate var isUnreached: Bool { if case .transport = self { true } else { false } }
}
