/// Turns text into what cells can show.
///
/// Terminals disagree on the width of joined emoji, flags and variation selectors; a screen that
/// trusts one of them gets out of step with the others. So only what all of them agree on becomes
/// a glyph, and everything else is shown in a plainer form or as a visible mark.
public enum CellText {
  /// Stands for a character that must not reach a terminal, or of which none knows the width.
  public static let mark: Unicode.Scalar = "·"

  /// The most combining marks that a cell can hold.
  public static let marksPerCell = 4

  /// The glyphs of a text, in their order; each character of the text gives at least one.
  ///
  /// - Parameter text: any text.
  /// - Returns: glyphs whose widths every terminal agrees on.
  public static func glyphs(of text: some StringProtocol) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    for character in text { append(character, to: &glyphs) }
    return glyphs
  }

  /// The glyphs of one character, one at the least.
  ///
  /// - Parameter character: any character.
  /// - Returns: glyphs whose widths every terminal agrees on.
  public static func glyphs(of character: Character) -> [Glyph] {
    var glyphs: [Glyph] = []
    append(character, to: &glyphs)
    return glyphs
  }

  /// The columns that a text takes.
  ///
  /// - Parameter text: any text.
  /// - Returns: the sum of the widths of its glyphs.
  @inlinable public static func width(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The columns that a character takes, 1 at the least.
  ///
  /// - Parameter character: any character.
  /// - Returns: the sum of the widths of its glyphs.
  public static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    if let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      return CellWidth(scalar) == .wide ? 2 : 1
    }
    return glyphs(of: character).reduce(0) { $0 + $1.width }
  }

  /// The longest beginning of a text that fits a width; no character is cut in half.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - width: the columns there are, 0 or more.
  /// - Returns: the beginning, which may be all of the text or nothing.
  public static func prefix<Text: StringProtocol>(
    of text: Text, width: Int
  ) -> Text.SubSequence {
    var left = width
    var index = text.startIndex
    while index < text.endIndex {
      left -= self.width(of: text[index])
      if left < 0 { break }
      index = text.index(after: index)
    }
    return text[..<index]
  }

  /// Appends the glyphs of a character by the rule that the type describes.
  static func append(_ character: Character, to glyphs: inout [Glyph]) {
    let scalars = character.unicodeScalars
    guard let base = scalars.first else { return }
    let width = CellWidth(base)
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      glyphs.append(plain(base, width))
      return
    }
    if character == "\r\n" {
      glyphs.append(plain(mark, .narrow))
      return
    }
    let rest = Array(scalars.dropFirst())
    if width == .narrow || width == .wide {
      if rest.count <= marksPerCell, rest.allSatisfy({ CellWidth($0) == .mark }) {
        glyphs.append(Glyph(scalar: base, marks: rest, width: width == .wide ? 2 : 1))
        return
      }
      if isPicture(base, rest) {
        glyphs.append(plain(base, width))
        return
      }
    }
    if let syllable = hangulSyllable(base, rest) {
      glyphs.append(plain(syllable, .wide))
      return
    }
    appendSingly(base, rest, to: &glyphs)
  }

  /// Takes the scalars one by one; marks stay with their base, letters of flags become ASCII.
  private static func appendSingly(
    _ base: Unicode.Scalar, _ rest: [Unicode.Scalar], to glyphs: inout [Glyph]
  ) {
    let first = glyphs.count
    for scalar in [base] + rest {
      let width = CellWidth(scalar)
      if let letter = flagLetter(scalar) {
        glyphs.append(plain(letter, .narrow))
      } else if width == .mark, glyphs.count > first, let last = glyphs.last,
        last.scalar != mark, last.marks.count < marksPerCell
      {
        glyphs[glyphs.count - 1] = Glyph(
          scalar: last.scalar, marks: last.marks + [scalar], width: last.width)
      } else if width == .narrow || width == .wide {
        glyphs.append(plain(scalar, width))
      } else if glyphs.count == first || glyphs.last?.scalar != mark {
        // One mark stands for a whole run of what cannot be shown in one character.
        glyphs.append(plain(mark, .narrow))
      }
    }
  }

  private static func plain(_ scalar: Unicode.Scalar, _ width: CellWidth) -> Glyph {
    switch width {
    case .narrow: Glyph(scalar: scalar, marks: [], width: 1)
    case .wide: Glyph(scalar: scalar, marks: [], width: 2)
    case .mark, .hidden: Glyph(scalar: mark, marks: [], width: 1)
    }
  }

  /// Whether a character is a joined, coloured or selected picture, or a keycap, of which the base
  /// alone says enough.
  private static func isPicture(_ base: Unicode.Scalar, _ rest: [Unicode.Scalar]) -> Bool {
    guard base.properties.isEmoji else { return false }
    return rest.allSatisfy { scalar in
      switch scalar.value {
      case 0x200D, 0xFE0E, 0xFE0F, 0x20E3: true
      default:
        base.value > 0x7F && scalar.value > 0x7F && scalar.properties.isEmoji
          && flagLetter(scalar) == nil
      }
    }
  }

  /// The ASCII letter that a regional indicator stands for.
  private static func flagLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
  }

  /// The syllable that conjoining letters make (The Unicode Standard, section 3.12), as names of
  /// files from macOS have them.
  private static func hangulSyllable(
    _ base: Unicode.Scalar, _ rest: [Unicode.Scalar]
  ) -> Unicode.Scalar? {
    guard (0x1100..<0x1113).contains(base.value), rest.count <= 2,
      let vowel = rest.first, (0x1161..<0x1176).contains(vowel.value)
    else { return nil }
    var value = 0xAC00 + ((base.value - 0x1100) * 21 + vowel.value - 0x1161) * 28
    if rest.count == 2 {
      guard (0x11A8..<0x11C3).contains(rest[1].value) else { return nil }
      value += rest[1].value - 0x11A7
    }
    return Unicode.Scalar(value)
  }
}
