import CaseWire
import CasesAPI
import CasesHTTP
import Glibc
import Threads
import TestSupport
import Testing
import Workbench

/// Files over a real network, from servers good and bad, to a real disk.
@Suite struct ExportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let pdf = "%PDF-1.7\n" + String(repeating: "x", count: 200_000) + "\n%%EOF\n"

  private func runner(
    _ server: RawServer, idle: Duration = .seconds(60)
  ) throws -> WorkbenchRunner {
    var limits = TransportLimits()
    limits.idle = idle
    let transport = CurlTransport(
      to: try ServerAddress(server.url), version: "test", through: nil, limits: limits)
    return WorkbenchRunner(
      api: CasesClient(over: transport, as: .token("t")), drafts: nil, home: folder.path,
      clock: { Timestamp(microseconds: 0) }, rest: { _ in })
  }

  private func order(_ kind: ExportKind = .summaryPDF, replacing: Bool = false) -> ExportOrder {
    ExportOrder(number: CaseNumber(17), kind: kind, path: "~/a.pdf", replacing: replacing)
  }

  /// What the runner says, progress and outcome, in its order.
  private func run(
    _ order: ExportOrder, _ server: RawServer, idle: Duration = .seconds(60)
  ) async throws -> [WorkbenchAction] {
    let said = Locked([WorkbenchAction]())
    try await runner(server, idle: idle).run(.export(order)) { action in
      said.withLock { $0.append(action) }
    }
    return said.withLock { $0 }
  }

  @Test func aFileIsSavedWholeAndItsProgressIsTold() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(body: Self.pdf) }
    }
    TemporaryFolder.write("old", to: folder.path + "/a.pdf")
    let said = try await run(order(replacing: true), server)
    let count = Self.pdf.utf8.count
    #expect(
      said.last
        == .exportEnded(
          order(replacing: true), .saved(path: folder.path + "/a.pdf", bytes: count)))
    let all = DownloadProgress(received: count, expected: count)
    #expect(said.contains(.exportProgressed(order(replacing: true), all)))
    #expect(TemporaryFolder.names(folder.path) == ["a.pdf"])
    #expect(TemporaryFolder.read(folder.path + "/a.pdf")?.hasPrefix("%PDF-1.7\nxxx") == true)
    #expect(TemporaryFolder.mode(folder.path + "/a.pdf") == 0o600)
  }

  /// What a server does with the request, and the beginning of what is said about it.
  struct Trial: CustomTestStringConvertible, Sendable {
    let what: String
    let told: String
    var idle = Duration.seconds(60)
    let script: @Sendable (RawConnection) -> Void
    var testDescription: String { what }
  }

  private static let trials = [
    Trial(what: "cuts the body", told: "transport interrupted") {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n\(pdf)")
    },
    Trial(what: "resets in the body", told: "transport interrupted") {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n\(pdf)")
      $0.makeCloseAReset()
    },
    Trial(what: "names too small a length", told: "unreadable the PDF is cut off") {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 150000\r\n\r\n\(pdf)")
    },
    Trial(what: "names no length and is cut", told: "unreadable the PDF is cut off") {
      $0.write("HTTP/1.1 200 OK\r\n\r\n\(pdf.dropLast(100))")
    },
    Trial(what: "falls silent", told: "transport timedOut", idle: .seconds(1)) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n\(pdf)")
      while !$0.waitForEnd() {}
    },
    Trial(what: "sends a page", told: "unreadable a web page came") {
      $0.answer(headers: "Content-Type: text/html\r\n", body: "<html>Sign in</html>")
    },
    Trial(what: "sends another file", told: "unreadable this is no PDF") {
      $0.answer(body: "Event ID")
    },
    Trial(what: "refuses", told: "notFound") { $0.answer("404 Not Found", body: "{}") },
  ]

  /// Nothing under the name, nothing beside it, and what was there before is as it was.
  @Test(arguments: trials, [false, true])
  func aFileThatDoesNotComeWholeLeavesNothingBehind(trial: Trial, replacing: Bool) async throws {
    let server = try RawServer { connection in
      if connection.readRequest() != nil { trial.script(connection) }
    }
    if replacing { TemporaryFolder.write("old", to: folder.path + "/a.pdf") }
    let said = try await run(order(replacing: replacing), server, idle: trial.idle)
    guard case .exportEnded(_, .notFetched(let error)) = said.last else {
      Issue.record("\(said)")
      return
    }
    #expect(Self.told(error).hasPrefix(trial.told), "\(error)")
    #expect(TemporaryFolder.names(folder.path) == (replacing ? ["a.pdf"] : []))
    #expect(TemporaryFolder.read(folder.path + "/a.pdf") == (replacing ? "old" : nil))
    #expect(server.requests.count == 1)
  }

  private static func told(_ error: CasesError) -> String {
    switch error {
    case .transport(_, let error): "transport \(error.kind.rawValue)"
    case .unreadable(_, _, let text): "unreadable \(text)"
    case .notFound: "notFound"
    case .refused, .unauthorized: "\(error)"
    }
  }

  @Test func aFileThatIsThereIsLeftAloneAndNothingIsFetchedForIt() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(body: Self.pdf) }
    }
    TemporaryFolder.write("old", to: folder.path + "/a.pdf")
    #expect(try await run(order(), server) == [.exportEnded(order(), .exists)])
    #expect(TemporaryFolder.read(folder.path + "/a.pdf") == "old" && server.requests == [])
  }

  /// Another program takes the name while the file comes.
  @Test func aNameThatIsTakenMeanwhileIsLeftToTheOther() async throws {
    let path = folder.path + "/a.pdf"
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      TemporaryFolder.write("theirs", to: path)
      connection.answer(body: Self.pdf)
    }
    #expect(try await run(order(), server).last == .exportEnded(order(), .exists))
    #expect(TemporaryFolder.names(folder.path) == ["a.pdf"])
    #expect(TemporaryFolder.read(path) == "theirs")
  }

  @Test func aFileThatIsGivenUpIsGone() async throws {
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n\(Self.pdf)")
      while !connection.waitForEnd() {}
    }
    let runner = try runner(server)
    let said = Locked([WorkbenchAction]())
    let task = Task { [order = order()] in
      await runner.run(.export(order)) { action in said.withLock { $0.append(action) } }
    }
    let hasBegun = await eventually(within: .seconds(120)) { !said.withLock { $0.isEmpty } }
    let during = TemporaryFolder.names(folder.path)
    task.cancel()
    await task.value
    #expect(hasBegun && during == [])
    #expect(TemporaryFolder.names(folder.path) == [])
    let isSaved = said.withLock { said in
      said.contains { if case .exportEnded(_, .saved) = $0 { true } else { false } }
    }
    #expect(!isSaved)
  }

  /// Runs in a process of its own, since the limit holds for a whole process.
  @Test func aFullDiskIsToldAndLeavesTheOlderFile() async {
    await #expect(processExitsWith: .success) {
      let tests = try ExportTests()
      let server = try RawServer { connection in
        while connection.readRequest() != nil { connection.answer(body: Self.pdf) }
      }
      let path = tests.folder.path + "/a.pdf"
      TemporaryFolder.write("old", to: path)
      FileSizeLimit.set(bytes: 100_000)
      let said = try await tests.run(tests.order(replacing: true), server)
      let reason = "There is no room left on the disk for “\(path)”; nothing was written"
      #expect(said.last == .exportEnded(tests.order(replacing: true), .notWritten(reason)))
      #expect(TemporaryFolder.names(tests.folder.path) == ["a.pdf"])
      #expect(TemporaryFolder.read(path) == "old")
    }
  }
}
