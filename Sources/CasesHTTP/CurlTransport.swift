public import CaseWire
public import CasesAPI

/// Carries requests to one server by libcurl, on a thread of its own.
///
/// It may be used from any task. The library is loaded on the network thread, at the first request
/// or by `prepare()`. Connections are kept, over TLS with HTTP/2 where the server speaks it.
/// Certificates are always checked, redirects never followed. Proxies are those of the environment,
/// but for servers on this machine. No request that changes anything is ever sent twice.
public final class CurlTransport: Transport {
  private let mailbox = CurlMailbox()
  private let thread: CurlThread

  /// Makes a transport; nothing is loaded or sent yet.
  ///
  /// - Parameters:
  ///   - server: the server.
  ///   - version: the version of the program, sent in the `User-Agent` field.
  ///   - limits: how long transfers may take and how large their answers may be.
  public convenience init(
    to server: ServerAddress, version: String, limits: TransportLimits = TransportLimits()
  ) {
    self.init(
      CurlSettings(
        server: server, limits: limits, userAgent: "caseworkbench/\(version)",
        libraries: ["libcurl.so.4", "libcurl-gnutls.so.4"]))
  }

  /// Makes a transport from all its settings.
  init(_ settings: CurlSettings) {
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
  /// - Returns: the answer, unpacked; redirects are not followed.
  /// - Throws: `TransportError` when no whole answer came.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    thread.start()
    let id = mailbox.nextID()
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        mailbox.deposit(CurlMailbox.Order(id: id, request: request), continuation)
      }
    } onCancel: {
      mailbox.withdraw(id)
    }
    return try outcome.get()
  }
}
