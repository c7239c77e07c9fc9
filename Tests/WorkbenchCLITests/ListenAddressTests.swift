import Testing

@testable import WorkbenchCLI

@Suite struct ListenAddressTests {
  @Test(arguments: [
    ("127.0.0.1:8484", "127.0.0.1", 8484, true), ("localhost:0", "127.0.0.1", 0, true),
    ("127.8.8.8:1", "127.8.8.8", 1, true), ("[::1]:8484", "::1", 8484, true),
    ("0.0.0.0:65535", "0.0.0.0", 65535, false), ("[::]:80", "::", 80, false),
    ("[::ffff:127.0.0.1]:80", "::ffff:127.0.0.1", 80, false),
  ])
  func isRead(text: String, host: String, port: UInt16, isLoopback: Bool) throws {
    let address = try #require(ListenAddress(text))
    #expect((address.host, address.port, address.isLoopback) == (host, port, isLoopback))
  }

  @Test(arguments: [
    "", "8484", ":8484", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
    "127.0.0.1:+1", "127.0.0.1:٣", "127.1:80", "::1:80", "[127.0.0.1]:80", "[::1]", "[::g]:80",
    "example.com:80", " 127.0.0.1:80", "127.0.0.1.evil:80",
  ])
  func isRefused(text: String) {
    #expect(ListenAddress(text) == nil)
  }
}
