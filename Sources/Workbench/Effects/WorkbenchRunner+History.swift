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

  /// Fetches a page of a case's history; where its server tells none, it is what was seen of it.
  func loadHistory(_ number: CaseNumber, _ page: Int) async -> WorkbenchAction {
    do throws(CasesError) {
      let request = PageRequest(number: page, size: HistoryDialog.pageSize)
      return .historyArrived(
        number, page: page, try await api.history(of: number, page: request))
    } catch {
      // What has come already is the better history.
      guard page == 1 else { return .historyFailed(number, error) }
      return .historySeen(number, cache?.states(of: number) ?? [], because: error)
    }
  }

  /// Compares the long texts before and after a change, which may take longer than a frame.
  func compare(_ item: HistoryItem, of number: CaseNumber) -> WorkbenchAction {
    var found: [CaseField: TextDifference] = [:]
    for change in item.longChanges {
      guard let field = change.field else { continue }
      found[field] = TextDifference(from: change.before, to: change.after)
    }
    return .historyCompared(number, item.time, found)
  }
}

extension CasesError {
  /// Whether the server was not reached at all.
  fileprivate var isUnreached: Bool { if case .transport = self { true } else { false } }
}
