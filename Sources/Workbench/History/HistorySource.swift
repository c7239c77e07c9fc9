public import CasesAPI

/// Where a history comes from.
public enum HistorySource: Hashable, Codable, Sendable {
  /// The server keeps it.
  case server
  /// It is what was seen from this machine, since the server could not tell more.
  case seen(CasesError)

  /// Whether the server knows no histories, or not this one, rather than not being there.
  public var isWithoutHistory: Bool {
    switch self {
    case .server: false
    case .seen(.notFound): true
    case .seen(.refused(_, let status, _)), .seen(.unreadable(_, let status, _)):
      [404, 405, 501].contains(status)
    case .seen: false
    }
  }
}
