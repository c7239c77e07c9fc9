/// The base address of a server, checked (RFC 3986, § 3).
public struct ServerAddress: Hashable, Sendable {
  /// Whether the connection is encrypted: `https`.
  public let isEncrypted: Bool
  /// The host in small letters: a name, an IPv4 address, or an IPv6 address in brackets.
  public let host: String
  /// The port where it is given.
  public let port: Int?
  /// What stands before every path, beginning with a slash; empty as a rule.
  public let basePath: String

  /// Reads an address.
  ///
  /// - Parameters:
  ///   - text: such as `https://api.us.code42.com`; slashes at the end are passed over.
  ///   - allowsUnencrypted: whether `http://` may lead beyond this machine.
  /// - Throws: `ServerAddressError` when it is none, or one that is not to be used.
  public init(_ text: String, allowsUnencrypted: Bool = false) throws(ServerAddressError) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.allSatisfy({ (33...126).contains($0) && !Self.forbidden.contains($0) }) else {
      throw .invalidCharacter
    }
    var rest = text[...]
    if let after = Self.drop("https://", from: rest) {
      (isEncrypted, rest) = (true, after)
    } else if let after = Self.drop("http://", from: rest) {
      (isEncrypted, rest) = (false, after)
    } else {
      throw .unknownScheme
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.dropFirst(authority.count)
    // An at sign in the path is harmless, but a password with a slash in it would end up there.
    guard !rest.contains("@") else { throw .hasCredentials }
    guard !path.contains("?"), !path.contains("#") else { throw .hasQuery }
    (host, port) = try Self.hostAndPort(authority)
    basePath = String(path.reversed().drop { $0 == "/" }.reversed())
    guard isEncrypted || allowsUnencrypted || isLoopback else { throw .unencrypted(host: host) }
  }

  /// Whether the host is this machine: `localhost`, 127.0.0.0/8 or `[::1]`.
  public var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The host, with the port where it is given, as people write it.
  public var authority: String { port.map { "\(host):\($0)" } ?? host }

  /// Whether another address leads to the same server by the same scheme (RFC 6454, § 5).
  ///
  /// - Parameter other: the other address; its base path does not matter.
  /// - Returns: true where scheme, host and port are the same.
  func isSameOrigin(as other: ServerAddress) -> Bool {
    func usedPort(_ address: ServerAddress) -> Int {
      address.port ?? (address.isEncrypted ? 443 : 80)
    }
    return isEncrypted == other.isEncrypted && host == other.host
      && usedPort(self) == usedPort(other)
  }

  /// The URL of a request.
  ///
  /// - Parameter target: path and query, percent-encoded, beginning with a slash.
  /// - Returns: the whole URL.
  func url(of target: String) -> String { "\(description)\(target)" }

  private static let forbidden = Set("\"<>\\^`{|}".utf8)

  private static func drop(_ scheme: String, from text: Substring) -> Substring? {
    text.prefix(scheme.count).lowercased() == scheme ? text.dropFirst(scheme.count) : nil
  }

  private static func hostAndPort(
    _ authority: Substring
  ) throws(ServerAddressError) -> (String, Int?) {
    var host = authority
    var port: Int?
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
      host = authority[..<colon]
      let digits = authority[colon...].dropFirst()
      guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
        (1...65_535).contains(number)
      else { throw .invalidPort }
      port = number
    }
    guard !host.isEmpty else { throw .noHost }
    let isAddress = host.hasPrefix("[") && host.hasSuffix("]") && host.count > 2
    let inner = isAddress ? host.dropFirst().dropLast() : host
    let isValid = inner.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: ":"): isAddress
      case 48...57, 65...90, 97...122, 45, 46, 95: true
      default: false
      }
    }
    guard isValid else { throw .invalidCharacter }
    return (host.lowercased(), port)
  }
}

extension ServerAddress: CustomStringConvertible {
  /// The address as it is used; bears no secret.
  public var description: String { "\(isEncrypted ? "https" : "http")://\(authority)\(basePath)" }
}
