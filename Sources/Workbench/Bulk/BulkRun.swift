public import CaseWire

/// Many cases that are being changed one after the other, and what became of each.
public struct BulkRun: Equatable, Sendable {
  /// How many are under way at once.
  static let width = 4

  /// What is done to which cases.
  public let order: BulkOrder
  /// The cases whose turn has not come.
  var waiting: [CaseSummary]
  /// The cases that are under way.
  var running: Set<CaseNumber> = []
  /// What became of those that are done; nil where it worked, else why it did not.
  public internal(set) var results: [CaseNumber: String?] = [:]
  /// Whether no further one is begun.
  public internal(set) var isStopped = false
  /// Whether the act is taken back or made again; nil where it is a new one.
  public let retrace: Retrace?
  /// What is sent for that to each case.
  private let sent: [CaseNumber: UndoStep]
  /// How what was done can be taken back, or made again.
  var steps: [CaseNumber: UndoStep] = [:]
  /// What certain cases did not get, and can be sent again.
  var unsent: [CaseNumber: UndoStep] = [:]

  /// Begins with cases that are marked.
  init(_ order: BulkOrder) {
    self.order = order
    waiting = order.cases
    retrace = nil
    sent = [:]
  }

  /// Begins to take back what many cases got, or to make it again.
  init(_ change: BulkChange, _ retrace: Retrace) {
    order = BulkOrder(change.act, change.cases)
    waiting = order.cases
    self.retrace = retrace
    sent = change.steps
  }

  /// What is to be done for a case.
  func effect(for summary: CaseSummary, _ rules: CloseRules, at now: Timestamp) -> WorkbenchEffect {
    guard let retrace else { return .bulkStep(order.act, summary, rules) }
    switch sent[summary.number] {
    case .fields(var draft):
      draft.changedAt = now
      return .bulkRetrace(SaveOrder(draft, closes: false, retraces: retrace))
    case .events(var change):
      change.retraces = retrace
      return .bulkRetraceEvents(change)
    case .many, nil:
      return .bulkStep(order.act, summary, rules)
    }
  }

  /// Notes that a case did not get what was to be sent to it.
  mutating func keepUnsent(_ number: CaseNumber) { unsent[number] = sent[number] }

  /// How all that was done can be taken back, or made again; nil where nothing was.
  var step: UndoStep? { Self.step(order, steps) }

  /// What of a change is left to be taken back, or to be made again; nil where nothing is.
  var leftStep: UndoStep? {
    guard retrace != nil else { return nil }
    var left = unsent
    for summary in waiting { left[summary.number] = sent[summary.number] }
    return Self.step(order, left)
  }

  /// One case is a change like any other.
  private static func step(_ order: BulkOrder, _ steps: [CaseNumber: UndoStep]) -> UndoStep? {
    if steps.count == 1 { return steps.values.first }
    return steps.isEmpty ? nil : .many(BulkChange(order, steps))
  }

  /// Whether nothing is under way, and nothing will be.
  public var isFinished: Bool { running.isEmpty && (waiting.isEmpty || isStopped) }
  /// How many worked.
  public var doneCount: Int { results.values.count { $0 == nil } }
  /// The cases that did not work, and why, by their numbers.
  public var failures: [(number: CaseNumber, reason: String)] {
    results.compactMap { number, reason in reason.map { (number, $0) } }
      .sorted { $0.number < $1.number }
  }
  /// The cases whose turn never came.
  public var leftCount: Int { isFinished ? waiting.count : 0 }
}
