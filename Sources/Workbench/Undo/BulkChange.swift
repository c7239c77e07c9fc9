public import CaseWire

/// What many cases got by one act, and what is to be sent to each to take it back or make it again.
public struct BulkChange: Equatable, Sendable {
  /// What was done to them.
  public let act: BulkAct
  /// The cases, as they were seen when they were marked.
  public private(set) var cases: [CaseSummary]
  /// What is to be sent to each; no step among them is one of many cases.
  private(set) var steps: [CaseNumber: UndoStep]

  /// Notes a change; cases that nothing is to be sent to are left out.
  ///
  /// - Parameters:
  ///   - order: what was done to which cases.
  ///   - steps: what is to be sent to each.
  init(_ order: BulkOrder, _ steps: [CaseNumber: UndoStep]) {
    act = order.act
    cases = order.cases.filter { steps[$0.number] != nil }
    self.steps = steps
  }

  /// Forgets a case that can never be changed again.
  mutating func forget(_ number: CaseNumber) {
    steps[number] = nil
    cases.removeAll { $0.number == number }
  }
}
