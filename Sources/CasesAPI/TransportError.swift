/// Why no answer came.
public struct TransportError: Error, Hashable, Codable, Sendable {
  /// What kind of failure it was.
  public enum Kind: String, Hashable, Codable, Sendable {
    /// The task was cancelled.
    case cancelled
    /// The name of the host is not known.
    case unknownHost
    /// No connection came about, so nothing was sent.
    case notConnected
    /// The server's certificate is not trusted, so nothing was sent.
    case untrusted
    /// The client's certificate is missing, cannot be used or is not taken, so the server has not
    /// looked at the request.
    case unidentified
    /// A time limit ran out.
    case timedOut
    /// The connection ended before the answer was whole.
    case interrupted
    /// The answer is larger than it may be.
    case tooLarge
    /// Whoever was to take the answer did not want the rest of it.
    case notTaken
    /// The answer is no HTTP, or the request cannot be sent as it is.
    case malformed
    /// The transport cannot work on this machine, a library being absent for example.
    case unavailable
  }

  /// What kind of failure it was.
  public let kind: Kind
  /// What the transport says about it, in plain words, with the host; never a secret.
  public let detail: String
  /// What exactly was at fault; nil where the kind says all that is known.
  public let fault: TransportFault?

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - kind: what kind of failure it was.
  ///   - detail: what is known about it, without secrets.
  ///   - fault: what exactly was at fault.
  public init(_ kind: Kind, _ detail: String, fault: TransportFault? = nil) {
    self.kind = kind
    self.detail = detail
    self.fault = fault
  }

  /// Whether the server can have seen the request.
  public var mayHaveArrived: Bool {
    switch kind {
    case .unknownHost, .notConnected, .untrusted, .unidentified, .unavailable: false
    case .cancelled, .timedOut, .interrupted, .tooLarge, .notTaken, .malformed: true
    }
  }
}
