import Glibc
import Threads
import TestSupport

/// A bad line between a program and a server: every answer takes a while, and some go wrong.
final class BadLine: Sendable {
  /// What goes wrong.
  struct Quality: Sendable {
    /// How long each answer takes, in milliseconds.
    var delay: UInt32 = 0
    /// Of a hundred requests, how many are refused for the moment before the server sees them.
    var refused = 0
    /// Of a hundred requests, how many the server carries out though its answer is lost.
    var lost = 0
  }

  private let relay: RawServer
  private let counts = Locked((refused: 0, lost: 0, passed: 0))

  /// The address that the program is given.
  var url: String { "http://127.0.0.1:\(relay.port)" }
  /// How often each fault has happened, and how many requests went through.
  var tally: (refused: Int, lost: Int, passed: Int) { counts.withLock { $0 } }

  /// Draws a line to a server.
  ///
  /// - Parameters:
  ///   - port: the port of the server on this machine.
  ///   - quality: what goes wrong.
  ///   - seed: chooses the requests that go wrong.
  /// - Throws: `RawServerError` where there is no socket or thread.
  init(to port: UInt16, _ quality: Quality, seed: UInt64) throws {
    let random = Locked(SeededRandom(seed: seed))
    let counts = counts
    relay = try RawServer { connection in
      guard let server = PlainSocket(port: port) else { return }
      while let request = connection.readRequest() {
        let lot = random.withLock { $0.next(below: 100) }
        usleep(quality.delay * 1_000)
        // Who has no token yet is let through, so that the faults fall upon the work itself.
        let isWork = !request.hasPrefix("POST /v1/oauth")
        if isWork, lot < quality.refused {
          counts.withLock { $0.refused += 1 }
          connection.answer("503 Service Unavailable", headers: "Retry-After: 0\r\n", body: "")
          continue
        }
        guard let answer = server.exchange(Array(request.utf8)) else { return }
        if isWork, lot < quality.refused + quality.lost {
          counts.withLock { $0.lost += 1 }
          return
        }
        counts.withLock { $0.passed += 1 }
        guard connection.write(answer) else { return }
      }
    }
  }
}
