import CasesAPI
import CasesHTTP
import CasesServer
import Glibc
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct DoctorCommandTests {
  private func checks(
    _ url: String, _ credentials: Credentials = .apiClient(id: "i", secret: "s3cret-mark"),
    through proxy: Proxy? = nil
  ) async throws -> [Check] {
    let address = try ServerAddress(url)
    let probe = ServerProbe(address: address, credentials: credentials, proxy: proxy)
    return await onOwnThread { ServerChecks(probe: probe).run() }
  }

  /// A port of this machine on which nobody listens.
  private func deadPort() async throws -> Int {
    var port = 0
    try await Scratch.use { folder in
      let service = CaseService(store: try SQLiteCaseStore(folder: folder)) { WallClock.now }
      let listener = try CasesListener(service: service, host: "127.0.0.1", port: 0)
      port = listener.port
      listener.stop()
    }
    return port
  }

  /// The report as one text.
  private func text(_ checks: [Check]) -> String {
    checks.map { $0.lines(10).joined(separator: "\n") }.joined(separator: "\n")
  }

  private func bad(_ checks: [Check]) -> [String] { checks.filter(\.isBad).map(\.title) }

  @Test func eachStepThatFailsIsNamedAndTheNextAreNotTried() async throws {
    let dead = try await deadPort()
    let unknown = try await checks("https://caseworkbench.invalid")
    #expect(bad(unknown) == ["name"])
    #expect(unknown.map(\.title) == ["name", "connection", "proxy", "TLS", "token", "list"])
    let refused = try await checks("http://127.0.0.1:\(dead)")
    #expect(bad(refused) == ["connection"])
    #expect(
      refused.last == Check("list", .passedOver("not tried after what fails above")))
    let proxied = try await checks(
      "https://api.example.com", through: Proxy("http://u:s3cret-mark@127.0.0.1:\(dead)"))
    #expect(bad(proxied) == ["connection"])
    #expect(!text(proxied).contains("s3cret-mark"))
  }

  @Test func aServerWithoutTLSAndAWrongSecretAreTold() async throws {
    try await Scratch.use { folder in
      let service = CaseService(store: try SQLiteCaseStore(folder: folder)) { WallClock.now }
      let listener = try CasesListener(service: service, host: "127.0.0.1", port: 0)
      defer { listener.stop() }
      let unencrypted = try await checks("https://127.0.0.1:\(listener.port)")
      #expect(bad(unencrypted) == ["TLS"])
      let wrong = try await checks("http://127.0.0.1:\(listener.port)")
      #expect(bad(wrong) == ["token"])
      #expect(!text(wrong).contains("s3cret-mark"))
      let stale = try await checks("http://127.0.0.1:\(listener.port)", .token("s3cret-mark"))
      #expect(bad(stale).count == 1)
      #expect(text(stale).contains("The token is refused or has run out"))
      let deep = try await checks("http://127.0.0.1:\(listener.port)/v1")
      #expect(text(deep).contains("Leave /v1 off the url"))
    }
  }

  /// The words of the library about that are not for people.
  @Test func anAnswerWithoutTLSIsToldAsThat() async throws {
    let server = try RawServer { connection in
      connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
      _ = connection.waitForEnd()
    }
    let found = try await checks("https://127.0.0.1:\(server.port)")
    #expect(bad(found) == ["TLS"])
    #expect(text(found).contains("port \(server.port), answers without TLS"))
  }

  /// Trial T082: a folder that cannot be written is named, with what is lost by it.
  @Test func t082AFolderThatCannotBeWrittenIsNamed() {
    let environment = Environment([
      "HOME": "/dev/null/home", "XDG_DATA_HOME": "/tmp", "TERM": "xterm-256color",
    ])
    let checks = MachineChecks(
      environment: environment, isTerminal: true, isPersonal: false
    ).run()
    #expect(bad(checks) == ["settings folder", "drafts folder"])
    #expect(
      checks.contains(
        Check(
          "drafts folder",
          .bad(
            "'/dev/null/home/.local/state/caseworkbench': Not a directory",
            advice: "Without it, what is typed and not saved is lost at the end."))))
  }

  @Test(arguments: [("dumb", true), ("no-such-type", true), ("../x", true), ("xterm", false)])
  func theTypeOfTheTerminalMustBeKnown(type: String, isBad: Bool) {
    let checks = MachineChecks(
      environment: Environment(["TERM": type]), isTerminal: true, isPersonal: false
    ).run()
    #expect(checks.first?.isBad == isBad)
  }

  @Test func linesStandInColumnsAndOnOneLineEach() {
    #expect(
      Check("name", .bad("a\u{1b}[2J\nb", advice: "Do c.")).lines(10) == [
        "name        FAILS  a\\u{1b}[2J\\u{a}b", "                   Do c.",
      ])
  }
}
