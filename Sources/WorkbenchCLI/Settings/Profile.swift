import CasesHTTP

/// A server and an API client under a name.
struct Profile: Hashable, Sendable {
  /// What it is called.
  let name: String
  /// Where the server is.
  let address: ServerAddress
  /// The id of the API client.
  let clientID: String
  /// Where the secret of the API client is kept.
  let secret: SecretSource
  /// Who is trusted, and what the client shows; nil for what the environment says.
  var trust: TransportTrust?
  /// The user name of who works there; nil for the one of the environment.
  var user: String?
  /// Through which proxy the server is reached; nil for the one of the environment.
  var proxy: Proxy?
  /// How long requests may take.
  var limits = TransportLimits()
}
