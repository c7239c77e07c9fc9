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

  init(_ order: BulkOrder) {
    self.order = order
    waiting = order.cases
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
