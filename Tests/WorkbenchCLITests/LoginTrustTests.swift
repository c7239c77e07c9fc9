import CasesHTTP
import CasesServer
import FoundationEssentials
import TestSupport
import Testing

@testable import WorkbenchCLI

/// `login` to servers with TLS, and what its profile is good for afterwards.
///
/// One after the other, since each starts a dozen processes, which would hold up other tests.
@Suite(.serialized) struct LoginTrustTests {
  private static let refused = "The server does not take the client certificate. (localhost:"
  private static let renamed = "Start again and name the file of one that it takes."
  private static let mended =
    "Check that it is in force and signed by whom the server wants: client-cert in the profile, or "
    + "CASEWORKBENCH_CLIENT_CERT."

  private let desk = LoginDesk()
  private let certificates: Certificates

  init() async throws {
    certificates = try await onOwnThread { Result { try Certificates() } }.get()
  }

  /// Runs a body with a home, beside an API client and the address of its server behind TLS.
  private func withTLS(
    wantsCertificate: Bool = false, newest: String = "1.3",
    _ body: @Sendable (String, String, APIClient) async throws -> Void
  ) async throws {
    let certificates = certificates
    try await desk.withServer { home, port, client in
      let relay = try await TLSRelay(
        to: port, certificates, wantsCertificate: wantsCertificate, newest: newest)
      try await body(home, relay.url, client)
    }
  }

  /// Answers all questions of `login`; the files are those of the CAs, a certificate and its key.
  private func login(
    _ home: String, _ url: String, _ client: APIClient, _ files: [String],
    environment: [String: String] = [:]
  ) async -> ExitCode {
    await desk.run(
      "login", home: home, environment: environment,
      answers: [url, client.clientId, "s", client.clientSecret] + files + ["", ""])
  }

  /// Compares the lines of the profile that name files of certificates.
  private func expectFiles(_ lines: [String], in home: String) throws {
    let text = try #require(try PrivateFile.read("\(home)/.config/caseworkbench/config.toml"))
    let found = String(decoding: text, as: UTF8.self).split(separator: "\n").filter {
      ["ca-file", "client-cert", "client-key"].contains($0.prefix { $0 != " " })
    }
    #expect(found.map(String.init) == lines)
  }

  private func expectNothingIsWritten(in home: String) throws {
    let names = try Scratch.names(in: home)
    #expect(names == ["data"])
  }

  /// Reads the report of `doctor`, which must find the list.
  private func expectTheListIsFound(
    from home: String, environment: [String: String] = [:]
  ) async {
    #expect(await desk.run("doctor", home: home, environment: environment) == .success)
    #expect(desk.spy.output.contains("\nlist             ok     0 cases\n"))
    #expect(desk.spy.output.contains("  ok     the certificate is trusted; "))
  }

  /// What is typed, and where the file lies below the home.
  @Test(arguments: [
    ("~/ca.pem", "ca.pem"), ("own-ca.pem", ".config/caseworkbench/own-ca.pem"),
    ("../ca.pem", ".config/ca.pem"),
  ])
  func theFileOfOnesOwnCAIsTriedAndWrittenAsItWasTyped(typed: String, place: String) async throws {
    try await withTLS { home, url, client in
      try PrivateFile.makeFolder("\(home)/.config/caseworkbench")
      try FileManager.default.copyItem(atPath: certificates["ca.pem"], toPath: "\(home)/\(place)")
      #expect(await login(home, url, client, [typed, ""]) == .success, "\(desk.spy.error)")
      try expectFiles(["ca-file = \"\(typed)\""], in: home)
      await expectTheListIsFound(from: home)
    }
  }

