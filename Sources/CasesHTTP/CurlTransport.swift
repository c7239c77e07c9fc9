public import CaseWire
public import CasesAPI

/// Carries requests to one server by libcurl, on a thread of its own.
///
/// It may be used from any task. The library is loaded on the network thread, at the first request
/// or by `prepare()`. Connections are kept, over TLS with HTTP/2 where the server speaks it.
/// Certificates are always checked. Redirects are followed for reads alone, and only to the same
/// server. No request that changes anything is ever sent twice.
public final class CurlTransport: Transport {
  private let mailbox = CurlMailbox()
  private let server: ServerAddress
  private let log: RequestLog?
  private let thread: CurlThread

  /// Makes a transport; nothing is loaded or sent yet.
  ///
  /// - Parameters:
  ///   - server: the server.
  ///   - version: the version of the program, sent in the `User-Agent` field.
  ///   - proxy: through which proxy; nil for the direct way, whatever the environment says.
  ///   - trust: who is trusted, and what the client shows.
  ///   - limits: how long transfers may take and how large their answers may be.
  ///   - log: where every request is noted; nil for nowhere.
  public convenience init(
    to server: ServerAddress, version: String, through proxy: Proxy?,
    trusting trust: TransportTrust = TransportTrust(), limits: TransportLimits = TransportLimits(),
    log: RequestLog? = nil
  ) {
    self.init(
      CurlSettings(
        server: server, limits: limits, proxy: proxy, trust: trust,
        userAgent: "caseworkbench/\(version)", libraries: ["libcurl.so.4", "libcurl-gnutls.so.4"]),
      log: log)
  }

  /// Makes a transport from all its settings.
  init(_ settings: CurlSettings, log: RequestLog? = nil) {
    server = settings.server
    self.log = log
    thread = CurlThread(settings, mailbox)
  }

  deinit { thread.end(waits: false) }

  /// Starts the network thread and loads the library there, before the first request wants it.
  ///
  /// Returns at once.
  public func prepare() { thread.start() }

  /// Ends the network thread, and waits for it; all requests end as cancelled.
  ///
  /// To be called before the program exits, since the libraries behind libcurl clear themselves
  /// away at the exit and must not be in use then.
  public func stop() { thread.end(waits: true) }

  /// Sends one request and waits for the whole answer, whatever its status.
  ///
  /// Ends at once when the task is cancelled, and closes what was sent for it.
  ///
  /// - Parameter request: what to send; its path follows the server's base path.
  /// - Returns: the answer, unpacked; a redirection is one that was not followed.
  /// - Throws: `TransportError` when no whole answer came.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    try await follow(request, nil)
  }

  /// Sends one request and gives the body of an answer with status 200 away as it comes.
  ///
  /// Ends at once when the task is cancelled or the sink wants no more. Nothing is unpacked.
  ///
  /// - Parameters:
  ///   - request: what to send, a read; its path follows the server's base path.
  ///   - sink: what takes the body, on the network thread.
  /// - Returns: the answer, without the body that the sink took.
  /// - Throws: `TransportError` when no whole answer came; the sink may have taken a part of it.
  public func download(
    _ request: HTTPRequest, into sink: any DownloadSink
  ) async throws(TransportError) -> HTTPResponse {
    try await follow(request, sink)
  }

  private func follow(
    _ request: HTTPRequest, _ sink: (any DownloadSink)?
  ) async throws(TransportError) -> HTTPResponse {
    var response = try await carry(request, sink)
    var last = request
    for _ in 0..<Redirection.most {
      guard let next = Redirection.next(after: last, response, at: server) else { break }
      response = try await carry(next, sink)
      last = next
    }
    return response
  }

  private func carry(
    _ request: HTTPRequest, _ sink: (any DownloadSink)?
  ) async throws(TransportError) -> HTTPResponse {
    guard let log else { return try await exchange(request, sink).get() }
    let start = ContinuousClock.now
    let counted = sink.map { CountingSink($0) }
    let outcome = await exchange(request, counted)
    log.note(
      request, outcome, downloaded: counted?.count ?? 0, took: ContinuousClock.now - start)
    return try outcome.get()
  }

  private func exchange(
    _ request: HTTPRequest, _ sink: (any DownloadSink)?
  ) async -> CurlMailbox.Outcome {
    thread.start()
    let id = mailbox.nextID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        mailbox.deposit(CurlMailbox.Order(id: id, request: request, sink: sink), continuation)
      }
    } onCancel: {
      mailbox.withdraw(id)
    }
  }
}
