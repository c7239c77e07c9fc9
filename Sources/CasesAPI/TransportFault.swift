/// What exactly kept a request from its way, where the transport can tell; it says what can be
/// done.
public enum TransportFault: String, Hashable, Codable, Sendable, CaseIterable {
  /// Nobody but itself has signed the server's certificate.
  case selfSigned
  /// The authority that signed the server's certificate is not trusted.
  case unknownAuthority
  /// The server's certificate has run out.
  case expired
  /// The server's certificate is not in force yet.
  case notYetValid
  /// The server's certificate is for another name.
  case otherName
  /// The server's certificate has a key or signature that is too short to prove anything.
  case weakCertificate
  /// The file of trusted authorities cannot be read.
  case authoritiesUnreadable
  /// The server wants a certificate of the client, and none is set.
  case certificateWanted
  /// The server does not take the client's certificate.
  case certificateRefused
  /// The files of the client's certificate or key cannot be used.
  case certificateUnusable
  /// The handshake of TLS failed for a reason that says nothing to people.
  case handshakeFailed
  /// The server speaks no version of TLS that is safe.
  case outdatedTLS
  /// What answers speaks no TLS.
  case notEncrypted
  /// The name of the proxy is not known.
  case proxyUnknown
  /// There is no connection to the proxy.
  case proxyUnreachable
  /// The certificate of the proxy itself is not trusted.
  case proxyUntrusted
  /// The proxy wants a name and password.
  case proxyWantsName
  /// The proxy does not take the name and password that it got.
  case proxyRefusesName
  /// The proxy lets nobody through to the server.
  case proxyRefuses
  /// The proxy cannot reach the server for now.
  case proxyFails

  /// Whether sending the request again would end in the same way.
  public var isLasting: Bool { self != .proxyUnreachable && self != .proxyFails }

  /// Whether the proxy is at fault, or its settings.
  public var isOfProxy: Bool {
    switch self {
    case .proxyUnknown, .proxyUnreachable, .proxyUntrusted, .proxyWantsName, .proxyRefusesName,
      .proxyRefuses, .proxyFails:
      true
    default: false
    }
  }
}
