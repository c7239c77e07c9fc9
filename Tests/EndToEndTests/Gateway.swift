import Glibc
import Threads
import TestSupport
import Testing

/// Stands between the workbench and its server, and treats changes as badly as a test wants.
final class Gateway: Sendable {
  /// What becomes of a request that changes something.
  enum Fault: Hashable, Sendable {
    /// It is passed on, and so is its answer.
    case none
    /// It is not passed on, and answered with this status and body.
    case refuses(String, body: String)
    /// It is not passed on, and neither is any other request: nobody is signed in.
    case forgetsTokens
    /// It is passed on, and the connection cut in the place of its answer.
    case losesAnswer
    /// It is not passed on, and the connection cut.
    case losesChange
    /// It is passed on, and its answer held until the fault is another one.
    case holdsAnswer
    /// It is not passed on, and the connection cut once the fault is another one.
    case holdsChange
  }

  private struct Shared {
    var fault = Fault.none
    var changes = 0
  }

  private let shared: Locked<Shared>
  private let server: RawServer

  /// Starts a gateway.
  ///
  /// - Parameter place: the workplace whose server it stands before.
  /// - Throws: an issue where it cannot listen.
  init(to place: Workplace) throws {
    let port = try #require(place.server.url.split(separator: ":").last.flatMap { UInt16($0) })
    let shared = Locked(Shared())
    self.shared = shared
    server = try RawServer { connection in
      guard let request = connection.readRequest() else { return }
      Self.treat(request, on: connection, port, shared)
    }
  }

  deinit { fault = .none }

  /// Its address for the workbench.
  var url: String { server.url }

  /// What becomes of the next change.
  var fault: Fault {
    get { shared.withLock { $0.fault } }
    set { shared.withLock { $0.fault = newValue } }
  }

  /// Waits until so many changes have come since it was started.
  func wait(forChanges count: Int) throws {
    try waitUntil("\(count) changes") { shared.withLock { $0.changes } >= count }
  }

  private static func treat(
    _ request: String, on connection: RawConnection, _ port: UInt16, _ shared: Locked<Shared>
  ) {
    let isChange = request.hasPrefix("PUT ")
    let fault = shared.withLock { $0.fault }
    func waitForAnother() {
      shared.withLock { $0.changes += 1 }
      while shared.withLock({ $0.fault }) == fault { usleep(2_000) }
    }
    switch fault {
    case .forgetsTokens:
      return connection.answer("401 Unauthorized")
    case .refuses(let status, let body) where isChange:
      return connection.answer(
        status, headers: "Content-Type: application/json\r\n", body: body)
    case .losesChange where isChange:
      return
    case .holdsChange where isChange:
      return waitForAnother()
    default: break
    }
    guard let answer = RawConnection.answer(to: request, from: port) else { return }
    if isChange, fault == .losesAnswer { return }
    if isChange, fault == .holdsAnswer { waitForAnother() }
    connection.write(answer)
  }
}
