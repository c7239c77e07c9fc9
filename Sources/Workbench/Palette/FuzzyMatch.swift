/// Finds texts by some of their letters in order.
enum FuzzyMatch {
  /// How well a text fits what was typed; the smaller, the better.
  ///
  /// Letters at the beginning of words and letters side by side count for it.
  ///
  /// - Parameters:
  ///   - typed: the letters in order, in capitals or not; blanks are passed over.
  ///   - text: the text.
  /// - Returns: nil where a letter is missing.
  static func score(_ typed: String, in text: String) -> Int? {
    let wanted = typed.lowercased().filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return 0 }
    let letters = Array(text.lowercased())
    // A word that stands there as typed beats any scattered letters.
    if let range = text.lowercased().firstRange(of: typed.lowercased().trimmed) {
      let start = text.lowercased().distance(from: text.startIndex, to: range.lowerBound)
      let isWordStart = start == 0 || !letters[start - 1].isLetter
      return (isWordStart ? 0 : 100) + min(start, 99)
    }
    var score = 1_000
    var index = 0
    var last = -1
    for letter in wanted {
      guard let found = letters[index...].firstIndex(of: letter) else { return nil }
      let isWordStart = found == 0 || !letters[found - 1].isLetter
      score += last >= 0 && found == last + 1 ? 0 : isWordStart ? 2 : 5 + min(found - last, 20)
      last = found
      index = found + 1
    }
    return score
  }
}
