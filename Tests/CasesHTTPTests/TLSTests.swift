import CaseWire
import CasesAPI
import Glibc
import Threads
import TestSupport
import Testing

@testable import CasesHTTP

/// The transport over TLS, with certificates that are made for each test.
@Suite struct TLSTests {
  private let certificates: Certificates

  init() throws { certificates = try Certificates() }

  /// A server of openssl's that answers every GET with a page.
  private func serve(
    _ name: String, _ options: [String] = []
  ) async throws -> (tool: Tool, address: ServerAddress) {
    let tool = try Tool(
      ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www"]
        + ["-cert", "\(name).pem", "-key", "\(name).key"] + options, in: certificates.folder)
    var port = ""
    let isUp = await eventually {
      let line = tool.output.split(separator: "\n").first { $0.hasPrefix("ACCEPT 127.0.0.1:") }
      port = line.map { String($0.drop { $0 != ":" }.dropFirst()) } ?? ""
      return line != nil
    }
    try #require(isUp, "no server: \(tool.output)")
    return (tool, try ServerAddress("https://localhost:\(port)"))
  }

  private func outcome(
    _ address: ServerAddress, _ change: (inout TransportTrust) -> Void = { _ in }
  ) async -> Result<HTTPResponse, TransportError> {
    var trust = TransportTrust()
    trust.authorities = certificates["ca.pem"]
    change(&trust)
    let transport = CurlTransport(to: address, version: "test", through: nil, trusting: trust)
    return await transport.outcome(of: HTTPRequest(.get, "/", headers: ["Authorization": "B t"]))
  }

  @Test func aFileOfAuthoritiesIsTrustedInsteadOfTheSystems() async throws {
    let server = try await serve("good")
    let response = try await outcome(server.address).get()
    #expect(response.status == 200)
    let numeric = try ServerAddress("https://127.0.0.1:\(server.address.port ?? 0)")
    #expect(try await outcome(numeric).get().status == 200)
  }

