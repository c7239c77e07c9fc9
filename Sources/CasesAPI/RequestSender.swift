import CaseWire

/// Sends requests, and sends again what may be sent again.
struct RequestSender: Sendable {
  private let transport: any Transport
  private let policy: RetryPolicy
  private let clock: ClientClock
  private let board: WaitBoard

  /// Makes a sender.
  ///
  /// - Parameters:
  ///   - transport: what carries the requests.
  ///   - policy: when requests are sent again.
  ///   - clock: the times and chances of the pauses.
  ///   - board: where pauses are shown.
  init(
    over transport: any Transport, _ policy: RetryPolicy, _ clock: ClientClock, _ board: WaitBoard
  ) {
    self.transport = transport
    self.policy = policy
    self.clock = clock
    self.board = board
  }

  /// Sends a request until it is answered for good or the policy gives it up.
  ///
  /// - Parameters:
  ///   - operation: which operation it belongs to.
  ///   - request: the request.
  ///   - sink: what takes the body of an answer with status 200; nil for the answer itself.
  /// - Returns: the last answer.
  /// - Throws: `CasesError.transport` when there is none, or when the task was cancelled.
  func send(
    _ operation: CasesOperation, _ request: HTTPRequest, into sink: (any DownloadSink)? = nil
  ) async throws(CasesError) -> HTTPResponse {
    let began = clock.now()
    var sent = 0
    while true {
      let outcome = await outcome(of: request, sink)
      sent += 1
      let isSafe = request.method == .get || [.signIn, .searchEvents].contains(operation)
      guard let reason = RetryReason(outcome, of: request, isSafe: isSafe),
        let pause = policy.pause(
          after: sent, asked: asked(outcome), spent: clock.now() - began, chance: clock.chance())
      else {
        do {
          return try outcome.get()
        } catch {
          throw .transport(operation, error)
        }
      }
      await board.during(RequestWait(operation, reason, pause: pause)) {
        await clock.rest(pause)
      }
      guard !Task.isCancelled else { throw .transport(operation, Self.cancelled) }
    }
  }

  private func outcome(
    of request: HTTPRequest, _ sink: (any DownloadSink)?
  ) async -> Result<HTTPResponse, TransportError> {
    do {
      guard let sink else { return .success(try await transport.send(request)) }
      return .success(try await transport.download(request, into: sink))
    } catch {
      return .failure(error)
    }
  }

  private func asked(_ outcome: Result<HTTPResponse, TransportError>) -> Duration? {
    guard case .success(let response) = outcome else { return nil }
    return RetryAfter.pause(in: response.headers, now: clock.timeOfDay())
  }

  /// Nothing of the request was done: each sending so far was refused or did not leave.
  private static let cancelled = TransportError(.cancelled, "cancelled before it was sent again")
}
