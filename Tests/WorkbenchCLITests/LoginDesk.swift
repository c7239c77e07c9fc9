import CaseWire
import CasesServer
import TestSupport
import Testing

@testable import WorkbenchCLI

/// Where a test signs in: a server, somebody whom it knows, and a console that answers.
struct LoginDesk: Sendable {
  /// What was asked and said.
  let spy = ConsoleSpy()

  /// Runs a body with a home, beside the port of a server and an API client of it.
  func withServer(
    _ body: @Sendable (String, Int, APIClient) async throws -> Void
  ) async throws {
    try await Scratch.use { folder in
      let service = CaseService(store: try SQLiteCaseStore(folder: "\(folder)/data")) {
        WallClock.now
      }
      let client = try service.addUser("jo@example.com")
      let listener = try CasesListener(service: service, host: "127.0.0.1", port: 0)
      defer { listener.stop() }
      try await body(folder, listener.port, client)
    }
  }

  /// Runs a command line.
  func run(
    _ line: String, home: String, environment: [String: String] = [:], answers: [String] = []
  ) async -> ExitCode {
    let spy = spy
    return await onOwnThread {
      Program(
        environment: ["HOME": home, "TERM": "xterm"].merging(environment) { $1 },
        console: spy.console(isTerminal: false, answers: answers)
      ) { _, _ in
        Issue.record("the workbench must not open")
      }.run(line.split(separator: " ").map(String.init))
    }
  }
}
