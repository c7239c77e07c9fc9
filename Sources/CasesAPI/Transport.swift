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

  /// Sends one request and gives the body of an answer with status 200 away as it comes.
  ///
  /// Ends at once when the task is cancelled or the sink wants no more.
  ///
  /// - Parameters:
  ///   - request: what to send, a read; its path is relative to the transport's server.
  ///   - sink: what takes the body; another answer than one with status 200 does not reach it.
  /// - Returns: the answer, without the body that the sink took.
  /// - Throws: `TransportError` when no whole answer came; the sink may have taken a part of it.
  func download(
    _ request: HTTPRequest, into sink: any DownloadSink
  ) async throws(TransportError) -> HTTPResponse
}
