public import CaseWire

/// The client of a Cases API: one function an operation, over any transport.
///
/// It may be used from any task. Tokens are fetched, renewed and shared by all its operations; a
/// request that is answered 401 is repeated once with a fresh token, others as `RetryPolicy` says.
public struct CasesClient: CaseOperations {
  private let sender: RequestSender
  private let tokens: TokenSource
  /// The clock by which progress is told.
  let now: @Sendable () -> ContinuousClock.Instant

  /// Makes a client; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - transport: what carries the requests.
  ///   - credentials: what proves who asks.
  ///   - policy: which requests are sent again when they failed, and when.
  ///   - clock: the times and chances of the client; another one serves tests.
  ///   - waits: is told the longest pause before a request is sent again, whenever it is another
  ///     one, and nil when none is left; called on any thread, and must not wait.
  public init(
    over transport: any Transport, as credentials: Credentials,
    retrying policy: RetryPolicy = .never, clock: ClientClock = ClientClock(),
    waits: @escaping @Sendable (RequestWait?) -> Void = { _ in }
  ) {
    sender = RequestSender(over: transport, policy, clock, WaitBoard(tell: waits))
    tokens = TokenSource(credentials, over: sender, now: clock.now)
    now = clock.now
  }

  /// Fetches one page of the list of cases (Cases API contract, § 1.1).
  ///
  /// - Parameters:
  ///   - filter: which cases.
  ///   - order: in which order.
  ///   - page: which page of how many rows.
  /// - Returns: the rows and how many there are in all; no rows behind the last page.
  /// - Throws: `CasesError` when there is no such result.
  public func cases(
    _ filter: CaseFilter, order: CaseOrder, page: PageRequest
  ) async throws(CasesError) -> CasePage {
    try await answer(.listCases, CasesRequests.list(filter, order: order, page: page))
      .value(CasePage.self)
  }

  /// Fetches a case with its long texts.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the case; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  public func getCase(_ number: CaseNumber) async throws(CasesError) -> Case {
    try await taggedCase(number).value
  }

  /// Fetches a case with the name of its state, for a change that may be made to no other one.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the case with its entity tag; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  public func taggedCase(_ number: CaseNumber) async throws(CasesError) -> TaggedCase {
    let answer = try await answer(.getCase, CasesRequests.get(number))
    return TaggedCase(try read(number, in: answer), tag: answer.strongTag)
  }

  /// Fetches what was changed of a case, and by whom; not every server keeps that.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page, of 1 to 100 rows.
  /// - Returns: the changes, the newest first; none behind the last page.
  /// - Throws: `CasesError` when there is no such result; `.notFound`, or a refusal with status 405
  ///   or 501, where the server keeps no history.
  public func history(
    of number: CaseNumber, page: PageRequest
  ) async throws(CasesError) -> HistoryPage {
    try await answer(.getHistory, CasesRequests.history(of: number, page: page))
      .value(HistoryPage.self)
  }

  /// Makes a case; sent once, whatever comes back.
  ///
  /// - Parameter content: the five fields that analysts write.
  /// - Returns: the case as the server keeps it.
  /// - Throws: `CasesError` when there is no such result.
  public func create(_ content: CaseContent) async throws(CasesError) -> Case {
    let request: HTTPRequest
    do {
      request = try CasesRequests.create(content)
    } catch {
      throw Self.unsendable(.createCase)
    }
    return try await answer(.createCase, request).value(Case.self)
  }

  /// Replaces the whole of a case; prefer `save(_:)`, which loses nobody's change.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - replacement: all six fields; blank ones are sent as null.
  ///   - tag: the entity tag of the only state that may be replaced; nil for any.
  /// - Returns: the case as the server keeps it.
  /// - Throws: `CasesError` when there is no such result.
  public func replace(
    _ number: CaseNumber, with replacement: CaseReplacement, ifMatch tag: String? = nil
  ) async throws(CasesError) -> Case {
    let request: HTTPRequest
    do {
      request = try CasesRequests.replace(number, with: replacement, ifMatch: tag)
    } catch {
      throw Self.unsendable(.replaceCase)
    }
    return try read(number, in: await answer(.replaceCase, request))
  }

  /// Deletes a case for ever; prefer `deleteOnce(_:)`, which knows what became of it.
  ///
  /// - Parameter number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  public func delete(_ number: CaseNumber) async throws(CasesError) {
    try await answer(.deleteCase, CasesRequests.delete(number)).requireDone()
  }

  /// Reads a case and makes sure that it is the one that was meant, not what a cache had at hand.
  private func read(_ number: CaseNumber, in answer: Answer) throws(CasesError) -> Case {
    let found = try answer.value(Case.self)
    guard found.number == number else {
      throw answer.unreadable("case \(found.number) came instead of case \(number)")
    }
    return found
  }

  /// Sends a request with a token, renewed once where the server takes it no more.
  ///
  /// - Parameters:
  ///   - operation: which operation it belongs to.
  ///   - request: the request, without a token.
  ///   - sink: what takes the body of an answer with status 200; nil for the answer itself.
  /// - Returns: the last answer.
  /// - Throws: `CasesError` when there is none.
  func answer(
    _ operation: CasesOperation, _ request: HTTPRequest, into sink: (any DownloadSink)? = nil
  ) async throws(CasesError) -> Answer {
    let token = try await tokens.token()
    let first = try await send(operation, request, token, sink)
    guard first.response.status == 401, tokens.canRenew else { return first }
    // A request that is answered 401 was not done, so that it may be sent again, a POST too.
    return try await send(operation, request, try await tokens.token(insteadOf: token), sink)
  }

  private func send(
    _ operation: CasesOperation, _ request: HTTPRequest, _ token: String,
    _ sink: (any DownloadSink)?
  ) async throws(CasesError) -> Answer {
    var request = request
    request.headers["Authorization"] = "Bearer \(token)"
    let response = try await sender.send(operation, request, into: sink)
    return Answer(operation: operation, response: response)
  }

  /// The error for fields that cannot be written.
  static func unsendable(_ operation: CasesOperation) -> CasesError {
    .transport(operation, TransportError(.malformed, "the fields cannot be written as JSON"))
  }
}
