/// What proves the server to the client, and the client to the server, besides the token.
public struct TransportTrust: Hashable, Sendable {
  /// A file of PEM certificates that are trusted instead of those of the system; nil for these.
  public var authorities: String?
  /// A file with the client's PEM certificate and those that vouch for it; nil for none.
  public var certificate: String?
  /// A file with the certificate's PEM key, without a password; nil where the certificate's has it.
  public var key: String?

  /// Trusts what the system trusts, and shows no certificate.
  public init() {}
}
