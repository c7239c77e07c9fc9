/// Cuts texts into pieces that joined give the text again, byte for byte.
///
/// Cuts are between characters as people see them, so no accent is parted from its letter.
enum TextPieces {
  /// The pieces of a text.
  static func pieces(of text: some StringProtocol, by unit: DifferenceUnit) -> [Substring] {
    let text = Substring(text)
    return switch unit {
    case .word: words(of: text)
    case .line: lines(of: text)
    case .paragraph: paragraphs(of: text)
    }
  }

  private static func lines(of text: Substring) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let isEnd = isLineEnd(text[index])
      index = text.index(after: index)
      if isEnd {
        lines.append(text[start..<index])
        start = index
      }
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  /// Paragraphs and separators take turns: a separator is the line end after a paragraph with the
  /// blank lines that follow, so that a paragraph is the same piece wherever it stands.
  private static func paragraphs(of text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    // Where the separator begins that may be open, when only blanks have come since.
    var separator: Substring.Index?
    for line in lines(of: text) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank {
        // The line end of the paragraph before belongs to the separator.
        if separator == nil {
          separator = start < line.startIndex ? lastEnd(in: text, before: line.startIndex) : start
        }
      } else if let begin = separator {
        if start < begin { pieces.append(text[start..<begin]) }
        pieces.append(text[begin..<line.startIndex])
        start = line.startIndex
        separator = nil
      }
    }
    let end = text.endIndex
    var last = separator ?? end
    if separator == nil, start < end, let tail = text.last, isLineEnd(tail) {
      last = text.index(before: end)
    }
    if start < last { pieces.append(text[start..<last]) }
    if last < end { pieces.append(text[last..<end]) }
    return pieces
  }

  private static func lastEnd(in text: Substring, before index: Substring.Index) -> Substring.Index
  {
    let previous = text.index(before: index)
    return isLineEnd(text[previous]) ? previous : index
  }

  /// Runs of letters and digits, runs of blanks, and everything else one by one.
  private static func words(of text: Substring) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var kind = WordKind.single
    var index = start
    while index < text.endIndex {
      let next = WordKind(text[index])
      if start < index, next == .single || next != kind {
        words.append(text[start..<index])
        start = index
      }
      kind = next
      index = text.index(after: index)
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  private enum WordKind {
    case word, blank, single

    init(_ character: Character) {
      // Line ends stay alone, so that a word run never reaches over one unseen.
      if character.isNewline {
        self = .single
      } else if character.isWhitespace {
        self = .blank
      } else if character == "_" || character.isLetter || character.isNumber {
        // Scripts that set no spaces are compared character by character.
        let first = character.unicodeScalars.first
        let isUnspaced =
          first.map { $0.properties.isIdeographic || (0x3040...0x30FF).contains($0.value) } ?? false
        self = isUnspaced ? .single : .word
      } else {
        self = .single
      }
    }
  }
}
