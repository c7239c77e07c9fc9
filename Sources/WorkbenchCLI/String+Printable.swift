extension String {
  /// The text with control characters and line separators written out, so that it stays one line.
  var printable: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default:
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text between apostrophes, on one line and cut where it is very long.
  var quoted: String {
    let limit = 60
    return "'" + (count > limit ? String(prefix(limit)) + "..." : self).printable + "'"
  }
}
