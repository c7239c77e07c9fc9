import CaseWire
import CasesAPI
import FoundationEssentials
import Glibc
import Threads
import TestSupport
import Testing

@testable import CasesHTTP

/// Downloads from servers that do what servers do on bad days.
@Suite struct DownloadFaultTests {
  private static let part = [UInt8](repeating: 65, count: 65_536)

  /// What a server does with each connection and what comes of the download.
  struct Trial: CustomTestStringConvertible, Sendable {
    let what: String
    let kind: TransportError.Kind
    /// How much of the body may have come.
    var taken = 0...0
    let script: @Sendable (RawConnection) -> Void
    var testDescription: String { what }
  }

  private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n"

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
    Trial(what: "closes after the header", kind: .interrupted) {
      _ = $0.readRequest()
      $0.write(head)
    },
    Trial(what: "cuts the body before its length", kind: .interrupted, taken: 65_536...65_536) {
      _ = $0.readRequest()
      $0.write(head)
      $0.write(part)
    },
    Trial(what: "cuts a chunk", kind: .interrupted, taken: 3...3) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nabc")
    },
    Trial(what: "ends without the last chunk", kind: .interrupted, taken: 3...3) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
    },
    Trial(what: "resets in the body", kind: .interrupted, taken: 0...65_536) {
      _ = $0.readRequest()
      $0.write(head)
      $0.write(part)
      $0.makeCloseAReset()
    },
    Trial(what: "says nothing", kind: .timedOut) {
      _ = $0.readRequest()
      _ = $0.waitForEnd()
    },
    Trial(what: "falls silent in the body", kind: .timedOut, taken: 65_536...65_536) {
      _ = $0.readRequest()
      $0.write(head)
      $0.write(part)
      _ = $0.waitForEnd()
    },
    // Slower than a file may come, however long it goes on.
    Trial(what: "drips ten bytes a second for ever", kind: .timedOut, taken: 1...100) {
      _ = $0.readRequest()
      $0.write(head)
      while !$0.waitForEnd(milliseconds: 100), $0.write("a") {}
    },
    Trial(what: "sends a body without end", kind: .tooLarge, taken: 900_000...1_000_000) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\n\r\n")
      while $0.write(part) {}
    },
    Trial(what: "sends header lines without end", kind: .tooLarge) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 200 OK\r\n")
      while $0.write("X-Filler: \(String(repeating: "x", count: 200))\r\n") {}
    },
    Trial(what: "sends a refusal without end", kind: .tooLarge) {
      _ = $0.readRequest()
      $0.write("HTTP/1.1 500 No\r\n\r\n")
      while $0.write(part) {}
    },
    Trial(what: "speaks no HTTP", kind: .malformed) {
      _ = $0.readRequest()
      $0.write("SSH-2.0-OpenSSH_9.2\r\n")
    },
  ]

  private func transport(_ server: RawServer) throws -> CurlTransport {
    try CurlTransport.to(server) { limits in
      limits.idle = .seconds(2)
      limits.total = .seconds(3)
      limits.downloadTotal = .seconds(5)
      limits.bodyBytes = 1_000_000
      limits.downloadBytes = 1_000_000
    }
  }

  @Test(arguments: trials)
  func eachFaultIsToldInTimeAndTheFileIsAskedForOnce(trial: Trial) async throws {
    let server = try RawServer(trial.script)
    let sink = MemorySink()
    let request = HTTPRequest(
      .get, "/v1/cases/1/export", headers: ["Authorization": "Bearer 53cr37"])
    let start = ContinuousClock.now
    let error = try await #require(throws: TransportError.self) {
      try await transport(server).download(request, into: sink)
    }
    // A reset may come before the request has left, or just after it.
    let isExpected =
      error.kind == trial.kind || (trial.kind == .notConnected && error.kind == .interrupted)
    #expect(isExpected, "\(error.kind) \(error.detail)")
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(trial.taken.contains(sink.count), "\(sink.count)")
    #expect(sink.heads.count == (sink.count > 0 ? 1 : 0))
    #expect(server.requests.count <= 1 && !error.detail.contains("53cr37"))
  }

  @Test func nothingIsUnpackedOnItsWay() async throws {
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      let size = GzipBomb.beginning.count + GzipBomb.part.count
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(size)\r\n\r\n")
      connection.write(GzipBomb.beginning)
      connection.write(GzipBomb.part)
    }
    let sink = MemorySink(isKept: false)
    _ = try await transport(server).download(HTTPRequest(.get, "/"), into: sink)
    #expect(sink.count == GzipBomb.beginning.count + GzipBomb.part.count)
    let client = CasesClient(over: try transport(server), as: .token("t"))
    let file = MemorySink()
    let error = await #expect(throws: CasesError.self) {
      try await client.eventCSV(of: CaseNumber(1), into: file)
    }
    guard case .unreadable(.exportEvents, status: 200, let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.hasPrefix("the file is packed as “gzip”") && file.heads == [])
  }

  /// However large a file is, only a part of it is in memory.
  @Test func memoryStaysFlatWhateverIsDownloaded() async throws {
    let count = 8_000
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(count * Self.part.count)\r\n\r\n")
        for _ in 0..<count { connection.write(Self.part) }
      }
    }
    let client = CasesClient(over: try CurlTransport.to(server), as: .token("t"))
    // The first one pays for what is loaded once.
    let small = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(body: "Event ID") }
    }
    _ = try await CasesClient(over: try CurlTransport.to(small), as: .token("t"))
      .eventCSV(of: CaseNumber(1), into: MemorySink())
    // From here on the kernel counts the peak anew (proc(5), clear_refs).
    try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let before = try peakKilobytes()
    let sink = MemorySink(isKept: false)
    let file = try await client.eventCSV(of: CaseNumber(1), into: sink)
    #expect(file.byteCount == count * Self.part.count && sink.count == file.byteCount)
    #expect(try peakKilobytes() - before < Sanitizer.bound(30_000))
  }

  private func peakKilobytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.filter(\.isNumber)))
  }

  @Test func aCancelledDownloadEndsAtOnceAndItsConnectionCloses() async throws {
    let sawEnd = Locked(false)
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\n\r\n")
      while connection.write(Self.part) {}
      sawEnd.withLock { $0 = true }
    }
    let transport = try CurlTransport.to(server)
    let sink = MemorySink(isKept: false)
    let task = Task { () -> TransportError? in
      do throws(TransportError) {
        _ = try await transport.download(HTTPRequest(.get, "/"), into: sink)
        return nil
      } catch {
        return error
      }
    }
    let hasBegun = await eventually(within: .seconds(60)) { sink.count > 1_000_000 }
    let start = ContinuousClock.now
    task.cancel()
    let error = await task.value
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(error == TransportError(.cancelled, "the request was cancelled"))
    let isClosed = await eventually { sawEnd.withLock { $0 } }
    #expect(hasBegun && isClosed)
    // What comes after the cancel is nobody's: the thread has been through its mail by now.
    _ = await transport.outcome(of: HTTPRequest(.get, "x"))
    let count = sink.count
    _ = await transport.outcome(of: HTTPRequest(.get, "x"))
    #expect(sink.count == count)
  }

  @Test func aSinkThatWantsNoMoreClosesTheConnection() async throws {
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\n\r\n")
      while connection.write(Self.part) {}
    }
    let sink = MemorySink(most: 100_000)
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport.to(server).download(HTTPRequest(.get, "/"), into: sink)
    }
    #expect(error?.kind == .notTaken && sink.count < 200_000)
  }

  /// Trial T035: a file is fetched where it has gone, at the same server and nowhere else.
  @Test func t035ADownloadIsFollowedAtTheSameServerAlone() async throws {
    let other = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(body: "evil") }
    }
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        switch request.split(separator: " ")[1] {
        case "/moved": connection.answer("302 Found", headers: "Location: /here\r\n", body: "old")
        case "/loop": connection.answer("302 Found", headers: "Location: /loop?\r\n", body: "x")
        case "/loop?": connection.answer("302 Found", headers: "Location: /loop\r\n", body: "x")
        case "/away":
          connection.answer("302 Found", headers: "Location: \(other.url)/x\r\n", body: "x")
        default: connection.answer(body: "here")
        }
      }
    }
    let transport = try CurlTransport.to(server)
    var seen: [String] = []
    for path in ["/moved", "/loop", "/away"] {
      let sink = MemorySink()
      let response = try await transport.download(HTTPRequest(.get, path), into: sink)
      seen.append("\(response.status) \(String(decoding: sink.bytes, as: UTF8.self))")
    }
    #expect(seen == ["200 here", "302 ", "302 "] && other.connectionCount == 0)
    #expect(server.requests.count == 2 + 1 + Redirection.most + 1)
  }

  /// A token that is refused where the file should begin: renewed once, the file comes whole.
  @Test func aTokenThatRunsOutBeforeTheFileIsRenewedOnce() async throws {
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        if request.hasPrefix("POST /v1/oauth") {
          connection.answer(body: #"{"access_token": "new", "expires_in": 900}"#)
        } else if request.contains("Bearer new"), request.contains("/2/") {
          connection.answer("401 Unauthorized", body: "{}")
        } else {
          connection.answer(body: "Event ID")
        }
      }
    }
    let client = CasesClient(
      over: try CurlTransport.to(server), as: .apiClient(id: "key", secret: "s"))
    let sink = MemorySink()
    _ = try await client.eventCSV(of: CaseNumber(1), into: sink)
    #expect(sink.bytes == Array("Event ID".utf8))
    await #expect(throws: CasesError.unauthorized(.exportEvents)) {
      try await client.eventCSV(of: CaseNumber(2), into: MemorySink())
    }
    #expect(server.requests.filter { $0.hasPrefix("POST") }.count == 2)
    #expect(server.requests.filter { $0.contains("/2/") }.count == 2)
  }

  /// A server that is too busy for the file says so in both forms, and gives it afterwards.
  @Test(arguments: ["Retry-After: 0", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"])
  func aBusyServerIsAskedAgainWhenItSays(field: String) async throws {
    let isFirst = Locked(true)
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        let first = isFirst.withLock { isFirst in
          defer { isFirst = false }
          return isFirst
        }
        if first {
          connection.answer(
            "429 Too Many Requests",
            headers: "\(field)\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n", body: "busy")
        } else {
          connection.answer(body: "Event ID")
        }
      }
    }
    let waits = Locked([RequestWait]())
    var policy = RetryPolicy()
    policy.firstPause = .milliseconds(1)
    let client = CasesClient(
      over: try CurlTransport.to(server), as: .token("t"), retrying: policy
    ) { wait in
      if let wait { waits.withLock { $0.append(wait) } }
    }
    let sink = MemorySink()
    _ = try await client.eventCSV(of: CaseNumber(1), into: sink)
    #expect(sink.bytes == Array("Event ID".utf8) && server.requests.count == 2)
    #expect(waits.withLock { $0.map(\.reason) } == [.rateLimited])
  }
}
