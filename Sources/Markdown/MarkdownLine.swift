/// One line of rendered Markdown, broken to a width.
public struct MarkdownLine: Hashable, Codable, Sendable {
  /// What it shows, from left to right.
  public let runs: [MarkdownRun]
  /// The line of the source that it begins in, counted from 1.
  public let source: Int

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - runs: what it shows.
  ///   - source: the line of the source that it begins in, counted from 1.
  public init(_ runs: [MarkdownRun], source: Int) {
    self.runs = runs
    self.source = source
  }

  /// All its words.
  public var text: String { runs.map(\.text).joined() }
}
