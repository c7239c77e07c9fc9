/// Breaks text into lines that fit a width.
public enum Wrap {
  /// One line of a wrapped text.
  public struct Line: Hashable, Sendable {
    /// The characters of the text that the line holds, counted from the start of the text; the
    /// blanks at which it was broken belong to it, a line break does not.
    public var characters: Range<Int>
    /// What is shown of it: without the blanks at its end.
    public var text: String
    /// Whether the line ends where the text itself breaks or ends, not where it was wrapped.
    public var endsParagraph: Bool

    /// Makes a line.
    ///
    /// - Parameters:
    ///   - characters: the characters of the text that it holds.
    ///   - text: what is shown of it.
    ///   - endsParagraph: whether the text itself breaks or ends after it.
    public init(characters: Range<Int>, text: String, endsParagraph: Bool) {
      self.characters = characters
      self.text = text
      self.endsParagraph = endsParagraph
    }
  }

  /// Breaks a text at its own line breaks, then between words, then within a word that is too long.
  ///
  /// Blanks at the start of a paragraph stay, since they may be an indentation.
  ///
  /// - Parameters:
  ///   - text: any text; `\n`, `\r\n` and a lone `\r` break a line.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines, one at the least, without their breaks and the blanks at their ends.
  public static func lines(_ text: String, width: Int) -> [String] {
    positionedLines(text, width: width).map(\.text)
  }

  /// Breaks a text like `lines` and tells which characters each line holds.
  ///
  /// Every character of the text but the line breaks belongs to just one line.
  ///
  /// - Parameters:
  ///   - text: any text; `\n`, `\r\n` and a lone `\r` break a line.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines, one at the least.
  public static func positionedLines(_ text: String, width: Int) -> [Line] {
    var lines: [Line] = []
    var paragraph: [Character] = []
    var start = 0
    for character in text {
      if character == "\n" || character == "\r\n" || character == "\r" {
        wrap(paragraph, from: start, width: max(1, width), into: &lines)
        start += paragraph.count + 1
        paragraph.removeAll(keepingCapacity: true)
      } else {
        paragraph.append(character)
      }
    }
    wrap(paragraph, from: start, width: max(1, width), into: &lines)
    return lines
  }

  private static func wrap(
    _ characters: [Character], from offset: Int, width: Int, into lines: inout [Line]
  ) {
    func append(_ range: Range<Int>, endsParagraph: Bool) {
      var end = range.upperBound
      while end > range.lowerBound, isBlank(characters[end - 1]) { end -= 1 }
      lines.append(
        Line(
          characters: range.lowerBound + offset..<range.upperBound + offset,
          text: String(characters[range.lowerBound..<end]), endsParagraph: endsParagraph))
    }
    var start = 0
    var columns = 0
    /// Where the line may be broken best: after its last blank or beside a wide character.
    var opportunity = 0
    var hasWord = false
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let taken = CellText.width(of: character)
      if isBlank(character) {
        // Blanks never begin a new line: they hang over the edge of the old one.
        columns += taken
        index += 1
        if hasWord || columns >= width { opportunity = index }
        continue
      }
      if taken == 2, hasWord { opportunity = index }
      if columns + taken > width, index > start {
        let end = opportunity > start ? opportunity : index
        append(start..<end, endsParagraph: false)
        start = end
        opportunity = end
        hasWord = end < index
        columns = characters[end..<index].reduce(0) { $0 + CellText.width(of: $1) }
        continue
      }
      columns += taken
      hasWord = true
      index += 1
      if taken == 2 { opportunity = index }
    }
    append(start..<characters.count, endsParagraph: true)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\u{3000}"
  }
}
