public import CaseWire

/// Something that is to be done to many cases, as they were seen when they were marked.
public struct BulkOrder: Hashable, Codable, Sendable {
  /// What is to be done.
  public let act: BulkAct
  /// The cases, by their numbers.
  public let cases: [CaseSummary]

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - act: what is to be done.
  ///   - cases: the cases.
  public init(_ act: BulkAct, _ cases: [CaseSummary]) {
    self.act = act
    self.cases = cases.sorted { $0.number < $1.number }
  }
}
