import CaseWire

/// What lists of cases cost to find out and what holds until the next write: totals, and the row
/// behind which each page begins.
///
/// Everything in it belongs to one value of the database's change counter, which is read in the
/// same transaction as the rows; so writes of other processes make it void as well.
struct ListCache {
  /// A list cut into pages of one size.
  struct Pages: Hashable {
    let filter: CaseFilter
    let orders: [CaseOrder]
    let size: Int
  }

  private static let mostEntries = 20_000
  private var changes: Int64 = -1
  private var totals: [CaseFilter: Int] = [:]
  private var starts: [Pages: [Int: [SQLiteValue]]] = [:]
  private var count = 0

  /// The kept number of cases that match.
  func total(_ filter: CaseFilter, at changes: Int64) -> Int? {
    changes == self.changes ? totals[filter] : nil
  }

  /// The kept sort keys of the row before a page.
  func start(of page: Int, in pages: Pages, at changes: Int64) -> [SQLiteValue]? {
    changes == self.changes ? starts[pages]?[page] : nil
  }

  /// Keeps the number of cases that match.
  mutating func keep(total: Int, _ filter: CaseFilter, at changes: Int64) {
    guard prepare(for: changes) else { return }
    totals[filter] = total
  }

  /// Keeps the sort keys of the row before a page.
  mutating func keep(start: [SQLiteValue], of page: Int, in pages: Pages, at changes: Int64) {
    guard prepare(for: changes) else { return }
    starts[pages, default: [:]][page] = start
  }

  /// Makes room for an entry; false for one that is older than what is kept.
  private mutating func prepare(for changes: Int64) -> Bool {
    guard changes >= self.changes else { return false }
    if changes > self.changes || count >= Self.mostEntries {
      totals.removeAll()
      starts.removeAll()
      count = 0
      self.changes = changes
    }
    count += 1
    return true
  }
}
