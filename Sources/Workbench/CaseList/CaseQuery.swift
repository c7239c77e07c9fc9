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

  /// The identifier behind the name of a person.
  func uid(of role: PersonRole) -> UserUID? {
    switch role {
    case .assignee: filter.assignee
    case .subject: filter.subject
    case .lastModifiedBy: filter.lastModifiedBy
    }
  }

  /// Puts the identifier behind the name of a person.
  mutating func put(_ uid: UserUID?, as role: PersonRole) {
    switch role {
    case .assignee: filter.assignee = uid
    case .subject: filter.subject = uid
    case .lastModifiedBy: filter.lastModifiedBy = uid
    }
  }

  /// Whether every person that is named has an identifier.
  var isComplete: Bool { people.keys.allSatisfy { uid(of: $0) != nil } }

  /// Whether the number of its cases tells what its order promises: servers can put those first
  /// whose events vanish next, but not leave the others out.
  var isCountable: Bool { order.key != .archivalTime }

  /// Whether two queries ask for the same, apart from identifiers that are still to be found.
  func isAlike(_ other: CaseQuery) -> Bool {
    var (left, right) = (self, other)
    for role in PersonRole.allCases {
      left.put(nil, as: role)
      right.put(nil, as: role)
    }
    return left == right
  }

  /// All open cases, the one changed last first: what the workbench begins with.
  public static let allOpen: CaseQuery = {
    var filter = CaseFilter()
    filter.statuses = [.open]
    return CaseQuery(filter, by: CaseOrder(by: .updatedAt, isDescending: true))
  }()
}
