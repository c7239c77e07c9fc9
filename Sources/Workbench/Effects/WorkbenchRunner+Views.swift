import CasesAPI
import CaseWire

/// Counting and keeping the views on the number keys.
extension WorkbenchRunner {
  /// Counts the cases of each view, one after the other; nil for one that cannot be counted.
  func countViews(_ queries: [CaseQuery?]) async -> WorkbenchAction {
    var counts: [Int?] = []
    for query in queries {
      guard let query, case .peopleFound(let found) = await findPeople(query) else {
        counts.append(nil)
        continue
      }
      let request = PageRequest(number: 1, size: 1)
      let page = try? await api.cases(found.filter, order: found.order, page: request)
      counts.append(page?.totalCount)
    }
    return .viewsCounted(counts)
  }

  /// The cases whose events vanish next; none where the server cannot tell.
  func findVanishing() async -> [CaseSummary] {
    var filter = CaseFilter()
    filter.statuses = [.open, .closed]
    let request = PageRequest(number: 1, size: 100)
    let order = CaseOrder(by: .archivalTime)
    return (try? await api.cases(filter, order: order, page: request))?.cases ?? []
  }

  /// Keeps the views in the settings; the result is why they are not there.
  func store(_ views: [SavedView]) -> WorkbenchAction? {
    guard let storeViews else { return .viewsNotStored(Wording.noSettings) }
    return storeViews(views).map { .viewsNotStored($0) }
  }
}