  /// A proxy opens a way and sees neither what goes through it nor the token; the server is checked
  /// as it is without one.
  @Test(arguments: [("good", true), ("other", false)])
  func aTunnelThroughAProxyIsAsTightAsTheDirectWay(name: String, isTrusted: Bool) async throws {
    let server = try await serve(name)
    let port = UInt16(server.address.port ?? 0)
    let seen = Locked([UInt8]())
    let proxy = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.write("HTTP/1.1 200 Connection established\r\nX-Proxy: p\r\n\r\n")
      connection.relay(to: port) { bytes in seen.withLock { $0 += bytes } }
    }
    var trust = TransportTrust()
    trust.authorities = certificates["ca.pem"]
    let transport = CurlTransport(
      to: server.address, version: "test", through: Proxy("http://me:pw@127.0.0.1:\(proxy.port)"),
      trusting: trust)
    let outcome = await transport.outcome(
      of: HTTPRequest(.get, "/", headers: ["Authorization": "Bearer 53cr37"]))
    switch outcome {
    case .success(let response):
      // The head of the proxy's answer is not that of the server's.
      #expect(isTrusted && response.status == 200 && response.headers["X-Proxy"] == nil)
      #expect(response.body.count > 100)
    case .failure(let error):
      #expect(!isTrusted && error.kind == .untrusted && !error.mayHaveArrived, "\(error)")
    }
    #expect(
      proxy.requests == [
        "CONNECT localhost:\(port) HTTP/1.1\r\nHost: localhost:\(port)\r\n"
          + "Proxy-Authorization: Basic bWU6cHc=\r\nUser-Agent: caseworkbench/test\r\n"
          + "Proxy-Connection: Keep-Alive\r\n\r\n"
      ])
    let sent = seen.withLock { $0 }
    #expect(sent.count > 100 && sent.firstRange(of: Array("53cr37".utf8)) == nil)
  }

  /// The way to a proxy may be encrypted too; whom to trust there is said by the same file.
  @Test(arguments: [true, false])
  func aProxyBehindTLSIsCheckedAsTheServerIs(isTrusted: Bool) async throws {
    let proxy = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.answer(body: "through")
    }
    let relay = try await TLSRelay(to: Int(proxy.port), certificates)
    var trust = TransportTrust()
    trust.authorities = isTrusted ? certificates["ca.pem"] : "/etc/ssl/certs/ca-certificates.crt"
    let transport = CurlTransport(
      to: try ServerAddress("http://cases.test", allowsUnencrypted: true), version: "test",
      through: Proxy(relay.url), trusting: trust)
    switch await transport.outcome(of: HTTPRequest(.get, "/")) {
    case .success(let response):
      #expect(isTrusted && response.body == Array("through".utf8))
    case .failure(let error):
      #expect(!isTrusted && error.kind == .untrusted && error.fault == .proxyUntrusted, "\(error)")
    }
    #expect(proxy.requests.count == (isTrusted ? 1 : 0))
  }

  /// What is wrong with the server's certificate, and a word of what is said about it.
  @Test(
    arguments: [
      ("good", "/etc/ssl/certs/ca-certificates.crt", "issuer", .unknownAuthority),
      ("good", "/nowhere/ca.pem", "/nowhere/ca.pem", .authoritiesUnreadable),
      ("other", nil, "name", .otherName),
      ("old", nil, "expired", .expired),
    ] as [(String, String?, String, TransportFault)])
  func aServerThatProvesNothingGetsNothing(
    name: String, authorities: String?, word: String, fault: TransportFault
  ) async throws {
    let server = try await serve(name)
    let outcome = await outcome(server.address) { trust in
      if let authorities { trust.authorities = authorities }
    }
    guard case .failure(let error) = outcome else {
      Issue.record("it was trusted")
      return
    }
    #expect(error.kind == .untrusted && error.fault == fault && !error.mayHaveArrived)
    #expect(error.detail.hasPrefix("localhost:") && error.detail.contains(word), "\(error.detail)")
  }

  @Test func aServerMayWantACertificateOfTheClient() async throws {
    let server = try await serve(
      "good", ["-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem"])
    let shown = await outcome(server.address) { trust in
      trust.certificate = certificates["client.pem"]
      trust.key = certificates["client.key"]
    }
    #expect(try shown.get().status == 200)
    guard case .failure(let error) = await outcome(server.address) else {
      Issue.record("it was let in")
      return
    }
    #expect(error.kind == .unidentified && error.fault == .certificateWanted)
    #expect(!error.mayHaveArrived && error.detail.contains("certificate"), "\(error.detail)")
  }

  /// A library that asks for a password at the terminal would hold up the program there.
  @Test func aKeyWithAPasswordIsRefusedAtOnceAndUnasked() async throws {
    let server = try await serve("good")
    let start = ContinuousClock.now
    let outcome = await outcome(server.address) { trust in
      trust.certificate = certificates["client.pem"]
      trust.key = certificates["locked.key"]
    }
    guard case .failure(let error) = outcome else {
      Issue.record("it was opened")
      return
    }
    #expect(error.kind == .unidentified && !error.mayHaveArrived)
    #expect(error.detail.contains("locked.key"), "\(error.detail)")
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  /// The server of nghttp2 speaks nothing but HTTP/2.
  @Test func http2IsSpokenWhereTheServerDoes() async throws {
    let port = freePort()
    let tool = try Tool(
      ["nghttpd", "-a", "127.0.0.1", "-d", certificates.folder, "\(port)", "good.key", "good.pem"],
      in: certificates.folder)
    var trust = TransportTrust()
    trust.authorities = certificates["ca.pem"]
    let transport = CurlTransport(
      to: try ServerAddress("https://localhost:\(port)"), version: "test", through: nil,
      trusting: trust)
    var first: Result<HTTPResponse, TransportError>?
    let end = ContinuousClock.now + .seconds(10)
    repeat {
      first = await transport.outcome(of: HTTPRequest(.get, "/ca.pem"))
      if case .success = first { break }
    } while ContinuousClock.now < end
    let response = try #require(try first?.get(), "\(tool.output)")
    #expect(response.status == 200)
    #expect(response.body.starts(with: "-----BEGIN CERTIFICATE-----".utf8))
    let statuses = await withTaskGroup(of: Int?.self) { group in
      for number in 0..<50 {
        group.addTask {
          let path = number % 2 == 0 ? "/ca.pem" : "/nothing"
          return try? await transport.send(HTTPRequest(.get, path)).status
        }
      }
      return await group.reduce(into: [Int?: Int]()) { $0[$1, default: 0] += 1 }
    }
    #expect(statuses == [200: 25, 404: 25])
  }

  /// A port that nobody listened at a moment ago.
  private func freePort() -> UInt16 { (try? RawServer { _ in }.port) ?? 0 }
}
