import CaseWire

/// Why a request will be sent again.
public enum RetryReason: Hashable, Sendable {
  /// The server takes no more requests for now: status 429.
  case rateLimited
  /// The server, or a proxy before it, cannot answer for now: status 502, 503 or 504.
  case unavailable(status: Int)
  /// No connection came about.
  case notConnected

  /// The reason to send a request again, if there is one.
  ///
  /// - Parameters:
  ///   - outcome: what came of it.
  ///   - request: the request.
  ///   - isSafe: whether sending it twice changes nothing, as for reading and signing in.
  init?(
    _ outcome: Result<HTTPResponse, TransportError>, of request: HTTPRequest, isSafe: Bool
  ) {
    // A POST makes something new each time, so that even a certain refusal is left to the user.
    guard isSafe || request.method != .post else { return nil }
    switch outcome {
    // A proxy that wants another password would count each attempt.
    case .failure(let error) where error.kind == .notConnected && error.fault?.isLasting != true:
      self = .notConnected
    case .success(let response) where response.status == 429: self = .rateLimited
    // The server behind a proxy may have done what the proxy says was not.
    case .success(let response) where isSafe && [502, 503, 504].contains(response.status):
      self = .unavailable(status: response.status)
    default: return nil
    }
  }
}
