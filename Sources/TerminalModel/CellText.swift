/// Turns text into what cells can show.
public enum CellText {
  /// The glyphs of a text, in their order; each character of the text gives at least one.
  ///
  /// - Parameter text: any text.
  /// - Returns: glyphs whose widths every terminal agrees on.
  public static func glyphs(of text: some StringProtocol) -> [Glyph] {
    text.unicodeScalars.map { Glyph(scalar: $0.value < 32 ? "·" : $0, marks: [], width: 1) }
  }

  /// The columns that a text takes.
  ///
  /// - Parameter text: any text.
  /// - Returns: the sum of the widths of its glyphs.
  public static func width(of text: some StringProtocol) -> Int {
    glyphs(of: text).reduce(0) { $0 + $1.width }
  }
}
