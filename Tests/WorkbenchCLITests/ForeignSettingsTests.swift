import TestSupport
import Testing

@testable import WorkbenchCLI

/// Settings may be damaged in any way, and are read, or refused by their line.
@Suite struct ForeignSettingsTests {
  private static let document = """
    # mine
    default-profile = "work"
    [profiles.work]
    url = "https://api.example.com"
    client-id = "key-1"
    secret-command = ["pass", "show", 'incydr']
    connect-seconds = 5
    idle-seconds = 60
    [profiles."on the LAN"]
    url = "http://10.0.0.1:8484"
    plain-http = true
    [[views]]
    name = "mine"
    query = "assignee:me sort:-updated \\u00e9"
    [close]
    minimum-findings = 10
    wait = 5
    [list]
    refresh = 30
    cache = true
    """

  @Test func damagedSettingsAreReadOrRefused() {
    let whole = Array(Self.document.utf8)
    var random = SeededRandom(seed: 11)
    var (read, refused) = (0, 0)
    for _ in 0..<20_000 {
      let bytes = Mutations.damaged(whole, &random)
      do throws(SettingsError) {
        _ = try SettingsFile(bytes, path: "config.toml")
        read += 1
      } catch {
        refused += 1
        #expect(!error.reason.isEmpty)
      }
    }
    #expect(read > 100 && refused > 1_000)
  }

  @Test func damagedVariablesAreReadOrPassedOver() {
    let whole = Array(
      "export INCYDR_URL = 'https://a.example' # x\nINCYDR_API_CLIENT_ID=\"key\"\r\n#\n=\n".utf8)
    var random = SeededRandom(seed: 12)
    for _ in 0..<20_000 {
      let found = DotEnv.variables(Mutations.damaged(whole, &random))
      #expect(found.values.allSatisfy { !$0.isEmpty })
    }
  }
}
