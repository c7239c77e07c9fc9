public import CaseWire

/// One page of a list of cases, as it is asked of a store.
public struct CaseListQuery: Hashable, Sendable {
  /// Which cases.
  public var filter: CaseFilter
  /// In which order; what is equal by all keys is ordered by number, the smallest first.
  public var orders: [CaseOrder]
  /// Which page.
  public var page: PageRequest

  /// Makes a query.
  ///
  /// - Parameters:
  ///   - filter: which cases.
  ///   - orders: in which order.
  ///   - page: which page.
  public init(filter: CaseFilter, orders: [CaseOrder], page: PageRequest) {
    self.filter = filter
    self.orders = orders
    self.page = page
  }
}
