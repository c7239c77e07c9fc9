import CaseWire

extension FileEvent {
  /// The event as an item of a Markdown list, in one line.
  ///
  /// Names of files are anybody's words: they stand in code spans, so that nothing in them is read
  /// as Markdown, and control characters become their pictures.
  ///
  /// - Parameter zone: the zone of the time.
  /// - Returns: such as ``- 23 Oct 2026 22:51 UTC · critical 94 · `src.tgz` in `/Volumes/USB/` ``.
  func markdownLine(in zone: Zone) -> String {
    var parts: [String] = []
    if let eventTimestamp { parts.append(TimeText.full(eventTimestamp, in: zone)) }
    let severity = riskSeverity.map { $0 == .noRisk ? "no risk" : $0.rawValue.lowercased() }
    let risk = [severity, riskScore.map(String.init)].compactMap(\.self)
    if !risk.isEmpty { parts.append(Self.plain(risk.joined(separator: " "))) }
    let name = Self.code(fileName ?? eventId.rawValue)
    parts.append(filePath.map { "\(name) in \(Self.code($0))" } ?? name)
    parts += exposure.map(Self.code)
    return "- " + parts.joined(separator: " · ")
  }

  /// A code span; its fence is longer than any run of back-ticks within (CommonMark, § 6.1).
  private static func code(_ text: String) -> String {
    let text = plain(text)
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let isPadded = text.first == "`" || text.last == "`" || text.allSatisfy(\.isWhitespace)
    return isPadded ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// A text without control characters.
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<32: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
      case 127: scalars.append("\u{2421}")
      case 128..<160, 0x2028, 0x2029: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
