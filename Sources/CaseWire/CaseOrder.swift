/// The order of a list of cases.
public struct CaseOrder: Hashable, Codable, Sendable {
  /// What the list is sorted by.
  public var key: CaseSortKey
  /// Whether the last comes first.
  public var isDescending: Bool

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - key: what the list is sorted by.
  ///   - isDescending: whether the last comes first.
  public init(by key: CaseSortKey, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }
}
