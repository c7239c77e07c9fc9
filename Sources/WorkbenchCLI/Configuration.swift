import CasesAPI
import CasesHTTP

/// Which server the workbench works on, and as whom.
enum Configuration: Equatable, Sendable {
  /// The personal server inside the program.
  case personal
  /// A server somewhere.
  case remote(ServerAddress, Credentials)

  /// The names of the variables that belong together.
  private struct Names {
    let url: String
    let clientID: String
    let clientSecret: String
    let token: String?

    static let own = Names(
      url: "CASEWORKBENCH_URL", clientID: "CASEWORKBENCH_CLIENT_ID",
      clientSecret: "CASEWORKBENCH_CLIENT_SECRET", token: "CASEWORKBENCH_TOKEN")
    static let incydr = Names(
      url: "INCYDR_URL", clientID: "INCYDR_API_CLIENT_ID",
      clientSecret: "INCYDR_API_CLIENT_SECRET", token: nil)

    /// The name of the first variable that is set.
    func firstSet(in environment: Environment) -> String? {
      [url, clientID, clientSecret, token].compactMap(\.self).first { environment[$0] != nil }
    }
  }

  /// Whether any of the names is set.
  ///
  /// - Parameter environment: the variables.
  /// - Returns: true where one of either family is set.
  static func isSet(in environment: Environment) -> Bool {
    Names.own.firstSet(in: environment) != nil || Names.incydr.firstSet(in: environment) != nil
  }

  /// Reads the settings.
  ///
  /// The names of this program and those of incydr are two sets that never mix, so that a secret
  /// never goes to a server for which it was not set. Only `--url`, typed for this one run, goes
  /// with either.
  ///
  /// - Parameters:
  ///   - typed: the address given as `--url`, if any.
  ///   - allowsUnencrypted: whether `http://` may lead beyond this machine.
  ///   - environment: the variables.
  /// - Throws: `ConfigurationError` where the settings do not make a whole.
  init(
    url typed: String?, allowsUnencrypted: Bool = false, _ environment: Environment
  ) throws(ConfigurationError) {
    let own = Names.own.firstSet(in: environment)
    let incydr = Names.incydr.firstSet(in: environment)
    let names = own == nil && incydr != nil ? Names.incydr : Names.own
    if own == nil && incydr == nil && typed == nil {
      self = .personal
      return
    }
    let credentials = try Self.credentials(names, environment)
    guard let url = typed ?? environment[names.url] else {
      throw .noServer(names.url, besides: own ?? incydr ?? names.clientID)
    }
    let urlName = typed == nil ? names.url : OptionName.url.typed
    guard let credentials else { throw .noCredentials(namedBy: urlName) }
    do throws(ServerAddressError) {
      let address = try ServerAddress(url, allowsUnencrypted: allowsUnencrypted)
      self = .remote(address, credentials)
    } catch {
      throw .badAddress(urlName, error)
    }
  }

  private static func credentials(
    _ names: Names, _ environment: Environment
  ) throws(ConfigurationError) -> Credentials? {
    let token = names.token.flatMap { environment[$0] }
    switch (environment[names.clientID], environment[names.clientSecret]) {
    case (let id?, let secret?):
      if token != nil { throw .twoCredentials }
      return .apiClient(id: id, secret: secret)
    case (_?, nil): throw .missing(names.clientSecret, besides: names.clientID)
    case (nil, _?): throw .missing(names.clientID, besides: names.clientSecret)
    case (nil, nil): return token.map(Credentials.token)
    }
  }
}
