public import CaseWire
public import CasesAPI

/// The list of cases: a window onto as many rows as the server has.
///
/// Only pages near the window are held. Rows keep the order in which they were fetched until the
/// list is refreshed, so that nothing moves that the user did not move.
public struct CaseListState: Equatable, Sendable {
  /// Rows in a page.
  public static let pageSize = 100
  /// Pages that are held at most.
  static let heldPages = 24

  /// Whether the rows are a queue that stands as it was taken, and are never fetched.
  public internal(set) var isStill = false
  /// What the list shows.
  public var query: CaseQuery
  /// How many rows there are in all; nil until the first page has come.
  public var total: Int?
  /// The rows that are held, by page from 0.
  public var pages: [Int: [CaseSummary]] = [:]
  /// The row of the cursor, from 0.
  public var cursor = 0
  /// The number under the cursor, as it was last seen; it outlives a refresh.
  public var selected: CaseNumber?
  /// The case that the cursor shall be on again; it was not where the list was fetched anew.
  public var sought: CaseNumber?
  /// The first row that is shown.
  public var top = 0
  /// How many rows are wanted above the cursor where the list is placed anew; nil where the rows
  /// move so that the cursor keeps its place on the screen.
  var wantedAbove: Int?
  /// Rows that can be shown.
  public var height = 1
  /// Pages that are on their way.
  public var awaited: Set<Int> = []
  /// Pages that are shown but asked for anew.
  public var stale: Set<Int> = []
  /// Whether the rows that are shown belong to a query before.
  public var isOutdated = false
  /// Why the last page did not come; shown until one comes.
  public var failure: CasesError?
  /// Whether the rows are those of an earlier session, until a page has come.
  public var isFromBefore = false
  /// Whether pages are asked for although the last one did not come.
  var isTriedAgain = false
  /// Whether somebody asked for the rows that are asked for anew.
  var isAskedFor = false
  /// When the last page came.
  public var fetchedAt: Timestamp?

  /// Makes a list without rows.
  ///
  /// - Parameter query: what it shows.
  public init(_ query: CaseQuery) { self.query = query }

  /// The case in a row.
  ///
  /// - Parameter index: the row, from 0.
  /// - Returns: nil where the row is not held.
  public func row(_ index: Int) -> CaseSummary? {
    guard index >= 0, let page = pages[index / Self.pageSize] else { return nil }
    let offset = index % Self.pageSize
    return offset < page.count ? page[offset] : nil
  }

  /// Whether all rows are held.
  var isWhole: Bool { total.map { pages.values.reduce(0) { $0 + $1.count } == $0 } ?? false }

  /// Whether somebody asked for the rows anew and still waits for them.
  public var isFetchedAnew: Bool { isAskedFor && !stale.isDisjoint(with: awaited) }

  /// The case under the cursor.
  public var current: CaseSummary? { row(cursor) }

  /// The row in which a case is held.
  ///
  /// - Parameter number: the case.
  /// - Returns: nil where it is not held.
  public func index(of number: CaseNumber) -> Int? {
    for (page, rows) in pages {
      if let offset = rows.firstIndex(where: { $0.number == number }) {
        return page * Self.pageSize + offset
      }
    }
    return nil
  }
}
