/// A text that is to be saved as a file.
public struct TextFileOrder: Hashable, Codable, Sendable {
  /// What it holds.
  public let text: String
  /// Where to, as typed.
  public let path: String
  /// Whether a file that is there may be replaced.
  public let replacing: Bool

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - text: what it holds.
  ///   - path: where to, as typed.
  ///   - replacing: whether a file that is there may be replaced.
  public init(_ text: String, path: String, replacing: Bool) {
    self.text = text
    self.path = path
    self.replacing = replacing
  }
}
