import CCurl
import CasesAPI
import Testing

@testable import CasesHTTP

/// What libcurl, OpenSSL and GnuTLS say, and what exactly is at fault then.
@Suite struct CurlFaultTests {
  private func fault(
    _ number: UInt32, _ text: String, _ circumstances: CurlFault.Circumstances = .init()
  ) -> TransportFault? {
    CurlFault.of(CURLcode(number), saying: text, circumstances)
  }

  @Test(arguments: [
    ("SSL certificate problem: self-signed certificate", TransportFault.selfSigned),
    ("SSL certificate problem: self signed certificate", .selfSigned),
    ("SSL certificate problem: self-signed certificate in certificate chain", .unknownAuthority),
    ("SSL certificate problem: unable to get local issuer certificate", .unknownAuthority),
    ("SSL certificate problem: unable to verify the first certificate", .unknownAuthority),
    ("server certificate verification failed. CAfile: none CRLfile: none", .unknownAuthority),
    ("SSL certificate problem: certificate has expired", .expired),
    ("server certificate expiration date has passed.", .expired),
    ("SSL certificate problem: certificate is not yet valid", .notYetValid),
    ("SSL: no alternative certificate subject name matches target host name 'a'", .otherName),
    ("SSL: certificate subject name (b) does not match target host name 'a'", .otherName),
    ("SSL certificate problem: EE certificate key too weak", .weakCertificate),
    ("SSL certificate problem: CA md too weak", .weakCertificate),
    ("SSL certificate problem: certificate revoked", nil),
  ])
  func aCertificateThatProvesNothingIsToldByWhy(text: String, expected: TransportFault?) {
    #expect(fault(60, text) == expected)
  }

  @Test(arguments: [
    (
      "OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number",
      TransportFault.notEncrypted
    ),
    ("OpenSSL/3.0.19: error:0A00009C:SSL routines::http request", .notEncrypted),
    ("OpenSSL/3.0.19: error:0A000102:SSL routines::unsupported protocol", .outdatedTLS),
    ("OpenSSL/3.0.19: error:0A00042E:SSL routines::tlsv1 alert protocol version", .outdatedTLS),
    (
      "OpenSSL/3.0.19: error:0A00014D:SSL routines::legacy sigalg disallowed or unsupported",
      .outdatedTLS
    ),
    ("OpenSSL/3.0.19: error:0A00018A:SSL routines::dh key too small", .outdatedTLS),
    (
      "OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure", .handshakeFailed
    ),
    ("OpenSSL/3.0.19: error:0A000126:SSL routines::unexpected eof while reading", .handshakeFailed),
    ("OpenSSL SSL_connect: Connection reset by peer in connection to a:443", nil),
  ])
  func aHandshakeThatFailsIsToldByWhy(text: String, expected: TransportFault?) {
    #expect(fault(35, text) == expected)
  }

  @Test func aCertificateOfTheClientIsWantedOrRefused() {
    let alert = "OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required"
    let shown = CurlFault.Circumstances(hasCertificate: true)
    #expect([fault(98, ""), fault(56, alert)] == [.certificateWanted, .certificateWanted])
    #expect(
      [fault(98, "", shown), fault(56, alert, shown)] == [.certificateRefused, .certificateRefused])
    #expect(fault(58, "could not load PEM client certificate") == .certificateUnusable)
    #expect(fault(77, "error setting certificate file: /x") == .authoritiesUnreadable)
  }

  @Test(arguments: [
    (407, false, TransportFault.proxyWantsName), (407, true, .proxyRefusesName),
    (403, true, .proxyRefuses), (302, false, .proxyRefuses), (503, false, .proxyFails),
    (200, false, nil), (0, false, nil),
  ])
  func aProxyThatOpensNoWayIsToldByItsStatus(
    status: Int, hasName: Bool, expected: TransportFault?
  ) {
    let found = fault(
      56, "CONNECT tunnel failed, response \(status)",
      CurlFault.Circumstances(proxyStatus: status, hasProxy: true, hasProxyName: hasName))
    #expect(found == expected)
  }

  @Test func aProxyOutOfReachIsNotTheServer() {
    let behind = CurlFault.Circumstances(hasProxy: true)
    #expect(fault(5, "Could not resolve proxy", behind) == .proxyUnknown)
    #expect(fault(7, "Failed to connect to p port 3128", behind) == .proxyUnreachable)
    #expect(fault(7, "Failed to connect to a port 443") == nil)
    let untrusted = CurlFault.Circumstances(isProxyUntrusted: true, hasProxy: true)
    #expect(fault(60, "self-signed certificate", untrusted) == .proxyUntrusted)
    #expect(fault(97, "cannot complete SOCKS5 connection", behind) == .proxyRefuses)
  }
}
