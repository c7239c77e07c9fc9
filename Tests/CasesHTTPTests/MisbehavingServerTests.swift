import CaseWire
import CasesAPI
import Locking
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
    Trial(what: "sends a gzip bomb", kind: .tooLarge) {
      _ = $0.readRequest()
      let bomb = GzipBomb.bytes(unpacking: 20_000_000)
      $0.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n")
      $0.write(bomb)
    },
    Trial(what: "sends no gzip where it says so", kind: .malformed) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain")
    },
    Trial(what: "speaks no HTTP", kind: .malformed) {
      _ = $0.readRequest()
      $0.write("SSH-2.0-OpenSSH_9.2\r\n")
    },
  ]

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
  func t035RedirectsAreNotFollowed(status: String) async throws {
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
      to: try ServerAddress("http://127.0.0.1:\(port)"), version: "test")
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
      try await CurlTransport(to: address, version: "test").send(HTTPRequest(.get, "/"))
    }
    #expect(error?.kind == .notConnected)
  }

  @Test func aNameThatDoesNotExistIsUnknown() async throws {
    let address = try ServerAddress("https://nowhere.invalid")
    let transport = CurlTransport(to: address, version: "test")
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
      try await CurlTransport(to: address, version: "test", limits: limits)
        .send(HTTPRequest(.get, "/"))
    }
    #expect(error?.kind == .notConnected)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
