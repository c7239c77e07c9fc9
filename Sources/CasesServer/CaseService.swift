public import CaseWire
import Threads

/// The whole Cases API as a function from requests to answers, without sockets.
///
/// May be used from any thread. Bearer tokens and passing API clients are kept in memory: they
/// end with the value that issued them and its copies.
public struct CaseService: Sendable {
  let store: any CaseStore
  let clock: @Sendable () -> Timestamp
  let tokens = Locked(TokenTable())
  private let failed: @Sendable (ServerError) -> Void
  let passingClients = Locked<[String: ClientRecord]>([:])

  /// Makes the API over a store.
  ///
  /// - Parameters:
  ///   - store: where the data is kept.
  ///   - clock: tells the present time.
  ///   - failed: is told of failures of the store, which answers keep to themselves; called on the
  ///     thread of the request.
  public init(
    store: any CaseStore, clock: @escaping @Sendable () -> Timestamp,
    failed: @escaping @Sendable (ServerError) -> Void = { _ in }
  ) {
    self.store = store
    self.clock = clock
    self.failed = failed
  }

  /// Answers a request.
  ///
  /// - Parameter request: the request, its path and query as they were sent.
  /// - Returns: the answer; every refusal has a JSON body with a problem word.
  public func respond(to request: HTTPRequest) -> HTTPResponse {
    do {
      return try answer(request)
    } catch {
      return error.response
    }
  }

  private func answer(_ request: HTTPRequest) throws(Refusal) -> HTTPResponse {
    guard let route = Route(request.path) else {
      throw Refusal(404, .notFound, "there is nothing under this path")
    }
    guard route.methods.contains(request.method) else {
      var refusal = Refusal(405, .methodNotAllowed, "this path does not answer this method")
      refusal.headers["Allow"] = route.methods.map(\.rawValue).joined(separator: ", ")
      throw refusal
    }
    if route == .token { return try issueToken(request) }
    let user = try authenticate(request)
    switch (request.method, route) {
    case (.get, .cases): return try listCases(request)
    case (.post, .cases): return try createCase(request, user)
    case (.get, .oneCase(let number)): return try showCase(number)
    case (.put, .oneCase(let number)): return try replaceCase(number, request, user)
    case (_, .oneCase(let number)): return try deleteCase(number)
    case (_, .summary(let number)): return try exportSummary(number)
    case (_, .history(let number)): return try listHistory(number, request)
    case (.get, .events(let number)): return try listEvents(number, request)
    case (_, .events(let number)): return try addEvents(number, request, user)
    case (_, .eventCSV(let number)): return try exportEvents(number)
    case (.get, .event(let number, let id)): return try showEvent(id, number)
    case (.post, .event(let number, let id)): return try addEvent(id, number, user)
    case (_, .event(let number, let id)): return try removeEvent(id, number, user)
    case (_, .users): return try listUsers(request)
    case (_, .user(let uid)): return try showUser(uid)
    case (_, .actors): return try listActors(request)
    case (_, .cases), (_, .token): throw Refusal(404, .notFound)
    }
  }

  /// Runs a body that uses the store and makes refusals of what it says.
  ///
  /// - Parameters:
  ///   - missing: the words that answer 404; a missing case does, but where events are added
  ///     (Cases API contract, § 1).
  ///   - body: uses the store.
  /// - Returns: what the body returns.
  /// - Throws: `Refusal` for what the store throws.
  func refusing<Result>(
    missing: Set<ProblemWord> = [.noSuchCase], _ body: () throws(ServerError) -> Result
  ) throws(Refusal) -> Result {
    do {
      return try body()
    } catch {
      if case .refused = error {} else { failed(error) }
      throw Refusal(error, missing: missing)
    }
  }

  /// An answer with JSON in it.
  func json(_ bytes: [UInt8]) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: ["Content-Type": "application/json", "Cache-Control": "no-store"], body: bytes)
  }

  /// An answer with a file in it; the name stands without quotes, as clients expect it
  /// (Cases API contract, § 1.3).
  func file(_ name: String, _ type: String, _ bytes: [UInt8]) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: [
        "Content-Type": type, "Content-Disposition": "attachment; filename=\(name)",
        "Cache-Control": "no-store",
      ], body: bytes)
  }

  /// Who changes something, and when.
  func stamp(_ user: User) -> ChangeStamp { ChangeStamp(user: user, time: clock()) }
}
