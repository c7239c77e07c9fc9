public import Markdown

/// A text of the form as rendered Markdown, as it was at some moment of typing.
public struct RenderedText: Hashable, Codable, Sendable {
  /// Which order it answers.
  public let version: Int
  /// Its lines; nil where it is too large to be rendered.
  public let lines: [MarkdownLine]?

  /// Renders a text.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - width: the columns of a line, 1 or more.
  ///   - version: which order this answers.
  public init(_ text: String, width: Int, version: Int) {
    self.version = version
    lines = MarkdownText.blocks(text).map { MarkdownLayout.lines($0, width: width) }
  }

  /// The rows in which a line of the text stands, or what comes last before it.
  ///
  /// - Parameter source: a line of the text, counted from 1.
  /// - Returns: rows from the top; empty where nothing is shown.
  public func rows(of source: Int) -> Range<Int> {
    guard let lines, !lines.isEmpty else { return 0..<0 }
    // What is drawn of a text keeps its order, but for empty blocks without a line of their own.
    let last = lines.lastIndex { $0.source <= source } ?? 0
    let first = lines[...last].lastIndex { $0.source < lines[last].source } ?? -1
    return first + 1..<last + 1
  }
}
