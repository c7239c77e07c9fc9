/// One line of news for the status row.
public struct Notice: Hashable, Codable, Sendable {
  /// What kind of news it is.
  public enum Kind: String, Hashable, Codable, Sendable {
    /// Something to know.
    case info
    /// Something is done.
    case done
    /// Something wants attention.
    case attention
    /// Something did not work; stays until the user goes on.
    case error
  }

  /// What kind of news it is.
  public let kind: Kind
  /// What happened, what was kept, what to do next.
  public let text: String

  /// Makes a notice.
  ///
  /// - Parameters:
  ///   - kind: what kind of news it is.
  ///   - text: what happened, what was kept, what to do next.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
