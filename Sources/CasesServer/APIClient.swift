public import CaseWire

/// A new API client with its secret, which is shown this once and never again.
public struct APIClient: Hashable, Encodable, Sendable {
  /// The identifier of the user as whom the client acts.
  public let userUid: UserUID
  /// The name of that user.
  public let username: String
  /// The identifier of the client.
  public let clientId: String
  /// The secret of the client; only its hash is kept.
  public let clientSecret: String
}
