/// Finds the word that somebody meant who mistyped it.
public enum Nearest {
  /// The candidate that is nearest to a word.
  ///
  /// - Parameters:
  ///   - word: what was typed.
  ///   - candidates: what could have been meant; the first of equals is taken.
  /// - Returns: nil where none begins with the word or is within a third of its letters.
  public static func word(to word: String, in candidates: [String]) -> String? {
    let scalars = Array(word.lowercased().unicodeScalars)
    guard (2...40).contains(scalars.count) else { return nil }
    if let whole = candidates.first(where: { $0.hasPrefix(word) }) { return whole }
    let ranked = candidates.map { candidate in
      (word: candidate, distance: distance(scalars, Array(candidate.unicodeScalars)))
    }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, scalars.count / 3) ? best.word : nil
  }

  /// How many letters must be added, dropped, replaced or swapped with their neighbour.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var previous = Array(0...other.count)
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        let replaced = previous[column] + (one[row] == other[column] ? 0 : 1)
        var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, older[column - 1] + 1)
        }
        current.append(least)
      }
      older = previous
      previous = current
    }
    return previous[other.count]
  }
}
