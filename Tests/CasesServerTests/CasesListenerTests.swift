import CaseWire
import CasesServer
import Glibc
import Threads
import Testing

@Suite struct CasesListenerTests {
  /// Sends one text on one connection and gives the first line of the answer with its body.
  private static func ask(
    _ listener: CasesListener, _ text: String
  ) -> (status: String, body: String) {
    let client = RawClient(port: listener.port)
    defer { client.close() }
    client.send(text)
    let answer = client.read()
    let line = answer.prefix { !$0.isNewline }
    let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1)
    return (String(line), parts.count > 1 ? String(parts[1]) : "")
  }

  @Test func servesTheServiceOverSockets() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let listener = try CasesListener(service: harness.service, port: 0)
    defer { listener.stop() }
    let id = "a/b?c\"d%"
    try harness.load([try Harness.event(id)])
    let head = "Host: x\r\nAuthorization: Bearer \(harness.token)\r\nConnection: close\r\n"
    let body = #"{"name":"über & + a"}"#
    let made = Self.ask(
      listener,
      "POST /v1/cases HTTP/1.1\r\n\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    #expect(made.status == "HTTP/1.1 200 OK")
    let found = Self.ask(
      listener, "GET /v1/cases?name=%C3%9CBER+%26+%2b&x HTTP/1.1\r\n\(head)\r\n")
    #expect(found.body.contains(#""name":"über & + a""#), "\(found)")
    let absolute = Self.ask(
      listener, "GET http://example.com/v1/cases?pgSize=1 HTTP/1.1\r\n\(head)\r\n")
    #expect(absolute.body == found.body)
    let path = "/v1/cases/1/fileevent/\(PercentEncoding.encode(id))"
    let added = Self.ask(
      listener, "POST \(path) HTTP/1.1\r\n\(head)Content-Length: 0\r\n\r\n")
    #expect(added.status == "HTTP/1.1 204 No Content")
    #expect(Self.ask(listener, "GET \(path) HTTP/1.1\r\n\(head)\r\n").body == "{}")
  }

  /// Else a full stack would end the process past the handlers that give the terminal back.
  @Test func itsThreadsHaveStacksForHandlers() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let seen = Locked<[Bool]>([])
    let service = CaseService(
      store: harness.store,
      clock: {
        var stack = unsafe stack_t()
        unsafe sigaltstack(nil, &stack)
        let has = unsafe stack.ss_flags & Int32(SS_DISABLE) == 0
        seen.withLock { $0.append(has) }
        return Harness.start
      })
    let listener = try CasesListener(service: service, port: 0)
    defer { listener.stop() }
    let answer = Self.ask(
      listener,
      "GET /v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(harness.token)\r\n"
        + "Connection: close\r\n\r\n")
    #expect(answer.status.hasPrefix("HTTP/1.1"))
    #expect(seen.withLock { !$0.isEmpty && $0.allSatisfy(\.self) })
  }

  @Test(
    arguments: [
      ("GET", "", "HTTP/1.1 401 Unauthorized"), ("HEAD", "", "HTTP/1.1 401 Unauthorized"),
      ("PATCH", "", "HTTP/1.1 405 Method Not Allowed"),
      ("OPTIONS", "", "HTTP/1.1 405 Method Not Allowed"),
      ("POST", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "HTTP/1.1 400 Bad Request"),
      ("POST", "Content-Length: 0\r\nContent-Length: 3\r\n", "HTTP/1.1 400 Bad Request"),
      ("POST", "Content-Length: 3\r\nContent-Length: 3\r\n", "HTTP/1.1 400 Bad Request"),
      ("POST", "Content-Length: +3\r\n", "HTTP/1.1 400 Bad Request"),
      ("POST", "Transfer-Encoding: gzip, chunked\r\n", "HTTP/1.1 400 Bad Request"),
      ("POST", "Content-Length: 99999999\r\n", "HTTP/1.1 413 Payload Too Large"),
      ("POST", "Content-Length: 2097153\r\n", "HTTP/1.1 413 Payload Too Large"),
    ])
  func judgesHeads(_ method: String, _ fields: String, _ status: String) throws {
    let harness = try Harness()
    defer { harness.remove() }
    let listener = try CasesListener(service: harness.service, port: 0)
    defer { listener.stop() }
    let close = fields.isEmpty ? "Connection: close\r\n" : ""
    let answer = Self.ask(
      listener, "\(method) /v1/cases HTTP/1.1\r\nHost: x\r\n\(close)\(fields)\r\n")
    #expect(
      answer.status == status || answer.status == status.replacing("Payload", with: "Content"))
    #expect(answer.body.isEmpty == (method == "HEAD"))
  }

  /// A second request hidden behind an ambiguous first one must not be answered.
  @Test func answersNothingBehindAnAmbiguousRequest() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let listener = try CasesListener(service: harness.service, port: 0)
    defer { listener.stop() }
    let client = RawClient(port: listener.port)
    defer { client.close() }
    client.send(
      """
      POST /v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\
      \r\n0\r\n\r\nGET /v1/users HTTP/1.1\r\nHost: x\r\n\r\n
      """)
    let answer = client.read()
    #expect(answer.hasPrefix("HTTP/1.1 400"))
    #expect(answer.ranges(of: "HTTP/1.1").count == 1)
  }

  @Test func refusesALongChunkedBodyAtItsEnd() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let listener = try CasesListener(service: harness.service, port: 0)
    defer { listener.stop() }
    let client = RawClient(port: listener.port)
    defer { client.close() }
    client.send("POST /v1/cases HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
    let chunk = "100000\r\n" + String(repeating: " ", count: 0x100000) + "\r\n"
    for _ in 0..<3 { client.send(chunk) }
    client.send("0\r\n\r\n")
    #expect(client.read { $0.contains("BODY_TOO_LARGE") }.hasPrefix("HTTP/1.1 413"))
  }

  /// Clients that go away in the middle cost nothing, and the next one is answered.
  @Test func survivesCutRequests() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let listener = try CasesListener(service: harness.service, port: 0)
    defer { listener.stop() }
    let cuts = [
      "", "G", "GET /v1/cases HTT", "POST /v1/cases HTTP/1.1\r\nHost: x\r\nContent-Le",
      "POST /v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"name\":",
      "GET /v1/cases HTTP/1.1\r\nHost: x\r\n\r\n",
    ]
    for cut in cuts {
      let client = RawClient(port: listener.port)
      client.send(cut)
      client.close()
    }
    let answer = Self.ask(
      listener, "GET /v1/cases HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(answer.status == "HTTP/1.1 401 Unauthorized")
    #expect(harness.names("") == [])
  }

  @Test func endsSlowBodiesThatCome() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let listener = try CasesListener(service: harness.service, port: 0)
    defer { listener.stop() }
    let client = RawClient(port: listener.port)
    defer { client.close() }
    client.send(
      """
      POST /v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(harness.token)\r\n\
      Content-Length: 12\r\nExpect: 100-continue\r\n\r\n
      """)
    #expect(client.read { $0.hasSuffix("\r\n\r\n") }.hasPrefix("HTTP/1.1 100 "))
    for letter in #"{"name":"s"}"# { client.send(String(letter)) }
    #expect(client.read { $0.contains("\"status\":\"OPEN\"") }.hasPrefix("HTTP/1.1 200"))
  }

  /// A client that asks again and again on one connection is answered to the end, then let go.
  @Test func stopsUnderABusyClient() throws {
    let harness = try Harness(sampleCases: 50)
    defer { harness.remove() }
    let listener = try CasesListener(service: harness.service, port: 0)
    let answers = Locked((whole: 0, cut: 0))
    let client = RawClient(port: listener.port)
    let request =
      "GET /v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(harness.token)\r\n\r\n"
    let busy = PosixThread {
      while true {
        client.send(request)
        let answer = client.read { $0.hasSuffix("\"totalCount\":50}") }
        if answer.isEmpty { break }
        let isWhole = answer.hasSuffix("\"totalCount\":50}")
        answers.withLock { if isWhole { $0.whole += 1 } else { $0.cut += 1 } }
      }
    }
    let deadline = ContinuousClock.now + .seconds(10)
    while answers.withLock({ $0.whole < 3 }), ContinuousClock.now < deadline { sched_yield() }
    // Without being told to close, the client would keep it busy for the whole limit of 2 s.
    #expect(ContinuousClock().measure { listener.stop() } < .seconds(1.9))
    busy.join()
    client.close()
    #expect(answers.withLock { $0.whole >= 3 && $0.cut == 0 })
  }

  @Test func stopsAndGivesThePortBack() throws {
    let harness = try Harness()
    defer { harness.remove() }
    let first = try CasesListener(service: harness.service, port: 0)
    let port = first.port
    #expect(throws: ServerError.self) {
      _ = try CasesListener(service: harness.service, port: port)
    }
    let idle = RawClient(port: port)
    defer { idle.close() }
    first.stop()
    first.stop()
    #expect(idle.read() == "")
    let second = try CasesListener(service: harness.service, port: port)
    #expect(second.port == port)
    second.stop()
  }

  @Test(arguments: [("nowhere", 80), ("127.0.0.1", 65_536), ("256.0.0.1", 1), ("", -1)])
  func refusesWhatIsNoAddress(_ host: String, _ port: Int) throws {
    let harness = try Harness()
    defer { harness.remove() }
    #expect(
      throws: ServerError.listening(
        address: "\(host):\(port)", reason: "this is no address")
    ) {
      _ = try CasesListener(service: harness.service, host: host, port: port)
    }
  }
}
