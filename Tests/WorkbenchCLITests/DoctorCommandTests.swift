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
    let report = text(found)
    #expect(report.contains("What answers there does not speak TLS. (127.0.0.1:\(server.port): "))
    #expect(report.contains("Check the port, or whether the url begins with http://."))
  }

  /// What the proxy answers, encrypted or not, and what is said and advised.
  @Test(arguments: [
    (
      "https", "407 No", "", "The proxy wants a user name and password", "Set http://NAME:PASSWORD@"
    ),
    ("http", "407 No", "", "The proxy wants a user name and password", "Set http://NAME:PASSWORD@"),
    (
      "https", "407 No", "jo:s3cret-mark@", "The proxy does not take the user name and password",
      "Check NAME and PASSWORD in the proxy's address"
    ),
    (
      "http", "407 No", "jo:s3cret-mark@", "The proxy does not take the user name and password",
      "Check NAME and PASSWORD in the proxy's address"
    ),
    ("https", "403 No", "", "The proxy does not let this through", "name it in no_proxy"),
    ("https", "503 No", "", "The proxy cannot reach the server", "Ask who runs the proxy"),
  ])
  func aProxyThatLetsNobodyThroughIsToldAsThat(
    scheme: String, status: String, name: String, said: String, advice: String
  ) async throws {
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    }
    let address = try ServerAddress("\(scheme)://cases.test", allowsUnencrypted: true)
    let probe = ServerProbe(
      address: address, credentials: .token("t"),
      proxy: Proxy("http://\(name)127.0.0.1:\(server.port)"))
    let found = await onOwnThread { ServerChecks(probe: probe).run() }
    #expect(bad(found) == ["proxy"])
    let report = text(found)
    #expect(report.contains(said) && report.contains(advice), "\(report)")
    #expect(!report.contains("s3cret-mark"))
    #expect(server.requests.count == 1, "a wrong password is not sent again")
  }

  @Test func aWayToASignInPageIsToldWithWhatToTry() async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.answer(
          "302 Found", headers: "Location: http://login.example.com/?session=s3cret-mark\r\n",
          body: "<html></html>")
      }
    }
    let report = text(try await checks("http://127.0.0.1:\(server.port)"))
    #expect(report.contains("Something before the server answered in its place (status 302)"))
    #expect(report.contains("“http://login.example.com/” is not followed"))
    #expect(report.contains("a page to sign in to the network") && !report.contains("s3cret-mark"))
  }

  /// A web page with whatever status is of something in between.
  @Test func aPageInTheServersPlaceIsToldWithItsTitle() async throws {
    let page = "<html><head><title>400 No required SSL\n certificate was sent</title></head></html>"
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.answer("400 Bad Request", headers: "Content-Type: text/html\r\n", body: page)
      }
    }
    let found = try await checks("http://127.0.0.1:\(server.port)")
    #expect(bad(found) == ["token"])
    let report = text(found)
    #expect(report.contains("Something before the server answered in its place (status 400)"))
    #expect(report.contains("“400 No required SSL certificate was sent”"))
    #expect(report.contains("A proxy, a firewall, or a page to sign in to the network"))
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
