/// How fine two texts are compared.
public enum DifferenceUnit: Hashable, Sendable {
  /// By words: changed lines are found first, then the changed words in them.
  case word
  /// By lines, each with its line end.
  case line
  /// By paragraphs and the blank lines between them.
  case paragraph
}
