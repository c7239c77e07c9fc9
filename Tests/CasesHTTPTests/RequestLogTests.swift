import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import Threads
import TestSupport
import Testing

@testable import CasesHTTP

/// What is noted of requests, and what never is.
@Suite struct RequestLogTests {
  private static let time = Timestamp(microseconds: 1_773_972_000_369_203)

  private func line(
    _ request: HTTPRequest, _ outcome: Result<HTTPResponse, TransportError>, attempt: Int = 1,
    withBodies: Bool = false
  ) -> String {
    RequestLine(
      time: Self.time, request: request, outcome: outcome, duration: .milliseconds(34),
      attempt: attempt
    ).text(withBodies: withBodies)
  }

  private let list = HTTPRequest(
    .get, "/v1/cases", query: "name=Wally", headers: ["Authorization": "Bearer 53cr37"])

  @Test func aLineTellsOperationStatusTimeTriesAndTheServersName() {
    let answer = HTTPResponse(
      status: 200, headers: ["Content-Type": "application/json", "x-request-id": "ab c\u{1B}"],
      body: Array("{\"you\": \"53cr37\",\n\"a\": 1}".utf8))
    let head = "2026-03-20T02:00:00.369203Z listCases GET /v1/cases"
    let end = "status=200 time=34ms bytes=25 try=2 id=ab_c·"
    #expect(line(list, .success(answer), attempt: 2) == "\(head) \(end)")
    #expect(
      line(list, .success(answer), attempt: 2, withBodies: true)
        == "\(head)?name=Wally \(end) got=“{\"you\": \"[secret]\", \"a\": 1}”")
  }

  @Test func aFailureTellsItsReason() {
    let error = TransportError(.timedOut, "a.example: no answer\r\nfor 53cr37")
    let request = HTTPRequest(
      .put, "/v1/cases/7", headers: ["Authorization": "Bearer 53cr37"], body: Array("{}".utf8))
    let text =
      "2026-03-20T02:00:00.369203Z replaceCase PUT /v1/cases/7 failed=timedOut time=34ms try=1 "
      + "reason=“a.example: no answer  for [secret]”"
    #expect(line(request, .failure(error)) == text)
    #expect(line(request, .failure(error), withBodies: true) == "\(text) sent=“{}”")
  }

  /// Trial T051: neither the secret that is sent nor the token that comes is noted at any level.
  @Test func t051ASignInShowsNoBodies() {
    let request = HTTPRequest(
      .post, "/v1/oauth", query: "q=53cr37", headers: ["Authorization": "Basic aTo1M2NyMzc="],
      body: Array("53cr37".utf8))
    let answer = HTTPResponse(
      status: 200, headers: ["Content-Type": "application/json", "X-Request-ID": "aTo1M2NyMzc="],
      body: Array("{\"access_token\":\"t0ken\"}".utf8))
    #expect(
      line(request, .success(answer), withBodies: true)
        == "2026-03-20T02:00:00.369203Z signIn POST /v1/oauth status=200 time=34ms bytes=24 try=1 "
        + "id=[secret]")
  }

  /// Trial T051: a body full of tokens that is cut in the middle of one shows no part of any.
  @Test func t051NoPartOfATokenIsLeftWhereABodyIsCut() {
    let token = String(repeating: "T", count: 1_000)
    var request = list
    request.headers["Authorization"] = "Bearer \(token)"
    let answer = HTTPResponse(
      status: 200, headers: ["Content-Type": "text/html"],
      body: Array(("<" + String(repeating: token, count: 20)).utf8))
    let text = line(request, .success(answer), withBodies: true)
    #expect(text.contains("got=“<[secret][secret]") && !text.contains("TTT"))
  }

  private static let operations: [(HTTPMethod, String, CasesOperation?)] = [
    (.post, "/v2/file-events", .searchEvents), (.get, "/v1/users", .findUsers),
    (.post, "/v1/file-events", .searchEvents), (.get, "/api/v1/User", .findUsers),
    (.post, "/forensic-search/queryservice/api/v1/fileevent", .searchEvents),
    (.post, "/forensic-search/queryservice/api/v2/fileevent", .searchEvents),
    (.post, "/forensic-search/queryservice/api/v1/filelocations", nil),
    (.get, "/v1/actors/actor/search", .findActors),
    (.get, "/v1/actors/actor/id/1", .getActor),
    (.get, "/v1/actors/actor/name/a%2Fb/parent", .getParentActor),
    (.post, "/v1/cases", .createCase),
    (.get, "/v1/cases/1", .getCase), (.get, "/v1/cases/1/export", .exportSummary),
    (.get, "/v1/cases/1/history", .getHistory),
    (.get, "/v1/cases/1/export/full", .exportArchive),
    (.get, "/v1/cases/1/fileevent/a%2Fb/file", .getSourceFile),
    (.get, "/v1/cases/1/fileevent", .listEvents),
    (.get, "/v1/cases/1/fileevent/export", .exportEvents),
    (.get, "/v1/cases/1/fileevent/a%2Fb", .getEvent),
    (.post, "/v1/cases/1/fileevent/e", .addEvent), (.get, "/v1/nothing", nil),
    (.post, "/v1/cases/1", nil),
  ]

  @Test(arguments: operations)
  func operationsAreToldByMethodAndPath(
    method: HTTPMethod, path: String, operation: CasesOperation?
  ) {
    #expect(CasesOperation(of: HTTPRequest(method, path)) == operation)
  }

  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = "/tmp/caseworkbench-log-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  private func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  @Test func aTransportNotesEveryRequestAndCountsTries() async throws {
    try await withFolder { folder in
      let answers = Locked(["503 Busy", "401 No", "200 OK", "200 OK"])
      let server = try RawServer { connection in
        while connection.readRequest() != nil {
          connection.answer(answers.withLock { $0.removeFirst() })
        }
      }
      let path = "\(folder)/log"
      let log = try RequestLog(path: path, level: .requests) { Self.time }
      let transport = CurlTransport(
        to: try ServerAddress(server.url), version: "test", through: nil, log: log)
      for token in ["a", "a", "b", "b"] {
        var request = list
        request.headers["Authorization"] = "Bearer \(token)"
        _ = try await transport.send(request)
      }
      let words = text(path).split(separator: "\n").map { line in
        line.split(separator: " ").filter { $0.hasPrefix("status=") || $0.hasPrefix("try=") }
      }
      #expect(
        words == [
          ["status=503", "try=1"], ["status=401", "try=2"], ["status=200", "try=3"],
          ["status=200", "try=1"],
        ])
      var status = stat()
      unsafe stat(path, &status)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func atTheLowestLevelOnlyFailuresAreNoted() async throws {
    try await withFolder { folder in
      let log = try RequestLog(path: "\(folder)/log", level: .errors) { Self.time }
      log.note(list, .success(HTTPResponse(status: 302)), took: .zero)
      log.note(list, .success(HTTPResponse(status: 404)), took: .zero)
      log.note(list, .failure(TransportError(.timedOut, "x")), took: .zero)
      let lines = text("\(folder)/log").split(separator: "\n")
      #expect(lines.count == 2 && lines[0].contains("status=404"))
    }
  }

  @Test func aFileIsContinuedAndShutToOthers() async throws {
    try await withFolder { folder in
      let path = "\(folder)/log"
      try Data("before\n".utf8).write(to: URL(filePath: path))
      unsafe chmod(path, 0o644)
      try RequestLog(path: path, level: .requests) { Self.time }
        .note(list, .failure(TransportError(.timedOut, "x")), took: .zero)
      #expect(text(path).hasPrefix("before\n2026-"))
      var status = stat()
      unsafe stat(path, &status)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func whatIsNoFileIsRefused() async throws {
    try await withFolder { folder in
      unsafe mkfifo("\(folder)/pipe", 0o600)
      let wrong: [(String, RequestLogError)] = [
        (folder, .notAFile), ("/dev/null", .notAFile), ("\(folder)/pipe", .notAFile),
        ("\(folder)/none/log", .cannotOpen(ENOENT)),
      ]
      for (path, error) in wrong {
        #expect(throws: error) { try RequestLog(path: path, level: .errors) { Self.time } }
      }
    }
  }

  @Test func aLineThatCannotBeWrittenIsRemembered() {
    let log = RequestLog(writingTo: unsafe open("/dev/full", O_WRONLY), level: .requests) {
      Self.time
    }
    let before = log.failure
    log.note(list, .failure(TransportError(.timedOut, "x")), took: .zero)
    #expect(before == nil && log.failure == ENOSPC)
  }
}
