public import CaseWire

/// File events (Cases API contract, § 1 and § 4).
extension CasesClient {
  /// Fetches events of a case.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page of how many rows.
  ///   - archive: the identifier of the archive whose events are wanted; nil for those of all.
  /// - Returns: the events in the server's order.
  /// - Throws: `CasesError` when there is no such result.
  public func events(
    of number: CaseNumber, page: PageRequest, archive: String?
  ) async throws(CasesError) -> FileEventPage {
    let request = CasesRequests.events(of: number, page: page, archive: archive)
    return try await answer(.listEvents, request).value(FileEventPage.self)
  }

  /// Fetches all that is known about one event of a case.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event, any text.
  ///   - number: the number of the case.
  /// - Returns: the event as the server sends it.
  /// - Throws: `CasesError` when there is no such result.
  public func event(_ event: EventID, of number: CaseNumber) async throws(CasesError) -> JSONValue {
    // The path of an empty identifier is that of the whole list.
    guard !event.rawValue.isEmpty else { throw .notFound(.getEvent) }
    return try await answer(.getEvent, CasesRequests.event(event, of: number)).value(JSONValue.self)
  }

  /// Adds an event to a case; sent once, whatever comes back.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event, any text.
  ///   - number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  public func add(_ event: EventID, to number: CaseNumber) async throws(CasesError) {
    guard !event.rawValue.isEmpty else { throw .notFound(.addEvent) }
    try await answer(.addEvent, CasesRequests.add(event, to: number)).requireConsent()
  }

  /// Adds events to a case by one request; sent once, whatever comes back.
  ///
  /// - Parameters:
  ///   - events: the identifiers; those that the case has already are passed over.
  ///   - number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  public func add(_ events: [EventID], to number: CaseNumber) async throws(CasesError) {
    let request: HTTPRequest
    do {
      request = try CasesRequests.add(events, to: number)
    } catch {
      throw Self.unsendable(.addEvents)
    }
    try await answer(.addEvents, request).requireDone()
  }

  /// Removes an event from a case; prefer `removeOnce(_:from:)`, which knows what became of it.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event, any text.
  ///   - number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  public func remove(_ event: EventID, from number: CaseNumber) async throws(CasesError) {
    guard !event.rawValue.isEmpty else { throw .notFound(.removeEvent) }
    try await answer(.removeEvent, CasesRequests.remove(event, from: number)).requireDone()
  }

  /// Fetches one page of the file events that fit a query; `EventSearch` gives all of them.
  ///
  /// A search changes nothing, so that it is sent again like any other read.
  ///
  /// - Parameters:
  ///   - query: which events, in which order.
  ///   - pageSize: the most rows in a page, 1 to 10,000.
  ///   - token: what the page before gave for this one; the empty text for the first one.
  ///   - address: where the server takes the search; its version's terms must be the query's.
  /// - Returns: the events and what asks for the next page.
  /// - Throws: `CasesError` when there is no such result.
  public func searchEvents(
    _ query: EventQuery, pageSize: Int, token: String, at address: EventSearchAddress = .current
  ) async throws(CasesError) -> FoundEventPage {
    let request: HTTPRequest
    do {
      request = try CasesRequests.searchEvents(
        EventSearchBody(query: query, pageSize: pageSize, token: token, address: address))
    } catch {
      throw Self.unsendable(.searchEvents)
    }
    return try await answer(.searchEvents, request).value(FoundEventPage.self)
  }
}
