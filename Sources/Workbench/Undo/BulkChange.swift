public import CaseWire

/// What many cases got by one act, and what is to be sent to each to take it back or make it again.
public struct BulkChange: Equatable, Sendable {
  /// What was done to them.
  public let act: BulkAct
  /// The cases, as they were seen when they were marked.
  public private(set) var cases: [CaseSummary]
  /// What is to be sent to each.
  private(set) var drafts: [CaseNumber: Draft]

  /// Notes a change; cases that nothing is to be sent to are left out.
  ///
  /// - Parameters:
  ///   - order: what was done to which cases.
  ///   - drafts: what is to be sent to each.
  init(_ order: BulkOrder, _ drafts: [CaseNumber: Draft]) {
    act = order.act
    cases = order.cases.filter { drafts[$0.number] != nil }
    self.drafts = drafts
  }

  /// Forgets a case that can never be changed again.
  mutating func forget(_ number: CaseNumber) {
    drafts[number] = nil
    cases.removeAll { $0.number == number }
  }
}
