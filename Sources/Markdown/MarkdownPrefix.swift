/// What stands before the lines of a block for one quote or list item around it.
public struct MarkdownPrefix: Hashable, Sendable {
  /// Before its first line, such as a bullet.
  public var first: String
  /// Before all further lines, of the same width.
  public let rest: String

  /// Makes a prefix.
  ///
  /// - Parameters:
  ///   - first: before the first line.
  ///   - rest: before further lines, of the same width.
  public init(first: String, rest: String) {
    self.first = first
    self.rest = rest
  }
}
