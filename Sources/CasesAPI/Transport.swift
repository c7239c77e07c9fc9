public import CaseWire

/// Carries requests to a server and brings its answers back.
///
/// The client knows nothing of sockets: tests give it a transport that answers from a list.
public protocol Transport: Sendable {
  /// Sends one request and waits for the whole answer, whatever its status.
  ///
  /// Ends at once when the task is cancelled, and closes what was sent for it.
  ///
  /// - Parameter request: what to send; its path is relative to the transport's server.
  /// - Returns: the answer; redirects are not followed.
  /// - Throws: `TransportError` when no whole answer came.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
