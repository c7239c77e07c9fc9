import CMicroHTTPD
import CaseWire
import Glibc
import Threads

/// Serves a `CaseService` over HTTP/1.1 on one address.
///
/// Two threads of the library answer requests, so the service is called from two threads at once.
public final class CasesListener: Sendable {
  /// The port that is listened on.
  public let port: Int
  private let daemon: Locked<Daemon?>

  /// The library's handle with what its callbacks refer to.
  @safe private struct Daemon {
    let handle: OpaquePointer
    let context: Unmanaged<ListenerContext>
  }

  /// Starts to listen.
  ///
  /// SIGPIPE is ignored in the whole process from then on, since a client that goes away must not
  /// end it.
  ///
  /// - Parameters:
  ///   - service: what answers the requests.
  ///   - host: an IPv4 or IPv6 address of this machine, or `localhost`.
  ///   - port: the port, 0 to 65535; 0 takes one that is free.
  /// - Throws: `ServerError.listening` when the address cannot be listened on.
  public init(
    service: CaseService, host: String = "127.0.0.1", port: Int
  ) throws(ServerError) {
    let name = "\(host):\(port)"
    guard (0...65_535).contains(port), let address = SocketAddress(host, UInt16(port)) else {
      throw .listening(address: name, reason: "this is no address")
    }
    signal(SIGPIPE, SIG_IGN)
    let context = unsafe Unmanaged.passRetained(ListenerContext(service))
    let limits = cws_daemon_limits(
      threads: 2, connections: 500, connections_per_address: 200, idle_seconds: 60,
      memory_per_connection: 64 * 1_024)
    let handle = unsafe address.withPointer { pointer in
      unsafe cws_start_daemon(
        pointer, limits, context.toOpaque(), ListenerCallbacks.began, ListenerCallbacks.handle,
        ListenerCallbacks.completed)
    }
    guard let handle = unsafe handle else {
      let reason = unsafe String(cString: strerror(errno))
      unsafe context.release()
      throw .listening(address: name, reason: reason)
    }
    self.port = Int(unsafe cws_daemon_port(handle))
    daemon = unsafe Locked(Daemon(handle: handle, context: context))
  }

  deinit { stop() }

  /// Stops listening, lets requests that are being answered end, and closes all connections.
  ///
  /// Further calls do nothing. Must not be called by the service while it answers a request.
  public func stop() {
    guard
      let daemon = daemon.withLock({ daemon -> Daemon? in
        defer { daemon = nil }
        return daemon
      })
    else { return }
    let listening = unsafe MHD_quiesce_daemon(daemon.handle)
    let context = unsafe daemon.context.takeUnretainedValue()
    context.waitUntilIdle(seconds: 2)
    unsafe MHD_stop_daemon(daemon.handle)
    if listening >= 0 { close(listening) }
    unsafe daemon.context.release()
  }
}