  @Test func aServerOfAnUnknownCAIsRefusedWithWhatToDo() async throws {
    try await withTLS { home, url, client in
      #expect(await login(home, url, client, ["", ""]) == .failure)
      let error = desk.spy.error
      let beginning =
        "The server's certificate is signed by an authority not trusted here. (localhost:"
      #expect(error.hasPrefix("caseworkbench: \(beginning)"), "\(error)")
      #expect(
        error.hasSuffix(
          ") If it is your organisation's, or of a proxy that looks into TLS, start again and name "
            + "its file as that of the CAs. Nothing was written.\n"), "\(error)")
      try expectNothingIsWritten(in: home)
    }
  }

  @Test(arguments: ["1.2", "1.3"])
  func aCertificateIsShownToAServerThatWantsOne(newest: String) async throws {
    try await withTLS(wantsCertificate: true, newest: newest) { home, url, client in
      let typed = ["ca.pem", "client.pem", "client.key"].map { certificates[$0] }
      #expect(await login(home, url, client, typed) == .success, "\(desk.spy.error)")
      try expectFiles(
        [
          "ca-file = \"\(typed[0])\"", "client-cert = \"\(typed[1])\"",
          "client-key = \"\(typed[2])\"",
        ], in: home)
      await expectTheListIsFound(from: home)
    }
  }

  @Test func theKeyMayLieInTheFileOfTheCertificate() async throws {
    try await withTLS(wantsCertificate: true) { home, url, client in
      let parts = try ["client.pem", "client.key"].map {
        try Data(contentsOf: URL(filePath: certificates[$0]))
      }
      try (parts[0] + parts[1]).write(to: URL(filePath: "\(home)/both.pem"))
      let typed = [certificates["ca.pem"], "~/both.pem", ""]
      #expect(await login(home, url, client, typed) == .success, "\(desk.spy.error)")
      try expectFiles(
        ["ca-file = \"\(typed[0])\"", "client-cert = \"~/both.pem\""], in: home)
      await expectTheListIsFound(from: home)
    }
  }

  /// The names of the client's certificate and key, the version of TLS, what is said first, and
  /// what is advised by `login` and by `doctor`.
  ///
  /// Before 1.3 a server has no word of its own for a certificate that it misses.
  @Test(arguments: [
    (
      nil, "1.3", "The server wants a client certificate. (localhost:",
      "Start again and name the file of one.",
      "Name one with client-cert in the profile, or CASEWORKBENCH_CLIENT_CERT."
    ),
    (
      nil, "1.2", "The TLS handshake with the server failed. (localhost:",
      "If the server wants a client certificate, start again and name the file of one that it takes; "
        + "else its TLS may be too old, or something on the way breaks it.",
      "If the server wants a client certificate, name one with client-cert in the profile, or "
        + "CASEWORKBENCH_CLIENT_CERT; else its TLS may be too old, or something on the way breaks it."
    ),
    ("stranger", "1.3", refused, renamed, mended), ("stranger", "1.2", refused, renamed, mended),
  ])
  func aCertificateThatIsMissingOrNotTakenIsToldAsThat(
    name: String?, newest: String, beginning: String, advice: String, remedy: String
  ) async throws {
    try await withTLS(wantsCertificate: true, newest: newest) { home, url, client in
      let own = name.map { [certificates["\($0).pem"], certificates["\($0).key"]] }
      let result = await login(home, url, client, [certificates["ca.pem"]] + (own ?? [""]))
      #expect(result == .failure)
      let error = desk.spy.error
      #expect(error.hasPrefix("caseworkbench: \(beginning)"), "\(error)")
      #expect(
        error.hasSuffix(") \(advice) Nothing was written.\n"), "\(error)")
      try expectNothingIsWritten(in: home)

      var environment = [
        "CASEWORKBENCH_URL": url, "CASEWORKBENCH_CLIENT_ID": client.clientId,
        "CASEWORKBENCH_CLIENT_SECRET": client.clientSecret,
        "CASEWORKBENCH_CA_FILE": certificates["ca.pem"],
      ]
      if let own {
        environment["CASEWORKBENCH_CLIENT_CERT"] = own[0]
        environment["CASEWORKBENCH_CLIENT_KEY"] = own[1]
      }
      #expect(await desk.run("doctor", home: home, environment: environment) == .failure)
      let report = desk.spy.output
      #expect(report.contains("\nTLS              FAILS  \(beginning)"), "\(report)")
      #expect(
        report.contains("\n\(String(repeating: " ", count: 24))\(remedy)\n"), "\(report)")
    }
  }

  /// A fault of the client's own files is none of the server's certificate.
  @Test(arguments: [("nowhere.pem", "client.key"), ("client.pem", "locked.key")])
  func aCertificateThatCannotBeLoadedIsNotBlamedOnTheServer(
    certificate: String, key: String
  ) async throws {
    try await withTLS(wantsCertificate: true) { home, url, client in
      let typed = ["ca.pem", certificate, key].map { certificates[$0] }
      #expect(await login(home, url, client, typed) == .failure)
      #expect(
        desk.spy.error.hasPrefix(
          "caseworkbench: The client certificate or its key cannot be used. (localhost:"),
        "\(desk.spy.error)")
      try expectNothingIsWritten(in: home)
    }
  }

  /// The workbench takes all of them from the environment where its profile names none.
  @Test func theFilesOfTheEnvironmentAreTriedWhereNoneIsNamed() async throws {
    try await withTLS(wantsCertificate: true) { home, url, client in
      let environment = [
        "CASEWORKBENCH_CA_FILE": certificates["ca.pem"],
        "CASEWORKBENCH_CLIENT_CERT": certificates["client.pem"],
        "CASEWORKBENCH_CLIENT_KEY": certificates["client.key"],
      ]
      let result = await login(home, url, client, ["", ""], environment: environment)
      #expect(result == .success, "\(desk.spy.error)")
      try expectFiles([], in: home)
      await expectTheListIsFound(from: home, environment: environment)
    }
  }

  /// A profile that names a certificate has nothing from the environment; so it would not open.
  @Test func noFileOfTheEnvironmentIsTriedBesideOneThatIsNamed() async throws {
    try await withTLS { home, url, client in
      let typed = ["", certificates["client.pem"], certificates["client.key"]]
      let result = await login(
        home, url, client, typed, environment: ["CASEWORKBENCH_CA_FILE": certificates["ca.pem"]])
      #expect(result == .failure)
      #expect(
        desk.spy.error.hasPrefix(
          "caseworkbench: The server's certificate is signed by an authority "))
      try expectNothingIsWritten(in: home)
    }
  }
}
