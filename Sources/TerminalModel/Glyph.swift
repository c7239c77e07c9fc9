/// What one cell, or two for a wide character, can show.
public struct Glyph: Hashable, Sendable {
  /// The base character.
  public let scalar: Unicode.Scalar
  /// Its combining marks, at most four.
  public let marks: [Unicode.Scalar]
  /// Columns, 1 or 2.
  public let width: Int

  /// Makes a glyph.
  ///
  /// - Parameters:
  ///   - scalar: the base character.
  ///   - marks: its combining marks.
  ///   - width: columns, 1 or 2.
  public init(scalar: Unicode.Scalar, marks: [Unicode.Scalar], width: Int) {
    self.scalar = scalar
    self.marks = marks
    self.width = width
  }
}
