import CasesHTTP

/// Why the settings of the environment do not make a whole; no case holds a value of theirs.
enum ConfigurationError: Error, Hashable, Sendable {
  /// The server is named, credentials are not.
  case noCredentials(namedBy: String)
  /// One half of an API client is set, the other is not.
  case missing(String, besides: String)
  /// Credentials are set, the server is not.
  case noServer(String, besides: String)
  /// An API client and a ready token are set.
  case twoCredentials
  /// The address is not one that can be worked on.
  case badAddress(String, ServerAddressError)

  /// The error in one line.
  var text: String {
    switch self {
    case .noCredentials("INCYDR_URL"):
      "INCYDR_URL is set, but INCYDR_API_CLIENT_ID and INCYDR_API_CLIENT_SECRET are not"
    case .noCredentials(let name):
      "\(name) is set, but no credentials: set CASEWORKBENCH_CLIENT_ID and "
        + "CASEWORKBENCH_CLIENT_SECRET, or CASEWORKBENCH_TOKEN"
    case .missing(let name, let other):
      "\(name) is not set, though \(other) is"
    case .noServer(let name, let other):
      "\(name) is not set, though \(other) is; "
        + "unset \(other) to work on the personal server"
    case .twoCredentials:
      "CASEWORKBENCH_TOKEN and CASEWORKBENCH_CLIENT_ID are both set; unset one of them"
    case .badAddress(let name, let error):
      Self.text(name, error)
    }
  }

  private static func text(_ name: String, _ error: ServerAddressError) -> String {
    switch error {
    case .empty: "\(name) is empty"
    case .unknownScheme: "\(name) must begin with https:// or http://"
    case .hasCredentials:
      "\(name) must not hold a user name or password; credentials have variables of their own"
    case .noHost: "\(name) names no host"
    case .invalidCharacter: "\(name) holds a character that no address has"
    case .invalidPort: "\(name) must have a port from 1 to 65535, or none"
    case .hasQuery: "\(name) must end before any ? or #"
    case .unencrypted(let host):
      "\(name) leads to \(host) unencrypted, so others could read the secret on its way; "
        + "use https://, or allow it with \(OptionName.plainHTTP.typed)"
    }
  }
}
