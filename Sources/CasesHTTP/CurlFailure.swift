import CCurl
import CasesAPI

/// What libcurl's numbers mean for the client.
enum CurlFailure {
  /// The kind of a failure.
  ///
  /// - Parameters:
  ///   - code: how the transfer ended (libcurl-errors(3)).
  ///   - wasSent: whether any part of the request has left.
  ///   - text: what the library says about it.
  /// - Returns: the kind; one that says "nothing was sent" only where that is certain.
  static func kind(
    of code: CURLcode, wasSent: Bool, saying text: String
  ) -> TransportError.Kind {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST:
      .unknownHost
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS:
      .untrusted
    case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CLIENTCERT:
      .unidentified
    case CURLE_OPERATION_TIMEDOUT:
      wasSent ? .timedOut : .notConnected
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_WEIRD_SERVER_REPLY,
      CURLE_BAD_CONTENT_ENCODING:
      .malformed
    // The library gives up on header lines of more than 100 kB by running out of memory.
    case CURLE_FILESIZE_EXCEEDED, CURLE_OUT_OF_MEMORY:
      .tooLarge
    // In TLS 1.3 the client may send before the server has looked at its certificate, so that the
    // server's refusal can be the failure of any step.
    case _ where isOfCertificate(text):
      .unidentified
    default:
      wasSent ? .interrupted : .notConnected
    }
  }

  /// Whether a text tells an alert about the client's certificate (RFC 8446, section 6.2), as
  /// OpenSSL words it.
  static func isOfCertificate(_ text: String) -> Bool {
    text.firstRange(of: " alert ").map { alert in
      let words = text[alert.upperBound...]
      return words.contains("certificate") || words.hasPrefix("unknown ca")
    } ?? false
  }
}
