/// A piece of text of one look.
public struct MarkdownRun: Hashable, Codable, Sendable {
  /// The words; they may hold any character, so that they must pass the filter of the screen.
  public var text: String
  /// What they are.
  public let look: MarkdownLook

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - look: what they are.
  public init(_ text: String, _ look: MarkdownLook = []) {
    self.text = text
    self.look = look
  }
}
