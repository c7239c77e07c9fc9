import CCurl
import CasesAPI
import Testing

@testable import CasesHTTP

/// What libcurl's numbers mean (libcurl-errors(3)), before and after a part of the request has left.
@Suite struct CurlFailureTests {
  private static let rows: [(UInt32, TransportError.Kind, TransportError.Kind)] = [
    (5, .notConnected, .interrupted), (6, .unknownHost, .unknownHost),
    (7, .notConnected, .interrupted), (8, .malformed, .malformed),
    (16, .notConnected, .interrupted), (18, .notConnected, .interrupted),
    (27, .tooLarge, .tooLarge), (28, .notConnected, .timedOut),
    (35, .notConnected, .interrupted), (52, .notConnected, .interrupted),
    (56, .notConnected, .interrupted), (58, .untrusted, .untrusted),
    (60, .untrusted, .untrusted), (61, .malformed, .malformed), (63, .tooLarge, .tooLarge),
    (77, .untrusted, .untrusted), (92, .notConnected, .interrupted),
  ]

  @Test(arguments: rows)
  func eachNumberHasItsKind(
    number: UInt32, unsent: TransportError.Kind, sent: TransportError.Kind
  ) {
    let code = CURLcode(number)
    #expect(
      [CurlFailure.kind(of: code, wasSent: false), CurlFailure.kind(of: code, wasSent: true)]
        == [unsent, sent])
  }
}
