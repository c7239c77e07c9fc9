import CaseWire
import Workbench

/// What a list shows, in words.
enum QueryText {
  /// The title of a list, such as `Open · payroll · by last change`.
  static func title(_ query: CaseQuery) -> String {
    let order = SortDialog.name(of: query.order.key) + (isUsual(query.order) ? "" : " ↑↓")
    return "\(filter(query)) · by \(order)"
  }

  /// Which cases a list shows, such as `Open · “payroll”`.
  static func filter(_ query: CaseQuery) -> String {
    let filter = query.filter
    var parts = [states(filter.statuses)]
    if let name = filter.name { parts.append("“\(name)”") }
    if let name = query.people[.assignee] { parts.append("assignee \(name)") }
    if filter.isAssigned == false { parts.append("not assigned") }
    if let name = query.people[.subject] { parts.append("subject \(name)") }
    if let name = query.people[.lastModifiedBy] { parts.append("changed by \(name)") }
    if filter.createdAt != nil { parts.append("created in a span") }
    if filter.updatedAt != nil { parts.append("changed in a span") }
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
