import CCurl
import CasesAPI
import Testing

@testable import CasesHTTP

/// What libcurl's numbers mean (libcurl-errors(3)), before and after a part of the request has
/// left.
@Suite struct CurlFailureTests {
  private static let rows: [(UInt32, TransportError.Kind, TransportError.Kind)] = [
    (5, .notConnected, .interrupted), (6, .unknownHost, .unknownHost),
    (7, .notConnected, .interrupted), (8, .malformed, .malformed),
    (16, .notConnected, .interrupted), (18, .notConnected, .interrupted),
    (27, .tooLarge, .tooLarge), (28, .notConnected, .timedOut),
    (35, .notConnected, .interrupted), (52, .notConnected, .interrupted),
    (56, .notConnected, .interrupted), (58, .unidentified, .unidentified),
    (60, .untrusted, .untrusted), (61, .malformed, .malformed), (63, .tooLarge, .tooLarge),
    (77, .untrusted, .untrusted), (92, .notConnected, .interrupted),
    (98, .unidentified, .unidentified),
  ]

  @Test(arguments: rows)
  func eachNumberHasItsKind(
    number: UInt32, unsent: TransportError.Kind, sent: TransportError.Kind
  ) {
    let kinds = [false, true].map {
      CurlFailure.kind(of: CURLcode(number), wasSent: $0, saying: "")
    }
    #expect(kinds == [unsent, sent])
  }

  /// What OpenSSL says, and whether it is an alert about the client's certificate.
  @Test(arguments: [
    ("OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required", true),
    ("OpenSSL/3.0.19: error:0A000418:SSL routines::tlsv1 alert unknown ca", true),
    ("OpenSSL SSL_read: error:0A000415:SSL routines::sslv3 alert certificate expired", true),
    ("OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure", false),
    ("SSL certificate problem: certificate has expired", false),
    ("Recv failure: Connection reset by peer", false),
  ])
  func anAlertAboutTheClientsCertificateIsToldApart(text: String, isOfCertificate: Bool) {
    for number: UInt32 in [35, 55, 56] {
      let kind = CurlFailure.kind(of: CURLcode(number), wasSent: true, saying: text)
      #expect(kind == (isOfCertificate ? .unidentified : .interrupted), "\(number)")
    }
  }
}
