public import CaseWire

/// What the list shows: which cases, in which order.
public struct CaseQuery: Hashable, Codable, Sendable {
  /// Which cases.
  public var filter: CaseFilter
  /// In which order.
  public var order: CaseOrder
  /// The names of people in the filter, as they were typed.
  public var people: [PersonRole: String] = [:]

  /// The filters that name a person.
  public enum PersonRole: String, Hashable, CaseIterable, Codable, Sendable {
    case assignee, subject, lastModifiedBy
  }

  /// Makes a query.
  ///
  /// - Parameters:
  ///   - filter: which cases.
  ///   - order: in which order.
  public init(_ filter: CaseFilter, by order: CaseOrder) {
    self.filter = filter
    self.order = order
  }

  /// All open cases, the one changed last first: what the workbench begins with.
  public static let allOpen: CaseQuery = {
    var filter = CaseFilter()
    filter.statuses = [.open]
    return CaseQuery(filter, by: CaseOrder(by: .updatedAt, isDescending: true))
  }()
}
