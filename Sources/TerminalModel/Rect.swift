/// A rectangle of cells; it may be empty, and then nothing is drawn in it.
public struct Rect: Hashable, Sendable {
  /// The uppermost row.
  public var row: Int
  /// The leftmost column.
  public var column: Int
  /// Columns, 0 or more.
  public var width: Int
  /// Rows, 0 or more.
  public var height: Int

  /// Makes a rectangle; a negative side becomes 0.
  ///
  /// - Parameters:
  ///   - row: the uppermost row.
  ///   - column: the leftmost column.
  ///   - width: columns.
  ///   - height: rows.
  public init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Makes the rectangle that a screen of a size is.
  ///
  /// - Parameter size: the size of the screen.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, width: size.width, height: size.height)
  }

  /// The row below the lowest one.
  public var endRow: Int { row + height }
  /// The column right of the rightmost one.
  public var endColumn: Int { column + width }

  /// The part of the rectangle that is left when its edges move inwards.
  ///
  /// - Parameters:
  ///   - top: rows taken off above.
  ///   - left: columns taken off on the left.
  ///   - bottom: rows taken off below.
  ///   - right: columns taken off on the right.
  /// - Returns: what is left, empty at the least.
  public func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Rect {
    Rect(
      row: row + top, column: column + left, width: width - left - right,
      height: height - top - bottom)
  }

  /// A rectangle in the middle of this one.
  ///
  /// - Parameters:
  ///   - width: the columns wanted; fewer where there are not so many.
  ///   - height: the rows wanted; fewer where there are not so many.
  /// - Returns: the middle.
  public func centred(width: Int, height: Int) -> Rect {
    let width = min(width, self.width)
    let height = min(height, self.height)
    return Rect(
      row: row + (self.height - height) / 2, column: column + (self.width - width) / 2,
      width: width, height: height)
  }
}
