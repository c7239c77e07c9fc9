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
  private let drafts: [CaseNumber: Draft]
  /// How what was done can be taken back, or made again.
  var steps: [CaseNumber: Draft] = [:]
  /// The cases that did not get for certain what was sent, and can be tried again.
  var unsent: Set<CaseNumber> = []

  /// Begins with cases that are marked.
  init(_ order: BulkOrder) {
    self.order = order
    waiting = order.cases
    retrace = nil
    drafts = [:]
  }

  /// Begins to take back what many cases got, or to make it again.
  init(_ change: BulkChange, _ retrace: Retrace) {
    order = BulkOrder(change.act, change.cases)
    waiting = order.cases
    self.retrace = retrace
    drafts = change.drafts
  }

  /// What is to be done for a case.
  func effect(for summary: CaseSummary, _ rules: CloseRules, at now: Timestamp) -> WorkbenchEffect {
    guard let retrace, var draft = drafts[summary.number] else {
      return .bulkStep(order.act, summary, rules)
    }
    draft.changedAt = now
    return .bulkRetrace(SaveOrder(draft, closes: false, retraces: retrace))
  }

  /// How all that was done can be taken back, or made again; nil where nothing was.
  var step: UndoStep? { Self.step(order, steps) }

  /// What of a change is left to be taken back, or to be made again; nil where nothing is.
  var leftStep: UndoStep? {
    guard retrace != nil else { return nil }
    let left = unsent.union(waiting.map(\.number))
    return Self.step(order, drafts.filter { left.contains($0.key) })
  }

  /// One case is a change like any other.
  private static func step(_ order: BulkOrder, _ drafts: [CaseNumber: Draft]) -> UndoStep? {
    if drafts.count == 1, let draft = drafts.values.first { return .fields(draft) }
    return drafts.isEmpty ? nil : .many(BulkChange(order, drafts))
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
