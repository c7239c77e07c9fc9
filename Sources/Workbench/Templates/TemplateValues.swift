import CaseWire

/// What the placeholders of templates stand for.
struct TemplateValues: Equatable {
  /// The text for each placeholder, by its name in small letters.
  var texts: [String: String]

  /// Fills a text.
  ///
  /// - Parameter text: a text with `{{placeholders}}`.
  /// - Returns: the text, and the placeholders that mean nothing, which stay as they are.
  func fill(_ text: String) -> (text: String, unknown: [String]) {
    var filled = ""
    var unknown: [String] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      filled += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
        return (filled + rest[start.lowerBound...], unknown)
      }
      let name = String(rest[start.upperBound..<end.lowerBound])
      if let value = texts[name.trimmed.lowercased()] {
        filled += value
      } else {
        filled += rest[start.lowerBound..<end.upperBound]
        if !unknown.contains(name) { unknown.append(name) }
      }
      rest = rest[end.upperBound...]
    }
    return (filled + rest, unknown)
  }
}
