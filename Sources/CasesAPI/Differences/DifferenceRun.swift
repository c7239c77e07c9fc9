/// A stretch of text that two texts share, or that only one of them has.
public struct DifferenceRun: Hashable, Codable, Sendable {
  /// Which of the two texts has a run.
  public enum Kind: String, Hashable, Codable, Sendable {
    /// Both texts have it.
    case kept
    /// Only the older text has it.
    case removed
    /// Only the newer text has it.
    case added
  }

  /// Which of the two texts has it.
  public let kind: Kind
  /// The text; never empty.
  public let text: String

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - kind: which of the two texts has it.
  ///   - text: the text.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
