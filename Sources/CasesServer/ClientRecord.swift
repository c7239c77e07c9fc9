public import CaseWire

/// An API client as a store keeps it: with a hash of its secret, never the secret.
public struct ClientRecord: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The hash of the secret.
  public let secretHash: [UInt8]
  /// The user as whom the client acts.
  public let user: User

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - id: the identifier.
  ///   - secretHash: the hash of the secret.
  ///   - user: the user as whom the client acts.
  public init(id: String, secretHash: [UInt8], user: User) {
    self.id = id
    self.secretHash = secretHash
    self.user = user
  }
}
