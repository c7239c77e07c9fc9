import CasesAPI
import CasesHTTP
import Workbench

/// What lies between this machine and the list of cases, one step after the other.
struct ServerChecks {
  private static let titles = ["name", "connection", "proxy", "TLS", "token", "list"]

  /// The server and who asks it.
  let probe: ServerProbe

  /// Goes through the steps; those after one that fails are not tried.
  ///
  /// - Returns: one check a step, always the same ones in the same order.
  func run() -> [Check] {
    var checks: [Check] = []
    let way = probe.proxy.map { Self.endpoint($0.name) } ?? server
    let through = probe.proxy.map { "the proxy \($0.name)" } ?? "the server"
    let steps: [() -> Check.Finding] = [
      { name(way.host, through) }, { connection(way, through) }, { proxy }, { tls },
    ]
    for step in steps where !checks.contains(where: \.isBad) {
      checks.append(Check(Self.titles[checks.count], step()))
    }
    if !checks.contains(where: \.isBad) { checks += tokenAndList() }
    return checks
      + Self.titles.dropFirst(checks.count).map {
        Check($0, .passedOver("not tried after what fails above"))
      }
  }

  private var server: (host: String, port: Int) {
    (probe.address.host, probe.address.port ?? (probe.address.isEncrypted ? 443 : 80))
  }

  private func name(_ host: String, _ through: String) -> Check.Finding {
    switch Reach.addresses(of: host) {
    case .success(let found): .good("\(host) is \(found.prefix(3).joined(separator: ", "))")
    case .failure(let error):
      .bad(
        "\(host): \(error.text)",
        advice: "Check how \(through) is spelt, and the network or VPN.")
    }
  }

  private func connection(
    _ way: (host: String, port: Int), _ through: String
  ) -> Check.Finding {
    switch Reach.connect(to: way.host, port: way.port) {
    case .success: .good("\(way.host) listens on port \(way.port)")
    case .failure(let error):
      .bad(
        "\(way.host), port \(way.port): \(error.text)",
        advice: "Check that \(through) runs, and what a firewall or VPN lets through.")
    }
  }

  private var proxy: Check.Finding {
    probe.proxy.map { .good("everything goes through \($0.name)") }
      ?? .good("none: the way is direct")
  }

  private var tls: Check.Finding {
    let probe = probe
    let outcome = try? Blocking.value { await probe.answer() }
    switch outcome {
    case .success(let status)?:
      return .good(
        probe.address.isEncrypted
          ? "the certificate is trusted; status \(status) without a token"
          : "not encrypted (http://); status \(status) without a token")
    // How OpenSSL tells that what came is no TLS.
    case .failure(let error)? where error.detail.contains("wrong version number"):
      let (host, port) = server
      return .bad(
        "\(host), port \(port), answers without TLS",
        advice: "Check the port, or whether the url begins with http://.")
    case .failure(let error)?:
      return .bad(
        error.detail,
        advice: TrustAdvice.settings.text(for: error)
          ?? "Something on the way answers, but not as a server of the Cases API does.")
    case nil: return .bad("no descriptor is left", advice: "Close other programs.")
    }
  }

  private func tokenAndList() -> [Check] {
    let probe = probe
    let isReady = if case .token = probe.credentials { true } else { false }
    let token: Check.Finding =
      isReady ? .passedOver("a ready token is used") : .good("the API client gets one")
    switch try? Blocking.value(of: { await probe.list() }) {
    case .success(let count)?:
      return [Check("token", token), Check("list", .good("\(count) cases"))]
    case .failure(let error)?:
      let bad = Check.Finding.bad(Wording.text(error), advice: advice(for: error))
      if error.operation == .signIn { return [Check("token", bad)] }
      return [Check("token", token), Check("list", bad)]
    case nil:
      return [Check("token", .bad("no descriptor is left", advice: "Close other programs."))]
    }
  }

  private func advice(for error: CasesError) -> String {
    if error.isUnauthorized, case .token = probe.credentials {
      return "The token is refused or has run out; get a new one."
    }
    if error.isUnauthorized {
      return "Check the client id and the secret; 'caseworkbench login' asks for them anew."
    }
    let path = probe.address.basePath
    if case .notFound = error, !path.isEmpty {
      return "Leave \(path) off the url: what the API adds to it begins with /v1."
    }
    return "The server's operator can see more in its log."
  }

  /// The host and port of a proxy (curl(1), --proxy: 1080 where none is given).
  private static func endpoint(_ proxy: String) -> (host: String, port: Int) {
    let start = proxy.firstRange(of: "://")?.upperBound ?? proxy.startIndex
    let authority = proxy[start...].prefix { $0 != "/" }
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]"),
      let port = Int(authority[authority.index(after: colon)...])
    {
      return (String(authority[..<colon]), port)
    }
    return (String(authority), 1_080)
  }
}

extension CasesError {
  /// Whether the credentials are at fault.
  fileprivate var isUnauthorized: Bool { if case .unauthorized = self { true } else { false } }
}
