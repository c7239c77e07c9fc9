import CCurl
import CasesAPI

/// What exactly was at fault, from libcurl's numbers and from the words of the library for TLS.
enum CurlFault {
  /// What is known besides.
  struct Circumstances {
    /// What the proxy answered when it was to open the way; 0 where it was not asked.
    var proxyStatus = 0
    /// Whether the proxy's own certificate was looked at and not found good.
    var isProxyUntrusted = false
    /// Whether the way leads through a proxy.
    var hasProxy = false
    /// Whether the proxy gets a name and password.
    var hasProxyName = false
    /// Whether a certificate of the client is set.
    var hasCertificate = false
  }

  /// What OpenSSL or GnuTLS say of a certificate, the more special words first.
  private static let certificateWords: [(String, TransportFault)] = [
    // A whole chain from an authority that only its organisation knows.
    ("self-signed certificate in", .unknownAuthority),
    ("self signed certificate in", .unknownAuthority),
    ("self-signed certificate", .selfSigned), ("self signed certificate", .selfSigned),
    ("has expired", .expired), ("expiration date has passed", .expired),
    ("not yet valid", .notYetValid), ("not yet activated", .notYetValid),
    ("does not match", .otherName), ("no alternative certificate subject name", .otherName),
    ("too weak", .weakCertificate), ("too small", .weakCertificate),
    ("issuer certificate", .unknownAuthority), ("the first certificate", .unknownAuthority),
    ("certificate verification failed", .unknownAuthority),
  ]

  /// What they say of the handshake.
  private static let handshakeWords: [(String, TransportFault)] = [
    ("wrong version number", .notEncrypted), ("http request", .notEncrypted),
    ("unexpected tls packet", .notEncrypted),
    ("unsupported protocol", .outdatedTLS), ("protocol version", .outdatedTLS),
    ("no protocols available", .outdatedTLS), ("dh key too small", .outdatedTLS),
    ("legacy sigalg", .outdatedTLS), ("no ciphers available", .outdatedTLS),
    // Whatever else they find wrong; a connection that was cut is no matter of TLS.
    ("ssl routines", .handshakeFailed), ("alert handshake failure", .handshakeFailed),
  ]

  /// The fault behind a failure.
  ///
  /// - Parameters:
  ///   - code: how the transfer ended (libcurl-errors(3)).
  ///   - text: what the library says about it.
  ///   - circumstances: what is known besides.
  /// - Returns: nil where it cannot be told.
  static func of(
    _ code: CURLcode, saying text: String, _ circumstances: Circumstances
  ) -> TransportFault? {
    switch circumstances.proxyStatus {
    case 407: return circumstances.hasProxyName ? .proxyRefusesName : .proxyWantsName
    case 500...599: return .proxyFails
    case 300...499: return .proxyRefuses
    default: break
    }
    let words = text.lowercased()
    switch code {
    case CURLE_COULDNT_RESOLVE_PROXY: return .proxyUnknown
    case CURLE_COULDNT_CONNECT: return circumstances.hasProxy ? .proxyUnreachable : nil
    case CURLE_PROXY: return .proxyRefuses
    case CURLE_SSL_CACERT_BADFILE: return .authoritiesUnreadable
    case CURLE_SSL_CERTPROBLEM: return .certificateUnusable
    case CURLE_PEER_FAILED_VERIFICATION where circumstances.isProxyUntrusted: return .proxyUntrusted
    case CURLE_PEER_FAILED_VERIFICATION: return first(of: certificateWords, in: words)
    case CURLE_SSL_CLIENTCERT: return ofCertificate(circumstances)
    case _ where CurlFailure.isOfCertificate(text): return ofCertificate(circumstances)
    case CURLE_SSL_CONNECT_ERROR, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
      return first(of: handshakeWords, in: words)
    default: return nil
    }
  }

  private static func ofCertificate(_ circumstances: Circumstances) -> TransportFault {
    circumstances.hasCertificate ? .certificateRefused : .certificateWanted
  }

  private static func first(
    of table: [(String, TransportFault)], in words: String
  ) -> TransportFault? {
    table.first { words.contains($0.0) }?.1
  }
}
