/// Conditions that belong together.
public struct EventFilterGroup: Hashable, Codable, Sendable {
  /// The conditions.
  public var filters: [EventFilter]
  /// Whether all of them must hold or one of them.
  public var filterClause: EventClause

  /// Makes a group.
  ///
  /// - Parameters:
  ///   - filters: the conditions, at least one.
  ///   - filterClause: whether all of them must hold or one of them.
  public init(_ filters: [EventFilter], filterClause: EventClause = .and) {
    self.filters = filters
    self.filterClause = filterClause
  }
}
