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
    let reaching: [() -> Check.Finding] = [
      { name(way.host, through) }, { connection(way, through) },
    ]
    for step in reaching where !checks.contains(where: \.isBad) {
      checks.append(Check(Self.titles[checks.count], step()))
    }
    if !checks.contains(where: \.isBad) {
      let probe = probe
      let outcome = try? Blocking.value { await probe.answer() }
      checks.append(Check("proxy", proxy(outcome)))
      if !checks.contains(where: \.isBad) { checks.append(Check("TLS", tls(outcome))) }
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

  private func proxy(_ outcome: Result<Int, TransportError>?) -> Check.Finding {
    guard let proxy = probe.proxy else { return .good("none: the way is direct") }
    if case .failure(let error)? = outcome, let fault = error.fault, fault.isOfProxy {
      return .bad(Wording.what(error), advice: Wording.remedy(for: fault))
    }
    return .good("everything goes through \(proxy.name)")
  }

  private func tls(_ outcome: Result<Int, TransportError>?) -> Check.Finding {
    switch outcome {
    case .success(let status)?:
      .good(
        probe.address.isEncrypted
          ? "the certificate is trusted; status \(status) without a token"
          : "not encrypted (http://); status \(status) without a token")
    case .failure(let error)?:
      .bad(
        Wording.what(error),
        advice: error.fault.map(Wording.remedy)
          ?? "Something on the way answers, but not as a server of the Cases API does.")
    case nil: .bad("no descriptor is left", advice: "Close other programs.")
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
    if error.isOfSomethingBetween {
      return
        "A proxy, a firewall, or a page to sign in to the network may stand in between; or the "
        + "url leads to another server."
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
