import CasesHTTP
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct SettingsFileTests {
  private static func read(_ text: String) throws(SettingsError) -> SettingsFile {
    try SettingsFile(Array(text.utf8), path: "config.toml")
  }

  @Test func everyKeyIsRead() throws {
    var trust = TransportTrust()
    trust.authorities = "ca.pem"
    trust.certificate = "me.pem"
    trust.key = "me.key"
    let file = try Self.read(
      """
      # mine
      default-profile = "work"
      [profiles.work]
      url = "https://api.example.com"
      client-id = "key-1"
      secret-command = "pass show incydr"
      ca-file = "ca.pem"
      client-cert = "me.pem"
      client-key = "me.key"
      proxy = "http://proxy.example.com:3128"
      connect-seconds = 5
      idle-seconds = 60
      total-seconds = 3600
      [profiles."on the LAN"]
      url = "http://10.0.0.1:8484"
      client-id = "key-2"
      plain-http = true
      secret-file = "lan.secret"
      """)
    var limits = TransportLimits()
    limits.connect = .seconds(5)
    limits.idle = .seconds(60)
    limits.total = .seconds(3_600)
    let work = Profile(
      name: "work", address: try ServerAddress("https://api.example.com"), clientID: "key-1",
      secret: .command(["pass", "show", "incydr"]), trust: trust,
      proxy: Proxy("http://proxy.example.com:3128"), limits: limits)
    let lan = Profile(
      name: "on the LAN",
      address: try ServerAddress("http://10.0.0.1:8484", allowsUnencrypted: true),
      clientID: "key-2", secret: .file("lan.secret"))
    #expect(file.profiles == [work, lan])
    #expect(file.defaultName == "work")
    #expect(file.warnings == [])
  }

  @Test(arguments: [
    (#"secret-command = "pass show incydr""#, SecretSource.command(["pass", "show", "incydr"])),
    (#"secret-command = "pass a | head -1""#, .shell("pass a | head -1")),
    (#"secret-command = ["a b", "c|d", ""]"#, .command(["a b", "c|d", ""])),
    (#"secret-file = "~/s""#, .file("~/s")),
    (#"secret-env = "WORK""#, .variable("WORK")),
    ("secret-prompt = true", .prompt),
    ("", .prompt),
  ])
  func theSecretIsKeptInOneOfFourPlaces(line: String, source: SecretSource) throws {
    let file = try Self.read("[profiles.a]\nurl='https://h'\nclient-id='i'\n" + line)
    #expect(file.profiles.map(\.secret) == [source])
    #expect(file.defaultName == "a")
  }

  private static let head = "[profiles.a]\nurl = 'https://h'\nclient-id = 'i'\n"

  @Test(arguments: [
    ("[profiles.a\n", "1:12: no valid TOML: the table header is broken here"),
    ("[profiles.a]\nurl = 'https://h\n", "2:"),
    ("[profiles.a]\nurl = 5\n", "2:1: 'url' must be a text in quotes"),
    (
      "[profiles.a]\nulr = 'https://h'\nclient-id = 'i'\n",
      "2:1: 'ulr' is no key that is known here; did you mean 'url'?"
    ),
    ("\n[profiles.a]\nurl = 'https://h'\n", "2:11: the profile 'a' has no 'client-id'"),
    (
      head + "  secret = 's3cret'\n",
      "4:3: 'secret' is no key: a secret does not belong into this file; say where it is kept by "
        + "one of secret-command, secret-file, secret-env, secret-prompt"
    ),
    (head + "token = 's3cret'\n", "4:1: 'token' is no key: a secret does not belong into"),
    (
      head + "secret-env = 'A'\nsecret-file = 'b'\n",
      "5:1: 'secret-file' and 'secret-env' exclude each other"
    ),
    (head + "plain-http = 'yes'\n", "4:1: 'plain-http' must be true or false, without quotes"),
    (
      head + "idle-seconds = 0\n",
      "4:1: 'idle-seconds' must be a whole number of seconds from 1 to 600, without quotes"
    ),
    (head + "\n connect-seconds = 301\n", "5:2: 'connect-seconds' must be a whole number"),
    (head + "total-seconds = '9'\n", "4:1: 'total-seconds' must be a whole number"),
    (head + "total-seconds = 1.5\n", "4:1: 'total-seconds' must be a whole number"),
    (head + "client-key = 'k'\n", "1:11: the profile 'a' has no 'client-cert'"),
    (head + "secret-command = []\n", "4:1: 'secret-command' must be a text, or a list of texts"),
    (
      "default-profile = 'wrok'\n[profiles.work]\nurl = 'https://h'\nclient-id = 'i'\n",
      "1:1: there is no profile 'wrok'; did you mean 'work'?"
    ),
    (
      "[profiles.a]\nurl = 'http://far'\nclient-id = 'i'\n",
      "2:1: 'url' leads to far unencrypted, so others could read the secret on its way; "
        + "use https://, or allow it with 'plain-http = true'"
    ),
    (
      "[profiles.a]\nurl = 'https://me:s3cret@h'\nclient-id = 'i'\n",
      "2:1: 'url' must not hold a user name or password"
    ),
    (
      "\na" + String(repeating: ".a", count: 257) + " = 1\n",
      "2:1: a line with more than 256 dots is not read"
    ),
  ])
  func whatMakesNoSenseIsToldWithItsPlace(text: String, message: String) {
    let error = #expect(throws: SettingsError.self) { try Self.read(text) }
    let told = error?.text ?? ""
    #expect(told.hasPrefix("config.toml:" + message) && !told.contains("s3cret"), "\(told)")
  }

  @Test func anUnknownKeyIsAWarning() throws {
    let file = try Self.read("colour = 1\n" + Self.head + "plain-htpp = true\nfuture = true\n")
    #expect(
      file.warnings == [
        "config.toml:1:1: 'colour' is no key that is known here",
        "config.toml:5:1: 'plain-htpp' is no key that is known here; did you mean 'plain-http'?",
        "config.toml:6:1: 'future' is no key that is known here",
      ])
  }

  @Test(arguments: [
    String(repeating: "[", count: 30_000), "a" + String(repeating: ".a", count: 15_000) + " = 1",
    "a = " + String(repeating: "{a=", count: 9_000), "\u{0}", "a = \"\\u0000\"", "a é= 1", "é = 1",
    "a = é",
  ])
  func aHostileFileEndsInAnAnswer(text: String) {
    let warnings = (try? Self.read(text).warnings.count) ?? 0
    #expect(warnings <= 1)
  }

  @Test func aFileThatOthersCanReadIsRefusedWithWhatMendsIt() async throws {
    try await Scratch.use { folder in
      let path = "\(folder)/it's.toml"
      try PrivateFile.write(Array(Self.head.utf8), to: path)
      #expect(try SettingsFile.read(path)?.profiles.count == 1)
      #expect(Scratch.mode(of: path) == 0o600)
      try Scratch.setMode(0o640, of: path)
      let error = #expect(throws: SettingsError.self) { try SettingsFile.read(path) }
      #expect(
        error?.text == "\(path): is open to other users; run: chmod 600 '\(folder)/it'\\''s.toml'")
      #expect(try SettingsFile.read("\(folder)/none.toml") == nil)
    }
  }
}
