/// A text in which both sides of a dispute stand, parted by lines that say whose they are.
enum MergedText {
  private static let first = "<<<<<<< theirs, written by "
  private static let middle = "======= mine"
  private static let last = ">>>>>>> both end here"

  /// Writes both texts, theirs first.
  ///
  /// - Parameters:
  ///   - theirs: the text as somebody else left it.
  ///   - mine: the text as the user left it.
  ///   - who: the name of somebody else.
  /// - Returns: both texts whole; each line that parts them stands for itself.
  static func text(theirs: String, mine: String, by who: String) -> String {
    func lines(_ text: String) -> String {
      text.isEmpty || text.last.map(isLineEnd) == true ? text : text + "\n"
    }
    return first + who + "\n" + lines(theirs) + middle + "\n" + lines(mine) + last + "\n"
  }

  /// Whether a text still has a line that parts both sides of a dispute.
  ///
  /// - Parameter text: any text.
  /// - Returns: true where nobody has decided yet.
  static func isUndecided(_ text: String) -> Bool {
    text.split(whereSeparator: isLineEnd).contains {
      $0.hasPrefix(first) || $0 == middle || $0 == last
    }
  }

  /// The byte at which the first such line begins.
  ///
  /// - Parameter text: any text.
  /// - Returns: nil where there is none.
  static func firstMark(in text: String) -> Int? {
    text.firstRange(of: first).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
  }

  private static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }
}
