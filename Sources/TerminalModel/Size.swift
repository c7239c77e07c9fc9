/// A size in cells.
public struct Size: Hashable, Codable, Sendable {
  /// Columns, 0 or more.
  public var width: Int
  /// Rows, 0 or more.
  public var height: Int

  /// Makes a size; a negative side becomes 0.
  ///
  /// - Parameters:
  ///   - width: columns.
  ///   - height: rows.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}
