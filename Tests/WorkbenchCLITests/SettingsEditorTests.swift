import CasesHTTP
import TestSupport
import Testing

@testable import WorkbenchCLI

@Suite struct SettingsEditorTests {
  private static func profile(
    _ name: String = "work", _ url: String = "https://h", id: String = "i",
    _ secret: SecretSource = .prompt
  ) throws -> Profile {
    Profile(
      name: name, address: try ServerAddress(url, allowsUnencrypted: true), clientID: id,
      secret: secret)
  }

  private static func edit(_ text: String, _ profile: Profile) throws(SettingsError) -> String {
    try SettingsEditor.text(putting: profile, into: text, path: "config.toml")
  }

  @Test func aNewFileHoldsTheProfileAsDefault() throws {
    let text = try Self.edit(
      "", Self.profile("work", "http://far:1", id: #"a"b\"#, .shell("pass a | head -1")))
    #expect(
      text == #"""
        default-profile = "work"

        [profiles.work]
        url = "http://far:1"
        client-id = "a\"b\\"
        secret-command = "pass a | head -1"
        plain-http = true

        """#)
  }

  private static let old = """
    # my servers
    [profiles.work]   # the cloud
    url = "https://h" # as ever
    client-id = "old"
    # where it is
    secret-prompt = true
    ca-file = "ca.pem"

    [profiles.lab]
    url = "http://127.0.0.1:1"
    client-id = "l" # last
    """

  @Test func onlyTheLinesOfTheProfileChange() throws {
    var profile = try Self.profile(id: "new", .file("k"))
    profile.trust = TransportTrust()
    profile.trust?.authorities = "ca.pem"
    let text = try Self.edit("default-profile = 'lab'\n" + Self.old, profile)
    #expect(
      text == """
        default-profile = 'lab'
        # my servers
        [profiles.work]   # the cloud
        url = "https://h" # as ever
        client-id = "new"
        # where it is
        ca-file = "ca.pem"
        secret-file = "k"

        [profiles.lab]
        url = "http://127.0.0.1:1"
        client-id = "l" # last

        """)
  }

  @Test func certificatesProxyAndUserAreWrittenAndTakenAway() throws {
    var profile = try Self.profile(id: "old")
    var trust = TransportTrust()
    trust.certificate = "c.pem"
    trust.key = "~/k.pem"
    profile.trust = trust
    profile.proxy = Proxy("http://p:3128")
    profile.user = "jo@h"
    let text = try Self.edit("default-profile = 'lab'\n" + Self.old, profile)
    #expect(
      text == """
        default-profile = 'lab'
        # my servers
        [profiles.work]   # the cloud
        url = "https://h" # as ever
        client-id = "old"
        # where it is
        secret-prompt = true
        client-cert = "c.pem"
        client-key = "~/k.pem"
        proxy = "http://p:3128"
        user = "jo@h"

        [profiles.lab]
        url = "http://127.0.0.1:1"
        client-id = "l" # last

        """)
    let back = try Self.edit(text, Self.profile(id: "old"))
    #expect(
      back
        == "default-profile = 'lab'\n"
        + Self.old.replacing("ca-file = \"ca.pem\"\n", with: "") + "\n")
  }

  @Test func theProfileThatWasAloneStaysTheDefault() throws {
    let one = "[profiles.work]\nurl = 'https://h'\nclient-id = 'i' # no default-profile\n"
    let text = try Self.edit(one, Self.profile("lab"))
    #expect(text.hasPrefix("default-profile = \"work\"\n\n[profiles.work]\n"))
    #expect(
      text.hasSuffix(
        "\n\n[profiles.lab]\nurl = \"https://h\"\nclient-id = \"i\"\n"
          + "secret-prompt = true\n"))
  }

  @Test(arguments: [
    "[profiles.work\n",
    "profiles = { lab = { url = 'https://h', client-id = 'i' } }\n",
    "[profiles]\nwork = { url = 'https://h', client-id = 'i' }\n",
    "[profiles.work]\nurl = 'https://h'\nclient-id = 'i'\nsecret-command = [\n'a',\n'b']\n",
  ])
  func whatCannotBeEditedSafelyIsRefused(text: String) {
    #expect(throws: SettingsError.self) {
      try Self.edit(text, Self.profile(id: "new", .variable("V")))
    }
  }

  /// Trial T092: ten programs write at once, each what it has read anew.
  @Test func t092ProfilesThatAreWrittenAtOnceAreAllKept() async throws {
    try await Scratch.use { folder in
      let store = SettingsStore(path: "\(folder)/config/config.toml")
      let names = (0..<10).map { "p\($0)" }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for name in names {
          group.addTask {
            try store.put(
              Self.profile(name, "https://h", .file("\(name).secret")), storing: "s-\(name)")
          }
        }
        try await group.waitForAll()
      }
      let file = try #require(try SettingsFile.read(store.path))
      #expect(file.profiles.map(\.name).sorted() == names)
      let found = try Scratch.names(in: store.folder)
      #expect(
        found == (["config.toml"] + names.map { "\($0).secret" }).sorted())
      #expect(Scratch.mode(of: store.path) == 0o600)
      #expect(Scratch.mode(of: "\(store.folder)/p3.secret") == 0o600)
    }
  }
}
