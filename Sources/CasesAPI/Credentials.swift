/// What proves to the server who asks (Cases API contract, § 3).
public enum Credentials: Hashable, Sendable {
  /// An API client; tokens are fetched and renewed with it.
  case apiClient(id: String, secret: String)
  /// A ready token, used until the server refuses it.
  case token(String)
}
