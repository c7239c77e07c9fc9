/// What was taken out of texts, to be put in elsewhere.
public struct TextClippings: Sendable {
  /// What was copied or cut last.
  public internal(set) var copied = ""
  /// What was deleted last by words and lines; deletions in a row are one.
  public internal(set) var killed = ""

  /// Nothing.
  public init() {}
}

extension TextClippings: Equatable {
  /// Compares byte for byte.
  public static func == (left: TextClippings, right: TextClippings) -> Bool {
    left.copied.isIdentical(to: right.copied) && left.killed.isIdentical(to: right.killed)
  }
}
