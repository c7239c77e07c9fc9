public import CasesAPI

/// Why no answer came, in plain words; what the library says stands behind them.
extension Wording {
  /// What happened, what was kept from happening, and what to do.
  ///
  /// - Parameter error: why no answer came.
  /// - Returns: sentences, and in parentheses at their end what the library says.
  static func text(_ error: TransportError) -> String {
    guard let fault = error.fault else { return general(error) }
    let assurance = error.mayHaveArrived ? "" : " Nothing was sent."
    return "\(plain(fault)).\(assurance) \(remedy(for: fault))\(raw(error))"
  }

  /// What happened, without what to do.
  ///
  /// - Parameter error: why no answer came.
  /// - Returns: sentences, and in parentheses at their end what the library says.
  public static func what(_ error: TransportError) -> String {
    error.fault.map { "\(plain($0)).\(raw(error))" } ?? general(error)
  }

  /// What to set or to ask for.
  ///
  /// - Parameter fault: what was at fault.
  /// - Returns: one sentence.
  public static func remedy(for fault: TransportFault) -> String {
    switch fault {
    case .selfSigned:
      "If it is your own server, name its certificate with ca-file in the profile, or "
        + "CASEWORKBENCH_CA_FILE."
    case .unknownAuthority:
      "If it is your organisation's, or of a proxy that looks into TLS, name its file with "
        + "ca-file in the profile, or CASEWORKBENCH_CA_FILE."
    case .expired, .notYetValid:
      "Check this machine's clock; if it is right, the server's operator must renew it."
    case .otherName:
      "Check how the url is spelt; if it is right, another server answers there."
    case .weakCertificate: "The server's operator must renew it."
    case .authoritiesUnreadable:
      "It must hold PEM certificates: check ca-file in the profile, or CASEWORKBENCH_CA_FILE."
    case .certificateWanted:
      "Name one with client-cert in the profile, or CASEWORKBENCH_CLIENT_CERT."
    case .certificateRefused:
      "Check that it is in force and signed by whom the server wants: client-cert in the profile, "
        + "or CASEWORKBENCH_CLIENT_CERT."
    case .certificateUnusable:
      "Both must be PEM, the key without a password: check client-cert and client-key in the "
        + "profile, or CASEWORKBENCH_CLIENT_CERT and CASEWORKBENCH_CLIENT_KEY."
    case .handshakeFailed:
      "If the server wants a client certificate, name one with client-cert in the profile, or "
        + "CASEWORKBENCH_CLIENT_CERT; else its TLS may be too old, or something on the way breaks it."
    case .outdatedTLS: "The server's operator must allow TLS 1.2 or newer."
    case .notEncrypted: "Check the port, or whether the url begins with http://."
    case .proxyUnknown, .proxyUnreachable:
      "Check proxy in the profile, or https_proxy and its like, and the network or VPN."
    case .proxyUntrusted:
      "Name its authority, beside the server's, in the file of ca-file in the profile, or of "
        + "CASEWORKBENCH_CA_FILE."
    case .proxyRefusesName:
      "Check NAME and PASSWORD in the proxy's address: proxy in the profile, or https_proxy and its "
        + "like; signs in them are written as %40 and the like."
    case .proxyWantsName:
      "Set http://NAME:PASSWORD@HOST:PORT as proxy in the profile, or as https_proxy and its like."
    case .proxyRefuses:
      "Ask who runs the proxy; if the server can be reached without it, name it in no_proxy."
    case .proxyFails: "Ask who runs the proxy, or check how the url is spelt."
    }
  }

  private static func plain(_ fault: TransportFault) -> String {
    switch fault {
    case .selfSigned: "The server's certificate is signed by itself alone, so it is not trusted"
    case .unknownAuthority: "The server's certificate is signed by an authority not trusted here"
    case .expired: "The server's certificate has expired"
    case .notYetValid: "The server's certificate is not valid yet"
    case .otherName: "The server's certificate is for another name"
    case .weakCertificate: "The server's certificate is too weak to be trusted"
    case .authoritiesUnreadable: "The file of the trusted authorities cannot be read"
    case .certificateWanted: "The server wants a client certificate"
    case .certificateRefused: "The server does not take the client certificate"
    case .certificateUnusable: "The client certificate or its key cannot be used"
    case .handshakeFailed: "The TLS handshake with the server failed"
    case .outdatedTLS: "The server's TLS is too old to be safe"
    case .notEncrypted: "What answers there does not speak TLS"
    case .proxyUnknown: "The name of the proxy is not known"
    case .proxyUnreachable: "The proxy cannot be reached"
    case .proxyUntrusted: "The proxy's certificate is not trusted"
    case .proxyWantsName: "The proxy wants a user name and password"
    case .proxyRefusesName: "The proxy does not take the user name and password"
    case .proxyRefuses: "The proxy does not let this through"
    case .proxyFails: "The proxy cannot reach the server"
    }
  }

  private static func raw(_ error: TransportError) -> String {
    error.detail.isEmpty ? "" : " (\(error.detail))"
  }

  /// What the kind of an error says, where nothing more is known.
  private static func general(_ error: TransportError) -> String {
    let cause = error.detail.isEmpty ? "" : ": \(error.detail)"
    return switch error.kind {
    case .cancelled: "It was cancelled."
    case .unknownHost: "The name of the server is not known\(cause)."
    case .notConnected: "The server cannot be reached\(cause)."
    case .untrusted: "The server's certificate is not trusted\(cause). Nothing was sent."
    case .unidentified: "The client's certificate is missing or cannot be used\(cause)."
    case .timedOut: "The server took too long\(cause)."
    case .interrupted: "The connection ended before the answer was whole\(cause)."
    case .tooLarge: "The answer is larger than allowed\(cause)."
    case .notTaken: "The file could not be taken\(cause)."
    case .malformed: "The answer is no HTTP\(cause)."
    case .unavailable: "This machine cannot make the request\(cause)."
    }
  }
}
