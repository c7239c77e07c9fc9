public import CaseWire

/// All file events of a query, fetched page by page as they are wanted.
public struct EventSearch: AsyncSequence, Sendable {
  /// What comes.
  public typealias Element = FoundEvent
  /// Why it may end early.
  public typealias Failure = CasesError

  private let api: any CaseOperations
  private let query: EventQuery
  private let pageSize: Int
  private let address: EventSearchAddress

  /// Makes a sequence; nothing is fetched yet.
  ///
  /// - Parameters:
  ///   - api: what speaks to the server.
  ///   - query: which events.
  ///   - pageSize: the most rows in a page, 1 to 10,000.
  ///   - address: where the server takes the search; its version's terms must be the query's.
  public init(
    _ api: any CaseOperations, _ query: EventQuery, pageSize: Int = 1_000,
    at address: EventSearchAddress = .current
  ) {
    self.api = api
    self.query = query
    self.pageSize = pageSize
    self.address = address
  }

  /// Begins with the first event.
  ///
  /// - Returns: what gives the events one after the other.
  public func makeAsyncIterator() -> Iterator {
    Iterator(api: api, query: query, pageSize: pageSize, address: address)
  }

  /// Gives the events one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    let api: any CaseOperations
    let query: EventQuery
    let pageSize: Int
    let address: EventSearchAddress
    private var fetched: ArraySlice<FoundEvent> = []
    private var token: String? = ""
    private var used: Set<String> = []

    init(
      api: any CaseOperations, query: EventQuery, pageSize: Int, address: EventSearchAddress
    ) {
      self.api = api
      self.query = query
      self.pageSize = pageSize
      self.address = address
    }

    /// The next event.
    ///
    /// - Returns: the event; nil behind the last one.
    /// - Throws: `CasesError` when a page cannot be had; the next call asks for it again.
    public mutating func next() async throws(CasesError) -> FoundEvent? {
      while fetched.isEmpty, let wanted = token {
        // A server that never says that this was the last page would be asked for ever.
        guard !used.contains(wanted) else {
          throw .unreadable(.searchEvents, status: 200, "the pages of events go round in a circle")
        }
        let page = try await api.searchEvents(
          query, pageSize: pageSize, token: wanted, at: address)
        used.insert(wanted)
        fetched = page.events[...]
        token = page.nextToken
      }
      return fetched.popFirst()
    }
  }
}
