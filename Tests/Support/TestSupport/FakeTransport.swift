public import CaseWire
public import CasesAPI
import Threads

/// A transport without a network: it answers as it is told and remembers what was asked.
public final class FakeTransport: Transport {
  /// How a request is answered.
  public typealias Responder =
    @Sendable (HTTPRequest) async throws(TransportError) -> HTTPResponse

  private let responder: Responder
  private let sent = Locked([HTTPRequest]())

  /// Makes a transport that computes its answers.
  ///
  /// - Parameter responder: answers each request; may be called by several tasks at once.
  public init(_ responder: @escaping Responder) {
    self.responder = responder
  }

  /// Makes a transport that answers from a list, in its order.
  ///
  /// A request behind the end of the list fails as `unavailable`.
  ///
  /// - Parameter answers: what comes, one for each request.
  public convenience init(_ answers: Result<HTTPResponse, TransportError>...) {
    self.init(list: answers)
  }

  /// Makes a transport that answers from a list, in its order.
  ///
  /// - Parameter answers: what comes, one for each request.
  public convenience init(list answers: [Result<HTTPResponse, TransportError>]) {
    let left = Locked(answers)
    self.init { (request) async throws(TransportError) in
      let next = left.withLock { left in left.isEmpty ? nil : left.removeFirst() }
      guard let next else {
        throw TransportError(.unavailable, "no answer left for \(request.target)")
      }
      return try next.get()
    }
  }

  /// The requests so far, in their order.
  public var requests: [HTTPRequest] { sent.withLock { $0 } }

  /// Remembers the request and answers it.
  ///
  /// - Parameter request: what is sent.
  /// - Returns: what the responder answers.
  /// - Throws: what the responder throws.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    sent.withLock { $0.append(request) }
    return try await responder(request)
  }

  /// Remembers the request and gives the body of its answer away, 700 bytes at a time.
  ///
  /// - Parameters:
  ///   - request: what is sent.
  ///   - sink: what takes the body.
  /// - Returns: what the responder answers, without a body that was taken.
  /// - Throws: what the responder throws, or `notTaken`.
  public func download(
    _ request: HTTPRequest, into sink: any DownloadSink
  ) async throws(TransportError) -> HTTPResponse {
    try await send(request).poured(into: sink, by: 700)
  }
}

extension Transport {
  /// Sends one request.
  ///
  /// - Parameter request: what to send.
  /// - Returns: what came of it, as a value.
  public func outcome(of request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
    do {
      return .success(try await send(request))
    } catch {
      return .failure(error)
    }
  }
}

extension Result where Success == HTTPResponse, Failure == TransportError {
  /// An answer with a JSON body.
  ///
  /// - Parameters:
  ///   - text: the body.
  ///   - status: the status.
  /// - Returns: the answer.
  public static func json(_ text: String, status: Int = 200) -> Self {
    .success(
      HTTPResponse(
        status: status, headers: ["Content-Type": "application/json"], body: Array(text.utf8)))
  }

  /// An answer without a body.
  ///
  /// - Parameter status: the status.
  /// - Returns: the answer.
  public static func status(_ status: Int) -> Self { .success(HTTPResponse(status: status)) }

  /// No answer.
  ///
  /// - Parameter kind: why.
  /// - Returns: the failure.
  public static func failing(_ kind: TransportError.Kind) -> Self {
    .failure(TransportError(kind, "told to fail"))
  }
}
