public import CaseWire
public import CasesAPI
public import CasesServer

/// Carries requests to the server's handler in this process, without a socket.
public struct HandlerTransport: Transport {
  private let service: CaseService

  /// Makes a transport.
  ///
  /// - Parameter service: what answers the requests.
  public init(to service: CaseService) { self.service = service }

  /// Lets the service answer.
  ///
  /// - Parameter request: what is sent.
  /// - Returns: the service's answer.
  /// - Throws: `TransportError` of the kind `cancelled` when the task is.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard !Task.isCancelled else { throw TransportError(.cancelled, "the request was cancelled") }
    return service.respond(to: request)
  }

  /// Lets the service answer and gives the body away.
  ///
  /// - Parameters:
  ///   - request: what is sent.
  ///   - sink: what takes the body.
  /// - Returns: the service's answer, without a body that was taken.
  /// - Throws: `TransportError` of the kind `cancelled` when the task is, or `notTaken`.
  public func download(
    _ request: HTTPRequest, into sink: any DownloadSink
  ) async throws(TransportError) -> HTTPResponse {
    try await send(request).poured(into: sink, by: 16_384)
  }
}
