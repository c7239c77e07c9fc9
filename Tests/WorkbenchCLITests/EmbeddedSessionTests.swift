import CaseWire
import CasesAPI
import CasesHTTP
import FoundationEssentials
import Glibc
import Threads
import TestSupport
import Testing

@testable import WorkbenchCLI

/// How a command ended.
private struct Ending: Equatable {
  var code = ExitCode.success
  var error = ""
}

/// What the workbench saw while it was open.
private struct Visit: Sendable {
  var label = ""
  var url = ""
  var folders: [String] = []
  var totalCount: Int?
  var signals: [Bool] = []
}

@Suite struct EmbeddedSessionTests {
  /// Runs a command whose workbench is a body of the test.
  private func run(
    _ line: [String], in folder: String, failing failure: CommandError? = nil,
    _ body: @escaping @Sendable (CasesClient) async throws -> Int
  ) async -> (ending: Ending, visits: [Visit]) {
    let spy = ConsoleSpy()
    let visits = Locked<[Visit]>([])
    let code = await onOwnThread {
      Program(
        environment: ["HOME": folder, "TMPDIR": folder, "USER": "jo@example.com"],
        console: spy.console()
      ) { connection, signals throws(CommandError) in
        var visit = Visit()
        visit.label = connection.label
        visit.url = connection.address.description
        visit.folders = (try? Scratch.names(in: folder)) ?? []
        visit.signals = [Self.letsThrough(SIGTERM)]
        signals.release()
        visit.signals.append(Self.letsThrough(SIGTERM))
        signals.hold()
        let transport = CurlTransport(
          to: connection.address, version: "test", through: nil, log: connection.log)
        let client = CasesClient(over: transport, as: connection.credentials)
        visit.totalCount = waitFor { try await body(client) }
        transport.stop()
        visits.withLock { $0.append(visit) }
        if let failure { throw failure }
      }.run(line)
    }
    return (Ending(code: code, error: spy.error), visits.withLock { $0 })
  }

  private static func letsThrough(_ signal: Int32) -> Bool {
    var mask = sigset_t()
    unsafe pthread_sigmask(SIG_BLOCK, nil, &mask)
    return unsafe sigismember(&mask, signal) == 0
  }

  private static func total(_ client: CasesClient) async throws -> Int {
    try await client.cases(
      CaseFilter(), order: CaseOrder(by: .number), page: PageRequest(number: 1, size: 1)
    ).totalCount
  }

  @Test func theDemonstrationHasItsCasesAndVanishes() async throws {
    try await Scratch.use { folder in
      let result = await run(["demo", "--cases", "17"], in: folder, Self.total)
      #expect(result.ending == Ending())
      let visit = try #require(result.visits.first)
      #expect(visit.totalCount == 17)
      #expect(visit.label == "demo")
      #expect(visit.signals == [false, true])
      #expect(visit.folders.count == 1)
      let left = try Scratch.names(in: folder)
      #expect(left == [])
      let isRefused = await Self.isRefused(visit.url)
      #expect(isRefused)
    }
  }

  /// The requests of a demonstration are noted where one asks for it, and stay when it vanishes.
  @Test func theDemonstrationNotesItsRequests() async throws {
    try await Scratch.use { folder in
      let log = "\(folder)/requests.log"
      let result = await run(["demo", "--cases", "3", "--log", log], in: folder, Self.total)
      #expect(result.ending == Ending())
      let lines = String(
        decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self
      ).split(separator: "\n")
      #expect(lines.count { $0.contains("listCases") } == 1, "\(lines)")
      let left = try Scratch.names(in: folder)
      #expect(left == ["requests.log"])
    }
  }

  @Test func theDemonstrationVanishesAlsoWhenTheWorkbenchFails() async throws {
    try await Scratch.use { folder in
      let result = await run(["demo"], in: folder, failing: .failed("no such terminal"), Self.total)
      #expect(
        result.ending == Ending(code: .failure, error: "caseworkbench: no such terminal\n"))
      #expect(result.visits.map(\.totalCount) == [Command.sampleCount])
      let left = try Scratch.names(in: folder)
      #expect(left == [])
    }
  }

  @Test func thePersonalServerStartsEmptyAndKeepsWhatIsWritten() async throws {
    try await Scratch.use { folder in
      for expected in [0, 1] {
        let result = await run([], in: folder) { client in
          let total = try await Self.total(client)
          if total == 0 {
            let made = try await client.create(CaseContent(name: "Mine"))
            #expect(made.summary.createdByUsername == "jo@example.com")
          }
          return total
        }
        #expect(result.ending == Ending())
        #expect(result.visits.map(\.totalCount) == [expected])
        #expect(result.visits.map(\.label) == ["personal"])
      }
      #expect(Scratch.mode(of: folder + "/.local/share/caseworkbench/personal") == 0o700)
    }
  }

  @Test func aFolderMayBeNamedForThePersonalServer() async throws {
    try await Scratch.use { folder in
      let result = await run(["--data", folder + "/here"], in: folder, Self.total)
      #expect(result.ending == Ending())
      let left = try Scratch.names(in: folder)
      #expect(left == ["here"])
    }
  }

  @Test func aFolderThatCannotBeUsedIsNamed() async throws {
    try await Scratch.use { folder in
      let result = await run(["--data", "/dev/null"], in: folder, Self.total)
      #expect(result.ending.code == .failure)
      #expect(result.visits.isEmpty)
      #expect(
        result.ending.error.hasPrefix("caseworkbench: /dev/null")
          && result.ending.error.hasSuffix("\n"))
    }
  }

  @Test func aConfiguredServerIsOpenedWithItsCredentials() throws {
    let spy = ConsoleSpy()
    var opened: [Connection] = []
    let program = Program(
      environment: [
        "CASEWORKBENCH_URL": "https://api.example.com:8443/", "CASEWORKBENCH_TOKEN": "s3cret",
      ], console: spy.console()
    ) { connection, _ throws(CommandError) in opened.append(connection) }
    #expect(program.run([]) == .success)
    #expect(program.run(["--url", "http://far.example.com"]) == .usage)
    #expect(program.run(["--url", "http://far.example.com", "--plain-http"]) == .success)
    #expect(opened.map(\.label) == ["api.example.com:8443", "far.example.com"])
    #expect(opened.map(\.credentials) == [.token("s3cret"), .token("s3cret")])
    #expect(
      spy.error == """
        caseworkbench: --url leads to far.example.com unencrypted, so others could read the \
        secret on its way; use https://, or allow it with --plain-http (see 'caseworkbench --help')
        caseworkbench: warning: what goes to far.example.com can be read on its way

        """)
  }

  /// Whether nobody listens at an address any more.
  private static func isRefused(_ url: String) async -> Bool {
    guard let address = try? ServerAddress(url) else { return false }
    let transport = CurlTransport(to: address, version: "test", through: nil)
    defer { transport.stop() }
    do {
      _ = try await transport.send(HTTPRequest(.get, "/v1/cases"))
      return false
    } catch {
      return error.kind == .notConnected
    }
  }
}
