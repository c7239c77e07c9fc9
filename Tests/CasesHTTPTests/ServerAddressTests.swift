import CasesHTTP
import Testing

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("https://api.us.code42.com", "https://api.us.code42.com"),
    ("HTTPS://API.example.com:8443/cases//", "https://api.example.com:8443/cases"),
    ("http://127.0.0.1:8484", "http://127.0.0.1:8484"),
    ("http://localhost/", "http://localhost"),
    ("http://[::1]:80/x", "http://[::1]:80/x"),
    ("http://127.255.1.2", "http://127.255.1.2"),
  ])
  func addressesAreKeptInOneForm(text: String, canonical: String) throws {
    #expect(try ServerAddress(text).description == canonical)
  }

  /// Trial T051: an address with a password is refused, and the error cannot repeat it.
  @Test(arguments: [
    ("", ServerAddressError.empty),
    ("api.us.code42.com", .unknownScheme),
    ("ftp://example.com", .unknownScheme),
    ("https://me:53cr37@example.com", .hasCredentials),
    ("https://me:53/cr37@example.com", .hasCredentials),
    ("https://", .noHost),
    ("https:///x", .noHost),
    ("https://:80", .noHost),
    ("https://example.com:0", .invalidPort),
    ("https://example.com:65536", .invalidPort),
    ("https://example.com:", .invalidPort),
    ("https://example.com:-1", .invalidPort),
    ("https://exa mple.com", .invalidCharacter),
    ("https://example.com\r\nX: y", .invalidCharacter),
    ("https://exämple.com", .invalidCharacter),
    ("https://[::1", .invalidCharacter),
    ("https://a[b]", .invalidCharacter),
    ("https://example.com/?a=b", .hasQuery),
    ("https://example.com?a", .hasQuery),
    ("https://example.com#a", .hasQuery),
    ("http://example.com", .unencrypted(host: "example.com")),
    ("http://127.0.0.1.example.com", .unencrypted(host: "127.0.0.1.example.com")),
    ("http://127.1", .unencrypted(host: "127.1")),
    ("http://localhost.example.com", .unencrypted(host: "localhost.example.com")),
  ])
  func badAddressesAreRefusedByTheirFault(text: String, error: ServerAddressError) {
    #expect(throws: error) { try ServerAddress(text) }
  }

  @Test func anUnencryptedWayIsTakenWhenASettingAllowsIt() throws {
    let address = try ServerAddress("http://example.com", allowsUnencrypted: true)
    #expect(address.isEncrypted == false)
  }
}
