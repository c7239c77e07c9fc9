import CaseWire
import CasesAPI
import Glibc
import TestSupport
import Testing

@testable import CasesHTTP

/// The transport against a server that answers as it should.
@Suite struct CurlTransportTests {
  @Test func requestsAreSentAsTheyAreGiven() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try CurlTransport(
      to: ServerAddress("\(server.url)/base"), version: "1.2.3", through: nil)
    let requests = [
      HTTPRequest(.get, "/v1/a%2Fb/../c", query: "name=a%2Bb", headers: ["Accept": "*/*"]),
      HTTPRequest(
        .put, "/p", headers: ["Accept": "*/*", "Content-Type": "application/json"],
        body: Array("{\"subject\":null}".utf8)),
      HTTPRequest(.post, "/q", headers: ["Accept": "*/*", "Authorization": "Bearer t"]),
      HTTPRequest(.delete, "/r", headers: ["Accept": "*/*", "X-Empty": ""]),
    ]
    for request in requests { _ = try await transport.send(request) }
    let common = "Host: 127.0.0.1:\(server.port)\r\nUser-Agent: caseworkbench/1.2.3\r\n"
    let encoding = "Accept-Encoding: deflate, gzip, br, zstd\r\n"
    #expect(
      server.requests == [
        "GET /base/v1/a%2Fb/../c?name=a%2Bb HTTP/1.1\r\n\(common)\(encoding)Accept: */*\r\n\r\n",
        "PUT /base/p HTTP/1.1\r\n\(common)\(encoding)Accept: */*\r\n"
          + "Content-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"subject\":null}",
        "POST /base/q HTTP/1.1\r\n\(common)\(encoding)Accept: */*\r\nAuthorization: Bearer t\r\n"
          + "Content-Length: 0\r\n\r\n",
        "DELETE /base/r HTTP/1.1\r\n\(common)\(encoding)Accept: */*\r\nX-Empty:\r\n\r\n",
      ])
  }

  @Test func answersAreGivenWholeWithTheLastHeadersAndAnyStatus() async throws {
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
      connection.write("HTTP/1.1 418 I'm a teapot\r\nx-a:  1 \r\nX-A: 2\r\nTransfer-Encoding: ")
      connection.write("chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    }
    let response = try await CurlTransport.to(server).send(HTTPRequest(.get, "/"))
    var headers: HTTPHeaders = ["x-a": "1"]
    headers.append("X-A", "2")
    headers.append("Transfer-Encoding", "chunked")
    #expect(response == HTTPResponse(status: 418, headers: headers, body: Array("abcde".utf8)))
  }

  @Test func aBodyOfAnyBytesIsUnpacked() async throws {
    let packed: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 76, 74, 6, 0, 194, 65, 36, 53, 3, 0, 0, 0,
    ]
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n")
        connection.write("Content-Length: \(packed.count)\r\n\r\n")
        connection.write(packed)
      }
    }
    let response = try await CurlTransport.to(server).send(HTTPRequest(.get, "/"))
    #expect(response.body == Array("abc".utf8))
  }

  @Test func readsShareAConnection() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try CurlTransport.to(server)
    for _ in 0..<10 { _ = try await transport.send(HTTPRequest(.get, "/")) }
    #expect(server.connectionCount == 1)
  }

  @Test func manyRequestsAtOnceAreAllAnswered() async throws {
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        connection.answer(body: String(request.split(separator: " ")[1]))
      }
    }
    let transport = try CurlTransport.to(server)
    let bodies = await withTaskGroup(of: String.self) { group in
      for number in 0..<200 {
        group.addTask {
          let response = try? await transport.send(HTTPRequest(.get, "/\(number)"))
          return String(decoding: response?.body ?? [], as: UTF8.self)
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(bodies == Set((0..<200).map { "/\($0)" }))
    #expect(server.connectionCount <= 6)
    // A change needs a new connection although as many as there may be are kept.
    let saved = try await transport.send(HTTPRequest(.put, "/saved"))
    #expect(saved.body == Array("/saved".utf8))
  }

  @Test func aMissingLibraryIsToldForEveryRequest() async throws {
    let transport = CurlTransport(
      CurlSettings(
        server: try ServerAddress("https://example.com"), limits: TransportLimits(), proxy: nil,
        trust: TransportTrust(), userAgent: "test", libraries: ["libnowhere.so.4"]))
    for _ in 0..<2 {
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(HTTPRequest(.get, "/"))
      }
      #expect(error?.kind == .unavailable && error?.detail.contains("libnowhere") == true)
    }
  }

  @Test(arguments: [
    HTTPRequest(.get, "/", headers: ["Authorization": "Bearer t\r\nX-Evil: 1"]),
    HTTPRequest(.get, "/", headers: ["X\nY": "1"]),
    HTTPRequest(.get, "/ HTTP/1.1\r\nX: "),
    HTTPRequest(.get, "x.example.com/"),
  ])
  func aRequestThatWouldBecomeAnotherIsNotSent(request: HTTPRequest) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try CurlTransport.to(server)
    let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
    #expect(error?.kind == .malformed)
    #expect(server.requests == [])
  }

  @Test func programsThatAreStartedMeanwhileDoNotInheritTheConnection() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try CurlTransport.to(server)
    _ = try await transport.send(HTTPRequest(.get, "/"))
    #expect(socketFlags(toPort: server.port) == [FD_CLOEXEC])
    transport.stop()
    #expect(socketFlags(toPort: server.port) == [])
  }

  /// Trial T023: faults and cancels leave nothing open.
  @Test func t023TwoHundredFaultsInTurnLeaveNothingBehind() async throws {
    let server = try RawServer { connection in
      guard let request = connection.readRequest() else { return }
      if request.hasPrefix("GET /reset") { connection.makeCloseAReset() }
      if request.hasPrefix("GET /cut") { connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9") }
      if request.hasPrefix("GET /silent") { _ = connection.waitForEnd() }
    }
    let transport = try CurlTransport.to(server)
    for round in 0..<200 {
      let path = ["/reset", "/cut", "/close", "/silent"][round % 4]
      let task = Task { await transport.outcome(of: HTTPRequest(.get, path)) }
      if path == "/silent" { task.cancel() }
      guard case .failure(let error) = await task.value else {
        Issue.record("\(path) was answered")
        return
      }
      #expect([.interrupted, .cancelled].contains(error.kind))
    }
    transport.stop()
    #expect(socketFlags(toPort: server.port) == [])
  }

  /// The descriptor flags of this process's connections to a port of this machine.
  private func socketFlags(toPort port: UInt16) -> [Int32] {
    (Int32(3)..<1_024).compactMap { descriptor in
      var address = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isConnected = unsafe withUnsafeMutablePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
          unsafe getpeername(descriptor, generic, &size) == 0
        }
      }
      let isThis = isConnected && address.sin_port == port.bigEndian
      return isThis ? fcntl(descriptor, F_GETFD) : nil
    }
  }

  @Test func afterItsStopEveryRequestIsCancelled() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try CurlTransport.to(server)
    transport.prepare()
    _ = try await transport.send(HTTPRequest(.get, "/"))
    transport.stop()
    transport.stop()
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(HTTPRequest(.get, "/"))
    }
    #expect(error?.kind == .cancelled)
  }
}

extension CurlTransport {
  /// A transport to a server of the tests, with limits that end a test soon.
  static func to(
    _ server: RawServer, _ change: (inout TransportLimits) -> Void = { _ in }
  ) throws -> CurlTransport {
    var limits = TransportLimits()
    limits.connect = .seconds(5)
    limits.idle = .seconds(5)
    limits.total = .seconds(10)
    change(&limits)
    return CurlTransport(
      to: try ServerAddress(server.url), version: "test", through: nil, limits: limits)
  }
}
