import CaseWire
import Threads

/// Stands before a sink and lets nothing through that is not the file that was asked for.
///
/// The first bytes are held back until it is known what they are, so that the page of a portal or
/// the words of a refusal never land in a file.
final class DownloadGate: DownloadSink {
  private struct State {
    var head = HTTPResponse(status: 200)
    var held: [UInt8] = []
    var tail: [UInt8] = []
    var received = 0
    var isOpen = false
    var failure: CasesError?
    var toldAt: ContinuousClock.Instant?
  }

  private static let toldEvery = Duration.milliseconds(200)

  private let operation: CasesOperation
  private let kind: DownloadKind
  private let sink: any DownloadSink
  private let now: @Sendable () -> ContinuousClock.Instant
  private let progress: @Sendable (DownloadProgress) -> Void
  private let state = Locked(State())

  /// Makes a gate.
  ///
  /// - Parameters:
  ///   - operation: which operation fetches the file.
  ///   - kind: what the file must be.
  ///   - sink: what takes the file.
  ///   - now: the clock by which progress is told, five times a second.
  ///   - progress: is told how far the download is, by the thread of the network.
  init(
    _ operation: CasesOperation, _ kind: DownloadKind, to sink: any DownloadSink,
    now: @escaping @Sendable () -> ContinuousClock.Instant,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) {
    self.operation = operation
    self.kind = kind
    self.sink = sink
    self.now = now
    self.progress = progress
  }

  /// Why the gate let nothing more through; nil where it did.
  var failure: CasesError? { state.withLock { $0.failure } }

  func begin(_ head: HTTPResponse) -> Bool {
    state.withLock { state in
      state = State()
      state.head = head
    }
    return true
  }

  func take(_ part: [UInt8]) -> Bool {
    let (passed, news) = state.withLock { state in
      state.received += part.count
      keepTail(part, &state)
      return (pass(part, isLast: false, &state), due(&state))
    }
    if let news { progress(news) }
    return deliver(passed)
  }

  /// Ends with an answer that came whole.
  ///
  /// - Parameter response: the answer, without the body that was taken.
  /// - Returns: what came.
  /// - Throws: `CasesError` when it is not the file that was asked for, or was not taken.
  func finish(_ response: HTTPResponse) throws(CasesError) -> DownloadedFile {
    let answer = Answer(operation: operation, response: response)
    try answer.requireSuccess()
    guard response.status == 200 else { throw answer.unreadable("no whole file came") }
    let passed = state.withLock { state in
      if state.received == 0 { state.head = response }
      return pass([], isLast: true, &state)
    }
    guard deliver(passed) else {
      throw failure ?? .transport(operation, TransportError(.notTaken, "the file was not taken"))
    }
    let (received, tail) = state.withLock { ($0.received, $0.tail.suffix(kind.tailBytes)) }
    guard kind.ends(tail) else {
      throw .unreadable(
        operation, status: 200, "the \(kind.name) is cut off: it has no end after \(received) bytes"
      )
    }
    let name = response.headers["Content-Disposition"].flatMap(ContentDisposition.fileName)
    return DownloadedFile(byteCount: received, proposedName: name)
  }

  /// What may go on to the sink.
  private enum Passed {
    case nothing
    case first(HTTPResponse, [UInt8])
    case more([UInt8])
    case refused
  }

  private func deliver(_ passed: Passed) -> Bool {
    switch passed {
    case .nothing: true
    case .first(let head, let bytes): sink.begin(head) && (bytes.isEmpty || sink.take(bytes))
    case .more(let bytes): sink.take(bytes)
    case .refused: false
    }
  }

  private func pass(_ part: [UInt8], isLast: Bool, _ state: inout State) -> Passed {
    if state.failure != nil { return .refused }
    if state.isOpen { return isLast ? .nothing : .more(part) }
    state.held += part
    guard isLast || state.held.count >= DownloadKind.headBytes else { return .nothing }
    let answer = Answer(
      operation: operation,
      response: HTTPResponse(status: 200, headers: state.head.headers, body: state.held))
    if let fault = fault(in: answer) {
      state.failure = fault
      return .refused
    }
    state.isOpen = true
    defer { state.held = [] }
    return .first(state.head, state.held)
  }

  /// What is wrong with the beginning of a file, if anything is.
  private func fault(in answer: Answer) -> CasesError? {
    let headers = answer.response.headers
    if let encoding = headers["Content-Encoding"], encoding.lowercased() != "identity" {
      return answer.unreadable("the file is packed as “\(encoding)” although it was not to be")
    }
    // A file that was captured may itself be a page; the server says that it is a file.
    let isNamed = headers["Content-Disposition"] != nil
    if case .any = kind, isNamed { return nil }
    if answer.isMarkup {
      return answer.unreadable(WebPage.reason(answer.response.body, insteadOf: "the file"))
    }
    if answer.response.body.isEmpty { return answer.unreadable("the file is empty") }
    guard kind.begins(Array(answer.response.body.prefix(DownloadKind.headBytes))) else {
      return answer.refusalInside ?? answer.unreadable("this is no \(kind.name)")
    }
    return isNamed ? nil : answer.refusalInside
  }

  private func keepTail(_ part: [UInt8], _ state: inout State) {
    let most = kind.tailBytes
    guard most > 0 else { return }
    state.tail += part
    if state.tail.count > 4 * most { state.tail.removeFirst(state.tail.count - most) }
  }

  private func due(_ state: inout State) -> DownloadProgress? {
    let instant = now()
    let expected = state.head.headers["Content-Length"].flatMap { Int($0) }
    if let toldAt = state.toldAt, instant - toldAt < Self.toldEvery, state.received != expected {
      return nil
    }
    state.toldAt = instant
    return DownloadProgress(received: state.received, expected: expected)
  }
}
