import Glibc
import Threads

/// A server on raw sockets that behaves as badly as a test wants; each connection has its thread.
public final class RawServer: Sendable {
  /// The port on 127.0.0.1.
  public let port: UInt16

  private struct Shared {
    var isStopped = false
    var descriptors: Set<Int32> = []
    var connections = 0
    var threads: [pthread_t] = []
    var requests: [String] = []
  }

  private let listener: Int32
  private let shared = Locked(Shared())

  /// Starts a server.
  ///
  /// - Parameter script: what is done on each connection, in a thread of its own; the connection is
  ///   closed when it returns.
  /// - Throws: `RawServerError` when there is no socket or thread.
  public init(_ script: @escaping @Sendable (RawConnection) -> Void) throws(RawServerError) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(listener, generic, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, generic, &size) == 0
      }
    }
    guard listener >= 0, isListening else { throw RawServerError(errno) }
    self.listener = listener
    port = UInt16(bigEndian: address.sin_port)
    let shared = self.shared
    let accepting = try spawnThread {
      while true {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else { return }
        let isWanted = shared.withLock { shared in
          guard !shared.isStopped else { return false }
          shared.descriptors.insert(descriptor)
          shared.connections += 1
          return true
        }
        guard isWanted else {
          close(descriptor)
          return
        }
        let connection = RawConnection(descriptor) { request in
          shared.withLock { $0.requests.append(request) }
        }
        let thread = try? spawnThread {
          script(connection)
          shared.withLock { _ = $0.descriptors.remove(descriptor) }
          connection.close()
        }
        if let thread { shared.withLock { $0.threads.append(thread) } }
      }
    }
    shared.withLock { $0.threads.append(accepting) }
  }

  deinit {
    shared.withLock { shared in
      shared.isStopped = true
      // Under the lock, since a number is given to another file as soon as it is closed.
      for descriptor in shared.descriptors { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
    shutdown(listener, Int32(SHUT_RDWR))
    // The accepting thread may still be adding one.
    while let thread = shared.withLock({ $0.threads.popLast() }) { pthread_join(thread, nil) }
    close(listener)
  }

  /// The address for clients.
  public var url: String { "http://127.0.0.1:\(port)" }

  /// The requests so far, each with its head and body as they came.
  public var requests: [String] { shared.withLock { $0.requests } }

  /// How many connections there have been.
  public var connectionCount: Int { shared.withLock { $0.connections } }
}

/// Why there is no server of the tests: an error number of the system.
public struct RawServerError: Error {
  let number: Int32

  init(_ number: Int32) { self.number = number }
}

/// Starts a thread that is to be joined.
func spawnThread(_ body: @escaping @Sendable () -> Void) throws(RawServerError) -> pthread_t {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  let box = unsafe Unmanaged.passRetained(Box(body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread, nil,
    { argument in
      guard let argument = unsafe argument else { return nil }
      unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  guard code == 0 else {
    unsafe box.release()
    throw RawServerError(code)
  }
  return thread
}
