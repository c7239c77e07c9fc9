import CaseWire
import CasesAPI
import Threads
import TestSupport
import Testing

@testable import CasesHTTP

/// A request ends when its task is cancelled, here and at the server.
@Suite struct CancellationTests {
  @Test func aCancelledRequestEndsAtOnceAndItsConnectionCloses() async throws {
    let sawEnd = Locked(false)
    let server = try RawServer { connection in
      guard connection.readRequest() != nil, connection.waitForEnd() else { return }
      sawEnd.withLock { $0 = true }
    }
    let transport = try CurlTransport.to(server)
    let task = Task { await transport.outcome(of: HTTPRequest(.get, "/")) }
    let isSent = await eventually { server.requests.count == 1 }
    let start = ContinuousClock.now
    task.cancel()
    let outcome = await task.value
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(outcome == .failure(TransportError(.cancelled, "the request was cancelled")))
    let isClosed = await eventually { sawEnd.withLock { $0 } }
    #expect(isSent && isClosed)
  }

  @Test func aTaskThatIsCancelledAlreadySendsNothing() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try CurlTransport.to(server)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await transport.outcome(of: HTTPRequest(.post, "/never"))
    }
    task.cancel()
    let outcome = await task.value
    #expect(outcome == .failure(TransportError(.cancelled, "the request was cancelled")))
    // A later request shows that the thread has been through its mail.
    _ = try await transport.send(HTTPRequest(.get, "/later"))
    #expect(server.requests.allSatisfy { $0.hasPrefix("GET /later") })
  }

  @Test func requestsCancelledAtAnyMomentEndOnceAndHarmNoOther() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(body: "{}") }
    }
    let transport = try CurlTransport.to(server)
    let ends = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<250 {
        group.addTask {
          let task = Task { await transport.outcome(of: HTTPRequest(.get, "/\(number)")) }
          if number % 2 == 1 {
            for _ in 0..<(number % 40) { await Task.yield() }
            task.cancel()
          }
          switch await task.value {
          case .success(let response): return response.body == Array("{}".utf8)
          case .failure(let error): return number % 2 == 1 && error.kind == .cancelled
          }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(ends == [Bool](repeating: true, count: 250))
  }

  @Test func aTransportThatIsLetGoLeavesNoRequestBehind() async throws {
    let sawEnd = Locked(false)
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.answer()
      guard connection.waitForEnd() else { return }
      sawEnd.withLock { $0 = true }
    }
    do {
      let transport = try CurlTransport.to(server)
      _ = try await transport.send(HTTPRequest(.get, "/"))
    }
    let isClosed = await eventually { sawEnd.withLock { $0 } }
    #expect(isClosed)
  }
}
