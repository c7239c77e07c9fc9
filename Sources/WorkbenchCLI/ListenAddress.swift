import Glibc

/// Where a server listens: a numeric address and a port.
struct ListenAddress: Hashable, Sendable {
  /// The address without brackets.
  let host: String
  /// The port; 0 lets the system pick one.
  let port: UInt16

  /// The address that only this machine reaches, with a port of the system's choice.
  static let ownMachine = ListenAddress(host: "127.0.0.1", port: 0)
  /// The address where a server listens if nothing is said.
  static let usual = ListenAddress(host: "127.0.0.1", port: 8484)

  private init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`, where the host is an IPv4 address, `localhost`, or an IPv6 address in
  /// brackets.
  ///
  /// - Parameter text: the text; anything else gives nil.
  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    guard digits.isDigits, let port = UInt16(digits) else { return nil }
    let host = String(text[..<colon])
    if host == "localhost" {
      self.init(host: "127.0.0.1", port: port)
    } else if host.hasPrefix("["), host.hasSuffix("]") {
      let inner = String(host.dropFirst().dropLast())
      guard Self.isNumeric(inner, AF_INET6) else { return nil }
      self.init(host: inner, port: port)
    } else {
      guard Self.isNumeric(host, AF_INET) else { return nil }
      self.init(host: host, port: port)
    }
  }

  /// Whether only this machine reaches the address.
  var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

  private static func isNumeric(_ host: String, _ family: Int32) -> Bool {
    var address = in6_addr()
    return unsafe inet_pton(family, host, &address) == 1
  }
}
