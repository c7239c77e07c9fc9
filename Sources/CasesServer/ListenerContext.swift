import CaseWire
import Glibc
import Locking

/// What the callbacks of one listener share.
final class ListenerContext: Sendable {
  /// What answers the requests.
  let service: CaseService
  private let open = Locked(0)

  /// Serves a service.
  init(_ service: CaseService) { self.service = service }

  /// Counts a request that came in.
  func began() { open.withLock { $0 += 1 } }

  /// Counts a request that was answered or given up.
  func ended() { open.withLock { $0 -= 1 } }

  /// Waits until no request is on its way, or for some time.
  func waitUntilIdle(seconds: Int) {
    for _ in 0..<seconds * 200 {
      if open.withLock({ $0 == 0 }) { return }
      usleep(5_000)
    }
  }
}
