/// A block of Markdown that holds no other blocks.
///
/// Quotes and lists are prefixes of their blocks rather than values around them: text of others can
/// nest them ten thousand deep, which no recursion over values would survive.
public struct MarkdownBlock: Hashable, Sendable {
  /// What the block holds.
  public enum Content: Hashable, Sendable {
    /// Text that flows, with a line break wherever the author set one.
    case flow([MarkdownRun])
    /// A table.
    case table(MarkdownTable)
    /// A line across.
    case rule
  }

  /// What stands before its lines, the outermost first.
  public internal(set) var prefixes: [MarkdownPrefix]
  /// What it holds.
  public internal(set) var content: Content
  /// The first and the last of its lines in the source, counted from 1; empty where it has none.
  public internal(set) var lines: Range<Int>

  /// Makes a block.
  ///
  /// - Parameters:
  ///   - content: what it holds.
  ///   - prefixes: what stands before its lines.
  ///   - lines: its lines in the source, counted from 1.
  public init(_ content: Content, prefixes: [MarkdownPrefix] = [], lines: Range<Int>) {
    self.content = content
    self.prefixes = prefixes
    self.lines = lines
  }
}
