import CasesAPI
import CasesHTTP
import Threads
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct SettingsSearchTests {
  private let spy = ConsoleSpy()

  private static let profiles = """
    default-profile = "work"
    [profiles.work]
    url = "https://work.example.com"
    client-id = "w"
    secret-env = "WORK"
    [profiles.home]
    url = "http://127.0.0.1:1"
    client-id = "h"
    secret-prompt = true
    """
  private static let own = [
    "CASEWORKBENCH_URL": "https://own.example.com", "CASEWORKBENCH_TOKEN": "t",
  ]
  private static let dotEnv = """
    # incydr
    export INCYDR_URL="https://dot.example.com"   # theirs
    INCYDR_API_CLIENT_ID = d
    INCYDR_API_CLIENT_SECRET=s#1
    OTHER=x
    """

  private func find(
    _ line: [String], in home: String, _ variables: [String: String] = [:]
  ) throws(CommandError) -> SettingsSearch.Finding {
    let base = ["HOME": home, "WORK": "env-secret"]
    return try SettingsSearch(
      Environment(base.merging(variables) { $1 }), spy.console(answers: ["typed"])
    ).find(try Arguments(line))
  }

  private func write(_ text: String, to path: String) throws {
    try PrivateFile.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    try PrivateFile.write(Array(text.utf8), to: path)
  }

  private typealias Case = (
    line: [String], variables: [String: String], url: String, credentials: Credentials
  )

  private static let cases: [Case] = [
    ([], [:], "https://work.example.com", .apiClient(id: "w", secret: "env-secret")),
    (["--profile", "home"], [:], "http://127.0.0.1:1", .apiClient(id: "h", secret: "typed")),
    (["--profile=home"], own, "http://127.0.0.1:1", .apiClient(id: "h", secret: "typed")),
    ([], own, "https://own.example.com", .token("t")),
    (["--url", "https://u"], [:], "https://u", .apiClient(id: "d", secret: "s#1")),
  ]

  /// The limits of a profile reach whoever works with it; elsewhere the usual ones hold.
  @Test func theTimeLimitsAreThoseOfTheProfile() async throws {
    try await Scratch.use { home in
      let text = Self.profiles + "\nidle-seconds = 7\n"
      try write(text, to: "\(home)/.config/caseworkbench/config.toml")
      var limits = TransportLimits()
      limits.idle = .seconds(7)
      #expect(try find(["--profile", "home"], in: home).limits == limits)
      #expect(try find([], in: home).limits == TransportLimits())
    }
  }

  @Test(arguments: cases)
  func theFirstPlaceThatHoldsSettingsIsTaken(
    line: [String], variables: [String: String], url: String, credentials: Credentials
  ) async throws {
    try await Scratch.use { home in
      try write(Self.profiles, to: "\(home)/.config/caseworkbench/config.toml")
      try write(Self.dotEnv, to: "\(home)/.config/incydr/.env")
      let found = try find(line, in: home, variables)
      #expect(found.configuration == .remote(try ServerAddress(url), credentials))
      #expect(spy.error == "")
    }
  }

  @Test func aFileOfIncydrServesWhereNothingElseIsSet() async throws {
    try await Scratch.use { home in
      #expect(try find([], in: home) == .personal)
      try write(Self.dotEnv, to: "\(home)/.config/incydr/.env")
      let credentials = Credentials.apiClient(id: "d", secret: "s#1")
      #expect(
        try find([], in: home).configuration
          == .remote(try ServerAddress("https://dot.example.com"), credentials))
      try Scratch.setMode(0o644, of: "\(home)/.config/incydr/.env")
      let error = #expect(throws: CommandError.self) { try find([], in: home) }
      #expect(error?.text.contains("run: chmod 600 \(home)/.config/incydr/.env") == true)
    }
  }

  /// A file in a folder that somebody else filled must not lead a secret of the environment astray.
  @Test func theAddressOfAFileNeverMeetsTheSecretOfTheEnvironment() async throws {
    try await Scratch.use { home in
      try write("INCYDR_URL=https://evil.example.com", to: "\(home)/.config/incydr/.env")
      let variables = ["INCYDR_API_CLIENT_ID": "i", "INCYDR_API_CLIENT_SECRET": "s3cret"]
      let error = #expect(throws: CommandError.self) { try find([], in: home, variables) }
      #expect(error?.text.hasPrefix("INCYDR_URL is not set") == true)
    }
  }

  @Test(arguments: [
    (["--profile", "wrok"], "there is no profile 'wrok'; did you mean 'work'?"),
    (["--profile=work", "--url=https://u"], "--profile and --url exclude each other"),
  ])
  func aProfileThatCannotBeMeantIsRefused(line: [String], text: String) async throws {
    try await Scratch.use { home in
      try write(Self.profiles, to: "\(home)/.config/caseworkbench/config.toml")
      let error = #expect(throws: CommandError.self) { try find(line, in: home) }
      #expect(error?.text.contains(text) == true && error?.exitCode == .usage)
    }
  }

  /// Trial T082: what cannot be kept is told once, before the workbench opens.
  @Test func t082AHomeThatCannotBeWrittenIsOneWarning() {
    var opened = 0
    let program = Program(
      environment: [
        "HOME": "/dev/null/home", "CASEWORKBENCH_TOKEN": "t",
        "CASEWORKBENCH_URL": "https://cases.invalid",
      ], console: spy.console()
    ) { _, _ in opened += 1 }
    #expect(program.run([]) == .success)
    #expect(opened == 1)
    #expect(
      spy.error
        == "caseworkbench: warning: no drafts are kept, since they have no folder: "
        + "'/dev/null/home/.local/state/caseworkbench': Not a directory\n")
  }

  /// The views and the like are read from the file wherever the server is found.
  @Test(arguments: [
    ([], [:]), ([], own), (["--url", "https://u.example.com"], own), (["--data", "cases"], [:]),
    (["--profile", "work"], [:]),
  ])
  func aDoubtfulLineIsReportedOnceHoweverTheServerIsFound(
    line: [String], variables: [String: String]
  ) async throws {
    try await Scratch.use { home in
      let path = "\(home)/.config/caseworkbench/config.toml"
      try write("colour = 'red'\n" + Self.profiles, to: path)
      let isOpened = Locked(false)
      let spy = spy
      let typed = line.map { $0 == "cases" ? "\(home)/cases" : $0 }
      let result = await onOwnThread {
        Program(
          environment: ["HOME": home, "WORK": "s"].merging(variables) { $1 },
          console: spy.console()
        ) { _, _ in isOpened.withLock { $0 = true } }.run(typed)
      }
      #expect(result == .success && isOpened.withLock { $0 })
      #expect(
        spy.error
          == "caseworkbench: warning: \(path):1:1: 'colour' is no key that is known here\n")
    }
  }

  /// T074: what warns goes to standard error alone.
  @Test func t074AnUnknownKeyIsReportedOnStandardErrorOnly() async throws {
    try await Scratch.use { home in
      let path = "\(home)/.config/caseworkbench/config.toml"
      try write("colour = 'red'\n" + Self.profiles, to: path)
      _ = try find([], in: home)
      #expect(
        spy.error
          == "caseworkbench: warning: \(path):1:1: 'colour' is no key that is known here\n")
      #expect(spy.output == "")
    }
  }
}
