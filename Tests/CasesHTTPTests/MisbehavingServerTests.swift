import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import Threads
import TestSupport
import Testing

@testable import CasesHTTP

/// The transport against servers that do what servers do on bad days.
@Suite struct MisbehavingServerTests {
  /// What a server does with each connection and what the client makes of it.
  struct Trial: CustomTestStringConvertible, Sendable {
    let what: String
    let kind: TransportError.Kind
    let script: @Sendable (RawConnection) -> Void
    var testDescription: String { what }
  }

  private static let trials = [
    Trial(what: "closes before the request", kind: .notConnected) { $0.makeCloseAReset() },
    Trial(what: "closes without an answer", kind: .interrupted) { _ = $0.readRequest() },
    Trial(what: "resets without an answer", kind: .interrupted) {
      _ = $0.readRequest()
      $0.makeCloseAReset()
    },
    Trial(what: "cuts the header", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n")
    },
    Trial(what: "cuts the header in a line", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Le")
    },
    Trial(what: "cuts the header after its first line", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 204 No Content\r\n")
    },
    Trial(what: "closes after an interim answer", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 103 Early Hints\r\n\r\n")
    },
    Trial(what: "invents a status", kind: .malformed) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n")
    },
    Trial(what: "cuts the body before its length", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"cases\": [")
    },
    Trial(what: "cuts a chunk", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nabc")
    },
    Trial(what: "resets in the body", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
      $0.makeCloseAReset()
    },
    Trial(what: "says nothing", kind: .timedOut) {
      _ = $0.readRequest()
      _ = $0.waitForEnd()
    },
    Trial(what: "falls silent in the body", kind: .timedOut) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
      _ = $0.waitForEnd()
    },
    Trial(what: "drips for ever", kind: .timedOut) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
      while !$0.waitForEnd(milliseconds: 100), $0.write("a") {}
    },
    Trial(what: "drips header lines for ever", kind: .timedOut) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\n")
      while !$0.waitForEnd(milliseconds: 100), $0.write("X: y\r\n") {}
    },
    Trial(what: "sends header lines without end", kind: .tooLarge) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\n")
      while $0.write("X-Filler: \(String(repeating: "x", count: 200))\r\n") {}
    },
    Trial(what: "sends one header line of 1 MB", kind: .tooLarge) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 1_000_000))\r\n\r\n")
    },
    Trial(what: "sends a body without end", kind: .tooLarge) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\n\r\n")
      let part = [UInt8](repeating: 65, count: 65_536)
      while $0.write(part) {}
    },
    Trial(what: "sends a gzip bomb", kind: .tooLarge, script: Self.sendGzipBomb),
    Trial(what: "sends no gzip where it says so", kind: .malformed) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain")
    },
    Trial(what: "speaks no HTTP", kind: .malformed) {
      _ = $0.readRequest()
      $0.write("SSH-2.0-OpenSSH_9.2\r\n")
    },
  ]

  /// Ten gigabytes, if somebody took them all.
  private static func sendGzipBomb(_ connection: RawConnection) {
    let count = 10_000_000_000 / GzipBomb.unpackedPart
    let size = GzipBomb.beginning.count + count * GzipBomb.part.count
    guard connection.readRequest() != nil else { return }
    connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(size)\r\n\r\n")
    connection.write(GzipBomb.beginning)
    var left = count
    while left > 0, connection.write(GzipBomb.part) { left -= 1 }
  }

  @Test(arguments: trials)
  func eachFaultIsToldInTimeAndNothingIsSentTwice(trial: Trial) async throws {
    let server = try RawServer(trial.script)
    let transport = try CurlTransport.to(server) { limits in
      limits.idle = .seconds(1)
      limits.total = .seconds(3)
      limits.bodyBytes = 1_000_000
    }
    let request = HTTPRequest(
      .put, "/v1/cases/1", headers: ["Authorization": "Bearer 53cr37"],
      body: Array("{}".utf8))
    let start = ContinuousClock.now
    let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
    let detail = error?.detail ?? ""
    // A reset may come before the request has left, or just after it.
    let isExpected =
      error?.kind == trial.kind || (trial.kind == .notConnected && error?.kind == .interrupted)
    #expect(isExpected, "\(String(describing: error))")
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(server.connectionCount == 1 && server.requests.count <= 1)
    #expect(detail.contains("127.0.0.1:\(server.port)") && !detail.contains("53cr37"))
  }

  /// What unpacks to 10 GB costs no more than the limit, however often it comes.
  @Test func memoryStaysFlatWhateverIsUnpacked() async throws {
    let server = try RawServer(Self.sendGzipBomb)
    let transport = try CurlTransport.to(server) { $0.bodyBytes = 1_000_000 }
    let request = HTTPRequest(.get, "/")
    _ = await transport.outcome(of: request)
    // From here on the kernel counts the peak anew (proc(5), clear_refs).
    try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let before = try peakKilobytes()
    for _ in 0..<20 {
      guard case .failure(let error) = await transport.outcome(of: request) else {
        Issue.record("it was taken")
        return
      }
      #expect(error.kind == .tooLarge)
    }
    #expect(try peakKilobytes() - before < Sanitizer.bound(30_000))
  }

  private func peakKilobytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber)))
  }

  /// An answer that comes after the cancel is nobody's, not that of the next request.
  @Test func anAnswerAfterTheCancelIsGivenToNobody() async throws {
    let isCancelled = Locked(false)
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        if request.hasPrefix("GET /first") {
          while !isCancelled.withLock({ $0 }) { sched_yield() }
        }
        connection.answer(body: String(request.split(separator: " ")[1]))
      }
    }
    let transport = try CurlTransport.to(server)
    for round in 0..<20 {
      isCancelled.withLock { $0 = false }
      let task = Task { await transport.outcome(of: HTTPRequest(.get, "/first/\(round)")) }
      let isSent = await eventually {
        server.requests.last?.hasPrefix("GET /first/\(round) ") == true
      }
      task.cancel()
      isCancelled.withLock { $0 = true }
      let next = try await transport.send(HTTPRequest(.get, "/next/\(round)"))
      #expect(isSent && next.body == Array("/next/\(round)".utf8))
      #expect(await task.value == .failure(TransportError(.cancelled, "the request was cancelled")))
    }
  }

  /// Trial T047: what keeps an answer from coming, and what is said about it.
  @Test func t047HostAndCauseAreTold() async throws {
    let silent = try RawServer { connection in _ = connection.waitForEnd() }
    let closed = try RawServer { _ in }.port
    let rows = [
      ("http://127.0.0.1:\(silent.port)", "127.0.0.1:\(silent.port): ", "too slow"),
      ("https://127.0.0.1:\(silent.port)", "127.0.0.1:\(silent.port): ", "time"),
      ("http://127.0.0.1:\(closed)", "127.0.0.1:\(closed): ", "connect"),
      ("https://nowhere.invalid", "nowhere.invalid: ", "resolve"),
    ]
    for (address, host, cause) in rows {
      var limits = TransportLimits()
      (limits.connect, limits.idle, limits.total) = (.seconds(1), .seconds(1), .seconds(3))
      let transport = CurlTransport(
        to: try ServerAddress(address), version: "test", through: nil, limits: limits)
      let start = ContinuousClock.now
      guard case .failure(let error) = await transport.outcome(of: HTTPRequest(.get, "/")) else {
        Issue.record("\(address) answered")
        return
      }
      let detail = error.detail.lowercased()
      #expect(detail.hasPrefix(host) && detail.contains(cause), "\(error)")
      #expect(ContinuousClock.now - start < .seconds(10))
    }
  }

  /// Trial T090: what servers and those between them do to an answer without harm.
  @Test(arguments: [
    "HTTP/1.1 200 OK\r\ncontent-type: a/b\r\ncontent-length: 3\r\n\r\nabc",
    "HTTP/1.1 200\r\nCONTENT-TYPE:a/b\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "3;x=y\r\nabc\r\n0\r\nT: t\r\n\r\n",
    "HTTP/1.0 200 OK\r\nContent-Type: a/b\r\n\r\nabc",
    "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nConnection: close\r\n\r\nabc",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: a/b\r\n"
      + "Content-Length: 3\r\n\r\nabc",
  ])
  func t090AnswersOfOtherShapesAreTheSame(text: String) async throws {
    let server = try RawServer { connection in
      if connection.readRequest() != nil { connection.write(text) }
    }
    let response = try await CurlTransport.to(server).send(
      HTTPRequest(.put, "/", body: Array("x".utf8)))
    #expect(response.status == 200 && response.body == Array("abc".utf8))
    #expect(response.headers["Content-Type"] == "a/b")
  }

  @Test func aBodyLongerThanItsLengthIsCutToIt() async throws {
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 500 No\r\n\r\n")
      _ = connection.waitForEnd()
    }
    let transport = try CurlTransport.to(server)
    let response = try await transport.send(HTTPRequest(.get, "/"))
    #expect(response.body == Array("{}".utf8))
  }

  /// Trial T008: on a kept connection that dies, libcurl by itself would send a POST again.
  @Test(arguments: [HTTPMethod.post, .put, .delete])
  func t008NoChangeIsSentTwiceOnAKeptConnection(method: HTTPMethod) async throws {
    let server = try RawServer { connection in
      while let request = connection.readRequest(), request.hasPrefix("GET") {
        connection.answer()
      }
    }
    let transport = try CurlTransport.to(server)
    _ = try await transport.send(HTTPRequest(.get, "/"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(HTTPRequest(method, "/v1/cases"))
    }
    #expect(error?.kind == .interrupted)
    #expect(server.requests.filter { !$0.hasPrefix("GET") }.count == 1)
  }

  @Test func aReadOnAKeptConnectionThatDiedIsSentAgain() async throws {
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.answer()
    }
    let transport = try CurlTransport.to(server)
    for _ in 0..<3 { _ = try await transport.send(HTTPRequest(.get, "/")) }
    #expect(server.requests.count == 3)
  }

  /// Trial T035: nobody but the server ever sees the token.
  @Test(arguments: ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
  func t035RedirectionsToOthersAreNotFollowed(status: String) async throws {
    let other = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(body: "{}") }
    }
    let target = "\(other.url)/v1/cases/1"
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.answer(status, headers: "Location: \(target)?t=53cr37\r\n")
      }
    }
    let client = CasesClient(over: try CurlTransport.to(server), as: .token("t0ken"))
    let replacement = CaseReplacement(content: CaseContent(name: "n"), status: .open)
    let text = "a redirection to “\(target)” is not followed; 0 bytes of unknown type"
    let code = Int(status.prefix(3)) ?? 0
    await #expect(throws: CasesError.unreadable(.replaceCase, status: code, text)) {
      try await client.replace(CaseNumber(1), with: replacement)
    }
    await #expect(throws: CasesError.unreadable(.getCase, status: code, text)) {
      try await client.getCase(CaseNumber(1))
    }
    #expect(other.connectionCount == 0)
  }

  @Test func aRefusedConnectionIsToldAtOnce() async throws {
    let port = try RawServer { _ in }.port
    let transport = CurlTransport(
      to: try ServerAddress("http://127.0.0.1:\(port)"), version: "test", through: nil)
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(HTTPRequest(.get, "/"))
    }
    #expect(error?.kind == .notConnected && error?.mayHaveArrived == false)
  }

  @Test func tlsOnAPlainPortIsNoConnection() async throws {
    let server = try RawServer { connection in
      connection.write("HTTP/1.1 400 Bad Request\r\n\r\n")
      _ = connection.waitForEnd()
    }
    let address = try ServerAddress("https://127.0.0.1:\(server.port)")
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(to: address, version: "test", through: nil).send(
        HTTPRequest(.get, "/"))
    }
    #expect(error?.kind == .notConnected)
  }

  @Test func aNameThatDoesNotExistIsUnknown() async throws {
    let address = try ServerAddress("https://nowhere.invalid")
    let transport = CurlTransport(to: address, version: "test", through: nil)
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(HTTPRequest(.get, "/"))
    }
    // Without any network the resolver may not even say that.
    #expect(error?.kind == .unknownHost || error?.kind == .notConnected)
  }

  /// A handshake that is never answered: the accept queue of the kernel takes it, nobody reads.
  @Test func aConnectionThatDoesNotComeAboutEndsByItsOwnLimit() async throws {
    let server = try RawServer { connection in _ = connection.waitForEnd() }
    let address = try ServerAddress("https://127.0.0.1:\(server.port)")
    var limits = TransportLimits()
    limits.connect = .milliseconds(200)
    let start = ContinuousClock.now
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(to: address, version: "test", through: nil, limits: limits)
        .send(HTTPRequest(.get, "/"))
    }
    #expect(error?.kind == .notConnected)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
