import CaseWire
import Glibc
import Threads

/// What the callbacks of one listener share.
final class ListenerContext: Sendable {
  /// What answers the requests.
  let service: CaseService
  private let state = Locked((open: 0, isStopping: false))

  /// Serves a service.
  init(_ service: CaseService) { self.service = service }

  /// Counts a request that came in.
  func began() { state.withLock { $0.open += 1 } }

  /// Counts a request that was answered or given up.
  func ended() { state.withLock { $0.open -= 1 } }

  /// Whether answers end their connections from now on.
  var isStopping: Bool { state.withLock { $0.isStopping } }

  /// Waits until no request is on its way, or for some time.
  ///
  /// Busy clients would send the next request on the connection of the last for ever, so they are
  /// told to close it.
  func waitUntilIdle(seconds: Int) {
    state.withLock { $0.isStopping = true }
    for _ in 0..<seconds * 200 {
      if state.withLock({ $0.open == 0 }) { return }
      usleep(5_000)
    }
  }
}
