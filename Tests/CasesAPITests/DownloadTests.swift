import CaseWire
import CasesAPI
import Threads
import TestSupport
import Testing

/// Files that go to a sink: what passes, what is refused, and what is told meanwhile.
@Suite struct DownloadTests {
  /// A download of the client, by the name of its operation.
  struct Kind: CustomTestStringConvertible, Sendable {
    let operation: CasesOperation
    let whole: [UInt8]
    let call: @Sendable (CasesClient, MemorySink) async throws(CasesError) -> DownloadedFile
    var testDescription: String { operation.rawValue }
  }

  static let pdf = Kind(
    operation: .exportSummary,
    whole: Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0xFF, count: 3_000) + Array("%%EOF\n".utf8)
  ) { (client, sink) throws(CasesError) in
    try await client.summaryPDF(of: CaseNumber(1), into: sink)
  }
  static let csv = Kind(
    operation: .exportEvents, whole: Array("\u{FEFF}Event ID,Filename\r\n0_1,a\r\n".utf8)
  ) { (client, sink) throws(CasesError) in
    try await client.eventCSV(of: CaseNumber(1), into: sink)
  }
  static let zip = Kind(
    operation: .exportArchive,
    whole: Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 70_000)
      + Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
  ) { (client, sink) throws(CasesError) in
    try await client.archive(of: CaseNumber(1), parts: .all, into: sink)
  }
  static let source = Kind(
    operation: .getSourceFile, whole: Array("<html>captured</html>".utf8)
  ) { (client, sink) throws(CasesError) in
    try await client.sourceFile(of: EventID("e"), in: CaseNumber(1), into: sink)
  }
  static let kinds = [pdf, csv, zip, source]

  private static func answer(
    _ body: [UInt8], _ headers: HTTPHeaders = [:], status: Int = 200
  ) -> Result<HTTPResponse, TransportError> {
    .success(HTTPResponse(status: status, headers: headers, body: body))
  }

  private static let named: HTTPHeaders = [
    "Content-Type": "text/html", "content-disposition": "attachment; filename=f.bin",
  ]

  @Test(arguments: kinds)
  func aFileComesWholeWithTheNameThatTheServerProposes(kind: Kind) async throws {
    var headers = Self.named
    if kind.operation != .getSourceFile { headers["Content-Type"] = nil }
    let transport = FakeTransport(Self.answer(kind.whole, headers))
    let sink = MemorySink()
    let file = try await kind.call(CasesClient(over: transport, as: .token("t")), sink)
    #expect(file == DownloadedFile(byteCount: kind.whole.count, proposedName: "f.bin"))
    #expect(sink.bytes == kind.whole && sink.heads.map(\.headers) == [headers])
    // Packed for the way, the length of the answer would not be that of the file.
    #expect(transport.requests.map { $0.headers["Accept-Encoding"] } == ["identity"])
  }

  /// What comes instead of a file, and what is said of it; nothing of it reaches the sink.
  struct Other: CustomTestStringConvertible, Sendable {
    let what: String
    let answer: Result<HTTPResponse, TransportError>
    let told: String
    var testDescription: String { what }
  }

  private static let page = Array("<!doctype html><title>Sign in</title>".utf8)

  private static let others = [
    Other(
      what: "the page of a portal by its type",
      answer: answer(page, ["Content-Type": "text/html; charset=utf-8"]),
      told: "unreadable 200: a web page, “Sign in”, came instead of the file; 37 bytes of "
        + "text/html; charset=utf-8 beginning “<!doctype html><title>Sign in</title>”"),
    Other(
      what: "the page of a portal by its beginning", answer: answer(page),
      told:
        "unreadable 200: a web page, “Sign in”, came instead of the file; 37 bytes of unknown type "
        + "beginning “<!doctype html><title>Sign in</title>”"),
    Other(
      what: "nothing", answer: answer([]),
      told: "unreadable 200: the file is empty; 0 bytes of unknown type"),
    Other(
      what: "no body", answer: .status(204),
      told: "unreadable 204: no whole file came; 0 bytes of unknown type"),
    Other(
      what: "a part of a file", answer: answer(Array("abc".utf8), status: 206),
      told: "unreadable 206: no whole file came; 3 bytes of unknown type beginning “abc”"),
    Other(
      what: "a refusal with a status of success",
      answer: .json(#"{"problem": "SUMMARY_UNAVAILABLE", "description": null}"#),
      told: "refused 200: SUMMARY_UNAVAILABLE"),
    Other(
      what: "a packed file", answer: answer([31, 139, 8], ["Content-Encoding": "gzip"]),
      told: "unreadable 200: the file is packed as “gzip” although it was not to be; 3 bytes of "
        + "unknown type beginning “"),
    Other(what: "no such case", answer: .status(404), told: "not found"),
    Other(what: "a token that is not accepted", answer: .status(401), told: "unauthorized"),
    Other(
      what: "a refusal", answer: .json(#"{"problem": "NO_SUCH_CASE"}"#, status: 400),
      told: "refused 400: NO_SUCH_CASE"),
    Other(what: "a server in trouble", answer: .status(503), told: "refused 503: -"),
    Other(what: "no answer", answer: .failing(.timedOut), told: "transport timedOut"),
    Other(what: "a cut answer", answer: .failing(.interrupted), told: "transport interrupted"),
  ]

  static func told(_ error: CasesError) -> String {
    switch error {
    case .transport(_, let error): "transport \(error.kind.rawValue)"
    case .refused(_, let status, let problem):
      "refused \(status): \(problem?.problem.rawValue ?? "-")"
    case .notFound: "not found"
    case .unauthorized: "unauthorized"
    case .unreadable(_, let status, let text): "unreadable \(status): \(text)"
    }
  }

  @Test(arguments: kinds, others)
  func whatIsNoFileNeverReachesTheSink(kind: Kind, other: Other) async throws {
    let client = CasesClient(over: FakeTransport(other.answer), as: .token("t"))
    let sink = MemorySink()
    let error = try await #require(throws: CasesError.self) { try await kind.call(client, sink) }
    let told = Self.told(error)
    #expect(told.hasPrefix(other.told) && error.operation == kind.operation, "\(told)")
    #expect(sink.heads == [] && sink.bytes == [])
  }

  @Test(arguments: [pdf, zip])
  func aFileOfAnotherKindIsTold(kind: Kind) async throws {
    let client = CasesClient(
      over: FakeTransport(Self.answer(Array("plain text".utf8), Self.named.plain)),
      as: .token("t"))
    let error = try await #require(throws: CasesError.self) {
      try await kind.call(client, MemorySink())
    }
    let name = kind.operation == .exportSummary ? "PDF" : "ZIP"
    #expect(
      Self.told(error) == "unreadable 200: this is no \(name); 10 bytes of unknown type "
        + "beginning “plain text”")
  }

  /// Where a server does not tell the length, the end of the file tells whether it is whole.
  @Test(arguments: [pdf, zip], [30, 1_500, 2_500])
  func aFileWithoutItsEndIsTold(kind: Kind, missing: Int) async throws {
    let cut = Array(kind.whole.dropLast(missing))
    let client = CasesClient(over: FakeTransport(Self.answer(cut)), as: .token("t"))
    let error = try await #require(throws: CasesError.self) {
      try await kind.call(client, MemorySink())
    }
    let name = kind.operation == .exportSummary ? "PDF" : "ZIP"
    #expect(
      Self.told(error)
        == "unreadable 200: the \(name) is cut off: it has no end after \(cut.count) bytes")
  }

  @Test func aTokenThatRunsOutBeforeTheFileIsRenewedOnce() async throws {
    let transport = FakeTransport(
      .json(#"{"access_token": "old", "expires_in": 900}"#),
      Self.answer(Array("{}".utf8), status: 401),
      .json(#"{"access_token": "new", "expires_in": 900}"#), Self.answer(Self.pdf.whole))
    let client = CasesClient(over: transport, as: .apiClient(id: "key", secret: "s"))
    let sink = MemorySink()
    _ = try await client.summaryPDF(of: CaseNumber(1), into: sink)
    #expect(sink.heads.count == 1 && sink.bytes == Self.pdf.whole)
    #expect(
      transport.requests.map { $0.headers["Authorization"] ?? "" }.filter { $0.hasPrefix("Be") }
        == ["Bearer old", "Bearer new"])
  }

  @Test func aServerThatIsBusyIsAskedAgainAndASinkBeginsOnce() async throws {
    let transport = FakeTransport(
      .status(503), .failing(.notConnected), Self.answer(Self.zip.whole))
    var clock = ClientClock()
    clock.rest = { _ in }
    let client = CasesClient(
      over: transport, as: .token("t"), retrying: RetryPolicy(), clock: clock)
    let sink = MemorySink()
    _ = try await client.archive(of: CaseNumber(1), parts: .all, into: sink)
    #expect(transport.requests.count == 3 && sink.heads.count == 1)
    #expect(sink.bytes == Self.zip.whole)
  }

  /// A file that was cut is not fetched again behind the back of who waits for it.
  @Test func aCutFileIsNotAskedForAgain() async throws {
    let transport = FakeTransport(.failing(.interrupted), Self.answer(Self.pdf.whole))
    let client = CasesClient(over: transport, as: .token("t"), retrying: RetryPolicy())
    let error = await #expect(throws: CasesError.self) {
      try await client.summaryPDF(of: CaseNumber(1), into: MemorySink())
    }
    #expect(error.map(Self.told) == "transport interrupted" && transport.requests.count == 1)
  }

  @Test(arguments: kinds)
  func aSinkThatWantsNoMoreEndsTheDownload(kind: Kind) async throws {
    let client = CasesClient(
      over: FakeTransport(Self.answer(kind.whole, Self.named.plain)), as: .token("t"))
    let error = try await #require(throws: CasesError.self) {
      try await kind.call(client, MemorySink(most: 1))
    }
    #expect(Self.told(error) == "transport notTaken" && error.operation == kind.operation)
  }

  /// Told at once, then five times a second, and when all has come.
  @Test func progressIsToldNowAndThen() async throws {
    let told = Locked([DownloadProgress]())
    let ticks = Locked(0)
    let start = ContinuousClock.now
    var clock = ClientClock()
    clock.now = {
      start + .milliseconds(100)
        * ticks.withLock { ticks in
          ticks += 1
          return ticks
        }
    }
    let body =
      Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 4_000)
      + Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
    for headers in [["Content-Length": "4026"], [:]] as [HTTPHeaders] {
      let client = CasesClient(
        over: FakeTransport(Self.answer(body, headers)), as: .token("t"), clock: clock)
      _ = try await client.archive(of: CaseNumber(1), parts: .all, into: MemorySink()) { progress in
        told.withLock { $0.append(progress) }
      }
    }
    #expect(
      told.withLock { $0 }
        == [700, 2_100, 3_500, 4_026].map { DownloadProgress(received: $0, expected: 4_026) }
        + [700, 2_100, 3_500].map { DownloadProgress(received: $0, expected: nil) })
  }
}

extension HTTPHeaders {
  /// The same fields without a type.
  fileprivate var plain: HTTPHeaders {
    var headers = self
    headers["Content-Type"] = nil
    return headers
  }
}
