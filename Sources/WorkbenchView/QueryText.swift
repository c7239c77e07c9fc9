import CaseWire
import Workbench

/// What a list shows, in words.
enum QueryText {
  /// The title of the list, such as `Open · “payroll” · by last change`; a saved view has its name.
  static func title(_ state: WorkbenchState) -> String {
    let query = state.list.query
    let order = SortDialog.name(of: query.order.key) + (isUsual(query.order) ? "" : " ↑↓")
    let name = state.shownView.map { state.views[$0 - 1].name }
    let shown = name.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? filter(query, state)
    return "\(shown) · by \(order)"
  }

  /// Which cases a list shows, such as `Open · “payroll”`.
  static func filter(_ query: CaseQuery, _ state: WorkbenchState) -> String {
    let filter = query.filter
    var parts = [states(filter.statuses)]
    if let name = filter.name { parts.append("“\(name)”") }
    if let name = query.people[.assignee] { parts.append("assignee \(name)") }
    if filter.isAssigned == false { parts.append("not assigned") }
    if let name = query.people[.subject] { parts.append("subject \(name)") }
    if let name = query.people[.lastModifiedBy] { parts.append("changed by \(name)") }
    for (verb, span) in [("created", filter.createdAt), ("changed", filter.updatedAt)] {
      guard let span else { continue }
      parts.append("\(verb) \(Wording.span(span, now: state.now, in: state.zone))")
    }
    return parts.joined(separator: " · ")
  }

  /// Times and numbers come newest first, words from A to Z; anything else is marked.
  private static func isUsual(_ order: CaseOrder) -> Bool {
    let newestFirst = [.updatedAt, .createdAt, .number].contains(order.key)
    return order.isDescending == newestFirst
  }

  private static func states(_ statuses: [CaseStatus]) -> String {
    if statuses.isEmpty { return "All" }
    return statuses.map { $0.rawValue.prefix(1) + $0.rawValue.dropFirst().lowercased() }
      .joined(separator: ", ")
  }
}
