/// One term of a query line, with its place.
struct QueryTerm: Equatable, Sendable {
  /// The word before the colon, with the hyphens that stand first; nil for a bare word.
  let key: String?
  /// The value, without its quotes.
  let value: String
  /// The characters of the whole term.
  let range: Range<Int>
  /// The characters of the value, quotes included.
  let valueRange: Range<Int>
  /// Whether it looks as if something were to be left out: a word with a hyphen before it that is
  /// not in quotes.
  let isLeftOut: Bool

  /// Splits a line into its terms; blanks stand between them, except in quotes.
  ///
  /// - Parameter line: what was typed.
  /// - Returns: the terms in order.
  static func terms(of line: String) -> [QueryTerm] {
    let characters = Array(line)
    var terms: [QueryTerm] = []
    var index = 0
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
        continue
      }
      let start = index
      var key: String?
      var value = ""
      var valueStart = index
      var isQuoted = false
      while index < characters.count, isQuoted || !characters[index].isWhitespace {
        let character = characters[index]
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ":", !isQuoted, key == nil, isWord(value),
          !isAddress(characters[(index + 1)...])
        {
          key = value.lowercased()
          value = ""
          valueStart = index + 1
        } else {
          value.append(character)
        }
        index += 1
      }
      terms.append(
        QueryTerm(
          key: key, value: value, range: start..<index, valueRange: valueStart..<index,
          isLeftOut: key == nil && isLeftOut(characters[start..<index])))
    }
    return terms
  }

  /// What follows the colon of a pasted address, or of a path with a drive.
  private static func isAddress(_ rest: ArraySlice<Character>) -> Bool {
    rest.starts(with: "//") || rest.first == "\\"
  }

  private static func isLeftOut(_ word: ArraySlice<Character>) -> Bool {
    guard word.first == "-", let first = word.first(where: { $0 != "-" }) else { return false }
    return first.isLetter || first.isNumber || first == "\""
  }

  /// Only letters stand before a colon, a hyphen at most before them; a time or an address is no
  /// key.
  private static func isWord(_ text: String) -> Bool {
    let letters = text.drop { $0 == "-" }
    return !letters.isEmpty && letters.allSatisfy { $0.isASCII && $0.isLetter }
  }
}
