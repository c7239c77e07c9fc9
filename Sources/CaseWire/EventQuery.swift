/// Which file events are looked for, and in which order (Cases API contract, § 4, events v2).
public struct EventQuery: Hashable, Codable, Sendable {
  /// What an event must be like.
  public var groups: [EventFilterGroup]
  /// Whether it must fit all groups or one of them.
  public var groupClause: EventClause
  /// By what the events are sorted; nil for their identifier.
  public var sortKey: EventTerm?
  /// Whether the largest comes first.
  public var isDescending: Bool

  /// Makes a query.
  ///
  /// - Parameters:
  ///   - groups: what an event must be like, at least one; servers refuse a query without any.
  ///   - groupClause: whether it must fit all groups or one of them.
  ///   - sortKey: by what the events are sorted; nil for their identifier.
  ///   - isDescending: whether the largest comes first.
  public init(
    _ groups: [EventFilterGroup], groupClause: EventClause = .and, sortKey: EventTerm? = nil,
    isDescending: Bool = false
  ) {
    self.groups = groups
    self.groupClause = groupClause
    self.sortKey = sortKey
    self.isDescending = isDescending
  }

  /// Makes a query for events that fit some conditions, all of them.
  ///
  /// - Parameter filters: the conditions, at least one.
  public init(_ filters: EventFilter...) { self.init([EventFilterGroup(filters)]) }
}
