import CaseWire
import CasesAPI
import Threads

/// What the tasks of the program and the network thread have in common.
///
/// A continuation lies here until somebody takes it out under the lock; who takes it resumes it, so
/// that none is resumed twice or forgotten.
final class CurlMailbox: Sendable {
  /// How a transfer ends.
  typealias Outcome = Result<HTTPResponse, TransportError>

  /// A request under its number.
  struct Order {
    let id: Int
    let request: HTTPRequest
    /// What takes the body of an answer with status 200; nil for the answer itself.
    var sink: (any DownloadSink)?
  }

  /// What the network thread finds when it looks in.
  struct Mail {
    var orders: [Order] = []
    var withdrawn: [Int] = []
    var isClosing = false
  }

  private struct Contents {
    var mail = Mail()
    var lastID = 0
    var waiting: [Int: CheckedContinuation<Outcome, Never>] = [:]
    var bell: CurlBell?
    var closed: TransportError?
  }

  private let contents = Locked(Contents())

  /// A number for the next request.
  func nextID() -> Int {
    contents.withLock { contents in
      contents.lastID += 1
      return contents.lastID
    }
  }

  /// Puts a request in; to be called in the task that waits for it.
  ///
  /// - Parameters:
  ///   - order: the request under its number.
  ///   - continuation: what to resume with the answer.
  func deposit(_ order: Order, _ continuation: CheckedContinuation<Outcome, Never>) {
    let refusal: TransportError? = contents.withLock { contents in
      if let closed = contents.closed { return closed }
      // Checked under the lock: a cancellation after this finds the continuation.
      if Task.isCancelled { return Self.cancelled }
      contents.waiting[order.id] = continuation
      contents.mail.orders.append(order)
      contents.bell?.ring()
      return nil
    }
    if let refusal { continuation.resume(returning: .failure(refusal)) }
  }

  /// Takes a request back, whether it runs already or not; its task goes on at once.
  ///
  /// - Parameter id: the number of the request.
  func withdraw(_ id: Int) {
    let continuation = contents.withLock { contents in
      guard let continuation = contents.waiting.removeValue(forKey: id) else {
        return nil as CheckedContinuation<Outcome, Never>?
      }
      let before = contents.mail.orders.count
      contents.mail.orders.removeAll { $0.id == id }
      if contents.mail.orders.count == before {
        contents.mail.withdrawn.append(id)
        contents.bell?.ring()
      }
      return continuation
    }
    continuation?.resume(returning: .failure(Self.cancelled))
  }

  /// Asks the network thread to end.
  func askToClose() {
    contents.withLock { contents in
      contents.mail.isClosing = true
      contents.bell?.ring()
    }
  }

  /// Takes out what has come since the last time; for the network thread.
  func collect() -> Mail {
    contents.withLock { contents in
      defer { contents.mail = Mail(isClosing: contents.mail.isClosing) }
      return contents.mail
    }
  }

  /// Says how the network thread is woken, if it can be; for the network thread.
  func install(_ bell: CurlBell?) {
    contents.withLock { contents in contents.bell = bell }
  }

  /// Hands an answer to the task that waits for it, if one still does; for the network thread.
  ///
  /// - Parameters:
  ///   - id: the number of the request.
  ///   - outcome: how it ended.
  func finish(_ id: Int, _ outcome: Outcome) {
    let continuation = contents.withLock { contents in
      contents.waiting.removeValue(forKey: id)
    }
    continuation?.resume(returning: outcome)
  }

  /// Ends all requests, those that wait and those that come.
  ///
  /// - Parameter error: why.
  func close(_ error: TransportError) {
    let waiting = contents.withLock { contents in
      defer {
        contents.waiting = [:]
        contents.mail.orders = []
        contents.bell = nil
        contents.closed = error
      }
      return contents.waiting
    }
    for continuation in waiting.values { continuation.resume(returning: .failure(error)) }
  }

  private static let cancelled = TransportError(.cancelled, "the request was cancelled")
}
