public import CaseWire

/// A walk through a list of cases as it stood, from the first to the last decision.
public struct TriageSession: Hashable, Codable, Sendable {
  /// Cases that are taken into one session at most.
  public static let mostCases = 1_000

  /// When it was begun.
  public let startedAt: Timestamp
  /// The cases, in the order in which they come.
  public internal(set) var entries: [TriageEntry]
  /// The case that was looked at last.
  public internal(set) var current: CaseNumber?

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - cases: the cases in the order of the list; further ones of the same number are left out.
  ///   - now: the present moment.
  init(_ cases: [CaseSummary], at now: Timestamp) {
    startedAt = now
    var known: Set<CaseNumber> = []
    entries = cases.filter { known.insert($0.number).inserted }.prefix(Self.mostCases)
      .map(TriageEntry.init)
    current = entries.first?.summary.number
  }

  /// How many cases are settled.
  public var settledCount: Int { entries.count { $0.isSettled } }
  /// How many cases are still to be decided about.
  public var leftCount: Int { entries.count - settledCount }
  /// For how long cases were looked at, in milliseconds.
  public var milliseconds: Int64 { entries.reduce(0) { $0 + $1.milliseconds } }

  /// Where a case stands in the queue.
  ///
  /// - Parameter number: the case.
  /// - Returns: from 0; nil where it is not in the queue.
  func index(of number: CaseNumber) -> Int? {
    entries.firstIndex { $0.summary.number == number }
  }

  /// The cases to be decided about that come after one, in their order, then those before it.
  ///
  /// - Parameter number: the case.
  /// - Returns: their numbers, that case not among them.
  func next(after number: CaseNumber?) -> [CaseNumber] {
    let place = number.flatMap(index) ?? -1
    let after = entries[(place + 1)...]
    let before = place > 0 ? entries[..<place] : []
    return (after + before).filter { !$0.isSettled }.map(\.summary.number)
  }

  /// Changes what is known of a case.
  mutating func update(_ number: CaseNumber, _ change: (inout TriageEntry) -> Void) {
    guard let index = index(of: number) else { return }
    change(&entries[index])
  }

  /// Makes times out of a file such that they can be added up.
  mutating func limitTimes() {
    let longest: Int64 = 366 * 86_400_000
    for index in entries.indices {
      entries[index].milliseconds = max(0, min(entries[index].milliseconds, longest))
    }
  }

  /// Puts a case at the end of the queue.
  mutating func putLast(_ number: CaseNumber) {
    guard let index = index(of: number) else { return }
    var entry = entries.remove(at: index)
    entry.deeds.append(.later)
    entries.append(entry)
  }
}
