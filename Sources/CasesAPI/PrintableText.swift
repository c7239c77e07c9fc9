/// Makes text of unknown origin safe to print in one line.
public enum PrintableText {
  /// Replaces what a terminal could take for a command: control characters, line breaks and
  /// marks that turn the direction of writing.
  ///
  /// - Parameters:
  ///   - text: any text, such as a part of a server's answer.
  ///   - limit: the longest result in Unicode scalars, from 1; longer text ends with an ellipsis.
  /// - Returns: the text in one line, with a blank for white space and `·` for each other
  ///   character that was replaced.
  public static func line(_ text: some StringProtocol, limit: Int = 400) -> String {
    var line = String.UnicodeScalarView()
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < limit else {
        line.append("…")
        break
      }
      line.append(safe(scalar))
    }
    return String(line)
  }

  /// The beginning of a body, safe to print.
  ///
  /// - Parameters:
  ///   - bytes: the body, of any kind.
  ///   - limit: how many of its characters to show, from 1.
  /// - Returns: one line; what is no UTF-8 appears as replacement characters.
  public static func beginning(of bytes: [UInt8], limit: Int = 80) -> String {
    // A scalar has four bytes at most, so no more of a large body needs to be decoded.
    line(String(decoding: bytes.prefix(4 * limit + 4), as: UTF8.self), limit: limit)
  }

  private static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: " "
    case .control: ["\t", "\n", "\r"].contains(scalar) ? " " : "·"
    case .format, .surrogate, .privateUse, .unassigned: "·"
    default: scalar
    }
  }
}
