/// What proves to the server who asks (Cases API contract, § 3).
public enum Credentials: Hashable, Sendable {
  /// An API client; tokens are fetched and renewed with it.
  case apiClient(id: String, secret: String)
  /// A ready token, used until the server refuses it.
  case token(String)
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Who asks, without what proves it, so that no log or report can hold a secret.
  public var description: String {
    switch self {
    case .apiClient(let id, _): "API client \(id)"
    case .token: "ready token"
    }
  }

  /// The same without the secret.
  public var debugDescription: String { description }

  /// Nothing but the description.
  public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .enum) }
}
