import CaseWire
import CasesAPI
import TestSupport
import Testing

@testable import CasesHTTP

/// Proxies of the environment (curl(1), ENVIRONMENT), and what the transport does with one.
@Suite struct ProxyTests {
  private static let settings: [(String, [String: String], String?)] = [
    ("https://a.example", ["https_proxy": "http://p:1"], "http://p:1"),
    ("https://a.example", ["HTTPS_PROXY": "http://p:1"], "http://p:1"),
    (
      "https://a.example", ["HTTPS_PROXY": "http://q:1", "https_proxy": "http://p:1"], "http://p:1"
    ),
    ("https://a.example", ["HTTPS_PROXY": "http://q:1", "https_proxy": ""], "http://q:1"),
    ("https://a.example", ["ALL_PROXY": "socks5h://p"], "socks5h://p"),
    ("https://a.example", ["all_proxy": "p", "HTTPS_PROXY": "q"], "q"),
    ("https://a.example", ["http_proxy": "http://p:1"], nil),
    ("http://a.example", ["HTTP_PROXY": "http://p:1", "https_proxy": "q"], "http://p:1"),
    ("http://127.0.0.1:8484", ["http_proxy": "http://p:1", "ALL_PROXY": "q"], nil),
    ("https://localhost", ["https_proxy": "http://p:1"], nil),
    ("https://[::1]", ["https_proxy": "http://p:1"], nil),
    ("https://a.example", ["https_proxy": "p", "no_proxy": "b.example, example"], nil),
    ("https://a.example", ["https_proxy": "p", "NO_PROXY": "A.Example"], nil),
    ("https://a.example", ["https_proxy": "p", "no_proxy": "", "NO_PROXY": "*"], nil),
    ("https://a.example", ["https_proxy": "p", "no_proxy": "b", "NO_PROXY": "a.example"], "p"),
    ("https://a.example", [:], nil),
  ]

  /// Trial T090: variables in both spellings, the small one first; never for this machine.
  @Test(arguments: settings)
  func t090VariablesAreReadInBothSpellings(
    address: String, variables: [String: String], expected: String?
  ) throws {
    let server = try ServerAddress(address, allowsUnencrypted: true)
    #expect(Proxy(for: server) { variables[$0] } == expected.map { Proxy($0) })
  }

  @Test(arguments: [
    ("example.com", "example.com", true), ("a.example.com", "example.com", true),
    ("a.example.com", ".example.com", true), ("example.com", ".example.com", true),
    ("a.example.com", "*.example.com", true), ("notexample.com", "example.com", false),
    ("example.com.", "example.com", true), ("example.com", "com example.com.", true),
    ("example.com", ",, ,", false), ("example.com", ".", false), ("a.b", "*", true),
    ("10.1.2.3", "10.0.0.0/8", true), ("11.1.2.3", "10.0.0.0/8", false),
    ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3", "2.3", false), ("10.1.2.3", "10.1.2.0/23", true),
    ("10.1.4.3", "10.1.2.0/23", false), ("10.1.2.3", "0.0.0.0/0", true),
    ("10.1.2.3", "10.0.0.0/33", false), ("10.1.2.3", "10.0.0.0/8/8", false),
    ("[fe80::1]", "fe80::/10", true), ("[2001:db8::1]", "[2001:DB8::1]", true),
    ("[2001:db8::1]", "10.0.0.0/8", false),
  ])
  func hostsAreMatchedByNameDomainAndRange(host: String, list: String, isDirect: Bool) {
    #expect(DirectHosts(list).contains(host) == isDirect)
  }

  @Test(arguments: [
    ("http://me:53cr37@p.example:3128", "http://p.example:3128"),
    ("me:53cr37@p.example", "p.example"), ("http://m@e:53@p", "http://p"),
    ("socks5h://p:1080", "socks5h://p:1080"),
  ])
  func theNameOfAProxyHasNoPassword(url: String, name: String) {
    #expect(Proxy(url).name == name)
  }

  private func send(
    _ request: HTTPRequest, to address: String, through proxy: String
  ) async throws -> Result<HTTPResponse, TransportError> {
    var limits = TransportLimits()
    limits.connect = .seconds(5)
    let server = try ServerAddress(address, allowsUnencrypted: true)
    return await CurlTransport(
      to: server, version: "test", through: Proxy(proxy), limits: limits
    ).outcome(of: request)
  }

  @Test func anUnencryptedRequestGoesThroughTheProxyWithItsPassword() async throws {
    let proxy = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(body: "{}") }
    }
    let response = try await send(
      HTTPRequest(.get, "/v1/cases"), to: "http://cases.invalid",
      through: "http://me:pw@127.0.0.1:\(proxy.port)"
    ).get()
    #expect(response.body == Array("{}".utf8))
    let request = try #require(proxy.requests.first)
    #expect(request.hasPrefix("GET http://cases.invalid/v1/cases HTTP/1.1\r\n"))
    #expect(request.contains("Proxy-Authorization: Basic bWU6cHc=\r\n"))
  }

  /// What a proxy does with the wish for a way to the server, and a word of what is said about it.
  @Test(arguments: [
    ("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n", "407"),
    ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", "502"),
    ("HTTP/1.1 200 OK\r\n\r\nno TLS at all", "SSL"),
    ("", "aborted"),
  ])
  func aProxyThatOpensNoWaySeesNoTokenAndNothingIsSent(
    answer: String, word: String
  ) async throws {
    let proxy = try RawServer { connection in
      if connection.readRequest() != nil { connection.write(answer) }
    }
    let request = HTTPRequest(.put, "/v1/cases/1", headers: ["Authorization": "Bearer 53cr37"])
    let outcome = try await send(
      request, to: "https://cases.invalid", through: "http://me:p4ss@127.0.0.1:\(proxy.port)")
    guard case .failure(let error) = outcome else {
      Issue.record("it was answered")
      return
    }
    let told = "cases.invalid through the proxy http://127.0.0.1:\(proxy.port): "
    #expect(error.kind == .notConnected && !error.mayHaveArrived, "\(error)")
    #expect(error.detail.hasPrefix(told) && error.detail.contains(word), "\(error.detail)")
    #expect(!error.detail.contains("p4ss"))
    #expect(proxy.requests.count == 1 && !proxy.requests.joined().contains("53cr37"))
    #expect(proxy.requests.joined().hasPrefix("CONNECT cases.invalid:443 HTTP/1.1\r\n"))
  }

  @Test(arguments: ["http://127.0.0.1:", "socks5h://127.0.0.1:", "bad://me:p4ss@127.0.0.1:"])
  func t090AProxyThatIsNotThereIsNamed(scheme: String) async throws {
    let port = try RawServer { _ in }.port
    let outcome = try await send(
      HTTPRequest(.get, "/"), to: "https://cases.invalid", through: "\(scheme)\(port)")
    guard case .failure(let error) = outcome else {
      Issue.record("it was answered")
      return
    }
    #expect(error.kind == .notConnected && error.detail.contains("127.0.0.1:\(port)"), "\(error)")
    #expect(!error.detail.contains("p4ss"))
  }
}
