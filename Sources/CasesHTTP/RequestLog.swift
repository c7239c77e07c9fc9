public import CaseWire
import CasesAPI
import Glibc
import Threads

/// A file that notes every request in one line; never a token or a secret.
///
/// It may be used from any thread. Lines are written by whoever asked for the request, never by the
/// network thread, and each with one call of the system, so that several programs may share a file
/// and a crash loses none.
public final class RequestLog: Sendable {
  private struct Shared {
    var tries: [HTTPRequest: Int] = [:]
    var failure: Int32?
  }

  private let descriptor: Int32
  private let level: RequestLogLevel
  private let now: @Sendable () -> Timestamp
  private let shared = Locked(Shared())

  /// Opens a log, at the end of the file where there is one; nobody but the user can read it then.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - level: how much is noted.
  ///   - now: the clock for the beginning of each line.
  /// - Throws: `RequestLogError` when the file cannot be written, or not be shut to others.
  public convenience init(
    path: String, level: RequestLogLevel, now: @escaping @Sendable () -> Timestamp
  ) throws(RequestLogError) {
    // Without the last flag a pipe that nobody reads would hold up the program.
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else {
      throw [EISDIR, ENXIO].contains(errno) ? .notAFile : .cannotOpen(errno)
    }
    do throws(RequestLogError) {
      try Self.protect(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    self.init(writingTo: descriptor, level: level, now: now)
  }

  /// Makes a log on a file that is open; it is closed with the log.
  init(
    writingTo descriptor: Int32, level: RequestLogLevel, now: @escaping @Sendable () -> Timestamp
  ) {
    self.descriptor = descriptor
    self.level = level
    self.now = now
  }

  deinit { close(descriptor) }

  /// The system's error number of the first line that could not be written; nil for none.
  public var failure: Int32? { shared.withLock { $0.failure } }

  /// Notes a request that has ended.
  ///
  /// - Parameters:
  ///   - request: what was sent, with its token.
  ///   - outcome: what came of it.
  ///   - downloaded: how many bytes of its body went elsewhere.
  ///   - duration: how long it took.
  func note(
    _ request: HTTPRequest, _ outcome: Result<HTTPResponse, TransportError>, downloaded: Int = 0,
    took duration: Duration
  ) {
    let line = RequestLine(
      time: now(), request: request, outcome: outcome, downloaded: downloaded, duration: duration,
      attempt: attempt(request, outcome))
    guard level != .errors || line.isFailure else { return }
    write(Array("\(line.text(withBodies: level == .bodies))\n".utf8))
  }

  /// Counts how often the same request was sent in a row without an answer that settles it.
  private func attempt(
    _ request: HTTPRequest, _ outcome: Result<HTTPResponse, TransportError>
  ) -> Int {
    var key = request
    // A token is fetched between two tries, and must not be kept here longer than need be.
    key.headers["Authorization"] = nil
    let status = (try? outcome.get())?.status
    let isSettled = status.map { $0 < 500 && $0 != 401 && $0 != 429 } ?? false
    return shared.withLock { shared in
      let count = (shared.tries.removeValue(forKey: key) ?? 0) + 1
      // Requests that are given up for good must not gather without end.
      if shared.tries.count >= 100 { shared.tries = [:] }
      if !isSettled { shared.tries[key] = count }
      return count
    }
  }

  private func write(_ line: [UInt8]) {
    var written = 0
    while written < line.count {
      let count = unsafe line.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let number = errno
        shared.withLock { $0.failure = $0.failure ?? number }
        return
      }
      written += count
    }
  }

  private static func protect(_ descriptor: Int32) throws(RequestLogError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .cannotOpen(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    if status.st_mode & 0o077 != 0, fchmod(descriptor, 0o600) != 0 { throw .cannotProtect(errno) }
  }
}
