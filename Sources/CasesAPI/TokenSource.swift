import CaseWire
import Threads

/// Holds the token of one client, fetches it when it is wanted and renews it before it runs out.
///
/// Requests that want a token while one is being fetched wait for that one. Whoever fetches leads;
/// when the leader is cancelled, the first who waits leads in its place.
final class TokenSource: Sendable {
  private typealias Outcome = Result<String, CasesError>

  private enum Turn {
    case have(Outcome)
    case lead
  }

  private struct Waiter {
    let id: Int
    let continuation: CheckedContinuation<Turn, Never>
  }

  private enum State {
    case none
    case held(String, until: ContinuousClock.Instant?)
    case fetching([Waiter])
    case refused
  }

  private struct Shared {
    var state: State
    var nextWaiter = 0
  }

  private let shared: Locked<Shared>
  private let request: HTTPRequest?
  private let sender: RequestSender
  private let now: @Sendable () -> ContinuousClock.Instant

  /// Makes a source; nothing is fetched yet.
  ///
  /// - Parameters:
  ///   - credentials: what proves who asks.
  ///   - sender: what sends the request for a token.
  ///   - now: the clock by which a token grows old.
  init(
    _ credentials: Credentials, over sender: RequestSender,
    now: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    self.sender = sender
    self.now = now
    switch credentials {
    case .token(let text):
      request = nil
      shared = Locked(Shared(state: .held(text, until: nil)))
    case .apiClient(let id, let secret):
      request = CasesRequests.token(id: id, secret: secret)
      shared = Locked(Shared(state: .none))
    }
  }

  /// Whether another token can be had for one that was refused.
  var canRenew: Bool { request != nil }

  /// A token that is good as far as is known.
  ///
  /// - Parameter stale: a token that the server has refused just now.
  /// - Returns: the token.
  /// - Throws: `CasesError` of `signIn` when none can be had; credentials that were refused once
  ///   are not sent again.
  func token(insteadOf stale: String? = nil) async throws(CasesError) -> String {
    switch await turn(insteadOf: stale) {
    case .have(let outcome):
      return try outcome.get()
    case .lead:
      guard let request else { throw .unauthorized(.signIn) }
      let started = now()
      let result = await fetch(request)
      finish(result, started: started)
      return try result.get().token
    }
  }

  private func fetch(_ request: HTTPRequest) async -> Result<TokenAnswer, CasesError> {
    do throws(CasesError) {
      let response = try await sender.send(.signIn, request)
      let answer = Answer(operation: .signIn, response: response)
      let token = try answer.value(TokenAnswer.self)
      // It goes into a header field, where a line break would begin another one.
      guard !token.token.isEmpty, token.token.utf8.allSatisfy({ (33...126).contains($0) }) else {
        throw answer.unreadable("“access_token” is no token")
      }
      return .success(token)
    } catch {
      return .failure(error)
    }
  }

  /// Says what to do: use what there is, or fetch; waits while somebody else fetches.
  private func turn(insteadOf stale: String?) async -> Turn {
    let id = shared.withLock { shared in
      shared.nextWaiter += 1
      return shared.nextWaiter
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let turn = shared.withLock { shared in
          turnNow(&shared.state, stale, Waiter(id: id, continuation: continuation))
        }
        if let turn { continuation.resume(returning: turn) }
      }
    } onCancel: {
      let waiter = shared.withLock { shared in
        guard case .fetching(var waiters) = shared.state,
          let index = waiters.firstIndex(where: { $0.id == id })
        else { return nil as Waiter? }
        let waiter = waiters.remove(at: index)
        shared.state = .fetching(waiters)
        return waiter
      }
      waiter?.continuation.resume(returning: .have(.failure(Self.cancelled)))
    }
  }

  /// The turn of a caller that need not wait, or nil where it is put among those that do.
  private func turnNow(_ state: inout State, _ stale: String?, _ waiter: Waiter) -> Turn? {
    switch state {
    case .held(let token, let end) where token != stale && end.map({ now() < $0 }) ?? true:
      return .have(.success(token))
    case .none, .held:
      state = .fetching([])
      return .lead
    case .refused:
      return .have(.failure(.unauthorized(.signIn)))
    case .fetching(let waiters):
      // Checked under the lock: a cancellation after this finds the waiter in the list.
      if Task.isCancelled { return .have(.failure(Self.cancelled)) }
      state = .fetching(waiters + [waiter])
      return nil
    }
  }

  private func finish(
    _ result: Result<TokenAnswer, CasesError>, started: ContinuousClock.Instant
  ) {
    let (waiters, turn) = shared.withLock { shared in
      guard case .fetching(let waiters) = shared.state else { return ([Waiter](), Turn.lead) }
      switch result {
      case .success(let answer):
        shared.state = .held(answer.token, until: answer.end(from: started))
        return (waiters, .have(.success(answer.token)))
      case .failure(.transport(_, let error)) where error.kind == .cancelled:
        guard let heir = waiters.first else {
          shared.state = .none
          return ([], .lead)
        }
        shared.state = .fetching(Array(waiters.dropFirst()))
        return ([heir], .lead)
      case .failure(let error):
        shared.state = error == .unauthorized(.signIn) ? .refused : .none
        return (waiters, .have(.failure(error)))
      }
    }
    for waiter in waiters { waiter.continuation.resume(returning: turn) }
  }

  private static let cancelled = CasesError.transport(
    .signIn, TransportError(.cancelled, "cancelled while a token was fetched"))
}

extension TokenAnswer {
  /// When to fetch the next one: a minute before the end, or earlier for tokens of short life.
  ///
  /// - Parameter started: when the request for it was sent, since its life may count from then.
  /// - Returns: the instant; nil where the server does not say how long it lives.
  fileprivate func end(from started: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    lifetime.map { started + .seconds($0) - .seconds(min(60, max(0, $0) / 4)) }
  }
}
