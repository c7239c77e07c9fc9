/// A key and what it does, for the bottom line.
public struct KeyHint: Hashable, Sendable {
  /// The key as people read it.
  public let key: String
  /// One or two words.
  public let label: String

  /// Makes a hint.
  ///
  /// - Parameters:
  ///   - key: the key as people read it.
  ///   - label: one or two words.
  public init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }
}
