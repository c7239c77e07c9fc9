public import CaseWire

/// All cases of a filter in the order of their numbers, fetched page by page as they are wanted.
///
/// A case that is in the list all the while comes exactly once, whatever others make, change or
/// delete meanwhile. Each page is asked for so that it begins at or before the last case that was
/// given; where it does not, since cases before it have left the list, the page before it is
/// fetched again. Numbers never change, so that "after the last one" is always certain.
public struct CaseSequence: AsyncSequence, Sendable {
  /// What comes.
  public typealias Element = CaseSummary
  /// Why it may end early.
  public typealias Failure = CasesError

  private let api: any CaseOperations
  private let filter: CaseFilter
  private let isDescending: Bool
  private let pageSize: Int

  /// Makes a sequence; nothing is fetched yet.
  ///
  /// - Parameters:
  ///   - api: what speaks to the server.
  ///   - filter: which cases.
  ///   - isDescending: whether the newest come first.
  ///   - pageSize: the most rows in a page, from 10; less is taken for 10.
  public init(
    _ api: any CaseOperations, _ filter: CaseFilter, isDescending: Bool = false,
    pageSize: Int = 100
  ) {
    self.api = api
    self.filter = filter
    self.isDescending = isDescending
    self.pageSize = Swift.max(10, pageSize)
  }

  /// Begins with the first case.
  ///
  /// - Returns: what gives the cases one after the other.
  public func makeAsyncIterator() -> Iterator {
    Iterator(
      api: api, filter: filter, order: CaseOrder(by: .number, isDescending: isDescending),
      pageSize: pageSize)
  }

  /// Gives the cases one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    let api: any CaseOperations
    let filter: CaseFilter
    let order: CaseOrder
    let pageSize: Int
    private var fetched: ArraySlice<CaseSummary> = []
    private var last: CaseNumber?
    /// How many rows of the list lie before those that are still to come, as far as is known.
    private var row = 0
    private var isFinished = false

    init(api: any CaseOperations, filter: CaseFilter, order: CaseOrder, pageSize: Int) {
      self.api = api
      self.filter = filter
      self.order = order
      self.pageSize = pageSize
    }

    /// The next case.
    ///
    /// - Returns: the case; nil behind the last one.
    /// - Throws: `CasesError` when a page cannot be had; the next call asks for it again.
    public mutating func next() async throws(CasesError) -> CaseSummary? {
      // A list that never lets itself be followed must end some time.
      var fruitless = 0
      while fetched.isEmpty, !isFinished {
        guard fruitless < 1_000 else {
          throw .unreadable(.listCases, status: 200, "the list changes faster than it can be read")
        }
        fruitless += 1
        try await fetch()
      }
      guard let next = fetched.popFirst() else { return nil }
      last = next.number
      return next
    }

    private mutating func fetch() async throws(CasesError) {
      let request = Self.page(with: row, most: pageSize)
      let rows = try await rows(of: request)
      let start = (request.number - 1) * request.size
      let isJoined = start == 0 || rows.first.map { !isNew($0) } ?? false
      guard isJoined else {
        row = start
        return
      }
      fetched = rows.drop { !isNew($0) }
      row = start + rows.count
      isFinished = rows.count < request.size
    }

    /// The rows of a page; some servers say that there is no page behind the last one.
    private func rows(of page: PageRequest) async throws(CasesError) -> [CaseSummary] {
      do throws(CasesError) {
        return try await api.cases(filter, order: order, page: page).cases
      } catch .notFound where page.number > 1 {
        return []
      }
    }

    private func isNew(_ summary: CaseSummary) -> Bool {
      guard let last else { return true }
      return order.isDescending ? summary.number < last : summary.number > last
    }

    /// The page that holds the row before a given one near its beginning, and more behind it.
    ///
    /// - Parameters:
    ///   - row: the first row that is wanted, from 0.
    ///   - most: the most rows in a page, from 10.
    /// - Returns: a page of between half as many and as many rows.
    static func page(with row: Int, most: Int) -> PageRequest {
      guard row > 0 else { return PageRequest(number: 1, size: most) }
      let anchor = row - 1
      let size = (most / 2...most).reversed().min { anchor % $0 < anchor % $1 } ?? most
      return PageRequest(number: anchor / size + 1, size: size)
    }
  }
}
