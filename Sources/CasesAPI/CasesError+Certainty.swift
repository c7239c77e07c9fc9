extension CasesError {
  /// Whether the request may have been done all the same, so that it must not simply be repeated.
  ///
  /// A refusal by status 400 to 499 is certain. Above that a proxy may speak in place of a server
  /// that goes on working, and an answer that cannot be read may have been one of success.
  public var mayHaveBeenDone: Bool {
    switch self {
    // Without a token the request itself was not sent, or was refused for the token's sake.
    case _ where operation == .signIn: false
    case .transport(_, let error): error.mayHaveArrived
    case .refused(_, let status, _): !(400...499).contains(status)
    case .notFound, .unauthorized: false
    // A page with such a status is the refusal of whatever stands before the server.
    case .unreadable(_, let status, _): !(400...499).contains(status)
    }
  }

  /// Whether the server may be at work on the request even now, so that a look that does not find
  /// it done proves nothing.
  public var mayStillBeDone: Bool {
    switch self {
    case .transport(_, let error): error.kind == .timedOut
    // What proxies say where they did not wait until the server was ready; 524 is Cloudflare's.
    case .refused(_, let status, _), .unreadable(_, let status, _): [504, 524].contains(status)
    case .notFound, .unauthorized: false
    }
  }
}
