/// A cell of the screen, counted from the upper left one, which is row 0, column 0.
public struct Position: Hashable, Codable, Sendable {
  /// Rows from the top.
  public var row: Int
  /// Columns from the left.
  public var column: Int

  /// Makes a position.
  ///
  /// - Parameters:
  ///   - row: rows from the top.
  ///   - column: columns from the left.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
