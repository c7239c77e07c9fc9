import CasesAPI

/// What to try where the server and the client do not trust each other.
struct TrustAdvice {
  /// Advice for `login`, which asks for the files.
  static let login = TrustAdvice(
    authorities: "If a CA of your own has signed it, start again and name its file.",
    certificate: "If the server wants a client certificate, start again and name the file of one "
      + "that it takes.")

  /// Advice for settings that are there.
  static let settings = TrustAdvice(
    authorities: "Name the authority with ca-file in the profile, or CASEWORKBENCH_CA_FILE.",
    certificate: "If the server wants a client certificate, name one with client-cert in the "
      + "profile, or CASEWORKBENCH_CLIENT_CERT.")

  private let authorities: String
  private let certificate: String

  /// The advice for an error.
  ///
  /// - Parameter error: why no answer came.
  /// - Returns: a sentence; nil where trust is not the matter.
  func text(for error: TransportError) -> String? {
    switch error.kind {
    case .untrusted: authorities
    case .unidentified: certificate
    // Before TLS 1.3 that is all that a server can say of a certificate that it misses.
    case .notConnected where error.detail.contains("alert handshake failure"): certificate
    default: nil
    }
  }
}
