/// A server between this machine and others, through which the connections go.
public struct Proxy: Hashable, Sendable {
  /// The address as it is set, which may bear a password and is therefore never shown.
  public let url: String

  /// The address without a name and password, for people.
  public var name: String {
    guard let at = url.lastIndex(of: "@") else { return url }
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    return String(url[..<start] + url[url.index(after: at)...])
  }

  /// Whether the address bears a name or password.
  var hasName: Bool { url.contains("@") }

  /// Makes a proxy from an address.
  ///
  /// - Parameter url: such as `http://proxy.example.com:3128` or `socks5h://127.0.0.1:1080`;
  ///   without a scheme it is an HTTP proxy.
  public init(_ url: String) { self.url = url }

  /// Finds the proxy for a server in the environment (curl(1), ENVIRONMENT).
  ///
  /// For `https://` these variables are looked at, the small spelling before the large one:
  /// `https_proxy`, then `all_proxy`; for `http://` `http_proxy`, then `all_proxy`. None is used
  /// for this machine, nor for hosts that `no_proxy` names.
  ///
  /// Nil is the result where the way is direct.
  ///
  /// - Parameters:
  ///   - server: the server.
  ///   - variable: the value of a variable of the environment; empty ones count as absent.
  public init?(for server: ServerAddress, environment variable: (String) -> String?) {
    func value(_ name: String) -> String? {
      [name, name.uppercased()].compactMap(variable).first { !$0.isEmpty }
    }
    let own = server.isEncrypted ? "https_proxy" : "http_proxy"
    guard !server.isLoopback, let url = value(own) ?? value("all_proxy") else { return nil }
    if let exempt = value("no_proxy"), DirectHosts(exempt).contains(server.host) { return nil }
    self.init(url)
  }
}
