import CasesAPI
import Workbench

/// What to answer instead where `login` does not reach its server: there is no profile yet to be
/// mended.
enum LoginAdvice {
  /// An error in plain words, with what to do about it in `login`.
  ///
  /// - Parameter error: why the server did not list its cases.
  /// - Returns: sentences.
  static func text(_ error: CasesError) -> String {
    guard case .transport(_, let cause) = error, let fault = cause.fault else {
      return Wording.text(error)
    }
    return "\(Wording.what(cause)) \(remedy(for: fault))"
  }

  private static func remedy(for fault: TransportFault) -> String {
    switch fault {
    case .selfSigned:
      "If it is your own server, start again and name its certificate as the file of the CAs."
    case .unknownAuthority:
      "If it is your organisation's, or of a proxy that looks into TLS, start again and name its "
        + "file as that of the CAs."
    case .authoritiesUnreadable:
      "It must hold PEM certificates; start again and name another one."
    case .certificateWanted: "Start again and name the file of one."
    case .certificateRefused: "Start again and name the file of one that it takes."
    case .certificateUnusable:
      "Both must be PEM, the key without a password; start again and name others."
    case .handshakeFailed:
      "If the server wants a client certificate, start again and name the file of one that it "
        + "takes; else its TLS may be too old, or something on the way breaks it."
    case .proxyUnknown, .proxyUnreachable:
      "Check the proxy that you named, or https_proxy and its like, and the network or VPN."
    case .proxyUntrusted:
      "Start again and name a file of CAs that holds its authority beside the server's."
    case .proxyRefusesName:
      "Start again and name the proxy with others, or mend https_proxy; signs in them are written as "
        + "%40 and the like."
    case .proxyWantsName:
      "Start again and name http://NAME:PASSWORD@HOST:PORT as the proxy, or set https_proxy to it."
    case .expired, .notYetValid, .otherName, .weakCertificate, .outdatedTLS, .notEncrypted,
      .proxyRefuses, .proxyFails:
      Wording.remedy(for: fault)
    }
  }
}
