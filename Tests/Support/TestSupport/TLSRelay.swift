import Testing

/// Puts TLS before a server of this machine, as a proxy in front of it would.
public final class TLSRelay {
  /// Its address for clients.
  public let url: String

  private let tool: Tool

  /// Starts a relay that shows the certificate `good`, and waits until it listens.
  ///
  /// - Parameters:
  ///   - port: the port of the server on 127.0.0.1.
  ///   - certificates: whence its certificate comes.
  ///   - wantsCertificate: whether it lets in only who shows a certificate of the authority.
  ///   - newest: the newest version of TLS that it speaks, 1.2 or 1.3.
  /// - Throws: an issue where it does not start.
  public init(
    to port: Int, _ certificates: Certificates, wantsCertificate: Bool = false,
    newest: String = "1.3"
  ) async throws {
    let tool = try Tool(
      ["python3", Self.script, "\(port)", "good.pem", "good.key", "--newest", newest]
        + (wantsCertificate ? ["--clients", "ca.pem"] : []), in: certificates.folder)
    let isUp = await eventually { tool.output.contains("\n") }
    let announced = tool.output.split(separator: "\n").first.flatMap { Int($0) }
    try #require(isUp && announced != nil, "no relay: \(tool.output)")
    self.tool = tool
    url = "https://localhost:\(announced ?? 0)"
  }

  private static var script: String {
    let support = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(support)/tls_relay.py"
  }
}
