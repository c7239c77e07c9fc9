/// A table of Markdown; the first row is its head.
public struct MarkdownTable: Hashable, Sendable {
  /// Where the text of a column stands.
  public enum Alignment: Hashable, Sendable {
    /// At the left edge, at the right edge, or in the middle.
    case left, right, centre
  }

  /// One alignment a column.
  public let alignments: [Alignment]
  /// The rows, each with the runs of its cells.
  public internal(set) var rows: [[[MarkdownRun]]] = []

  /// Makes an empty table.
  ///
  /// - Parameter alignments: one a column.
  public init(alignments: [Alignment]) { self.alignments = alignments }
}
