/// One cell of the screen: a base character, its combining marks and a style.
///
/// A wide character takes two cells; the right one is a continuation and holds nothing.
public struct Cell: Hashable, Sendable {
  /// The base character; 0 for a continuation.
  public var scalar: UInt32
  /// Where the marks stand in the grid's table of marks; 0 for none.
  public var marks: UInt16
  /// Columns that the character takes: 1 or 2, or 0 for a continuation.
  public var width: UInt8
  /// How the cell looks.
  public var style: Style

  /// Makes a cell.
  ///
  /// - Parameters:
  ///   - scalar: the base character.
  ///   - marks: where its marks stand in the grid's table; 0 for none.
  ///   - width: columns, 0 to 2.
  ///   - style: how the cell looks.
  public init(scalar: UInt32, marks: UInt16 = 0, width: UInt8 = 1, style: Style) {
    self.scalar = scalar
    self.marks = marks
    self.width = width
    self.style = style
  }

  /// An empty cell of a style.
  ///
  /// - Parameter style: how the cell looks.
  /// - Returns: a blank.
  public static func blank(_ style: Style) -> Cell { Cell(scalar: 32, style: style) }
}
