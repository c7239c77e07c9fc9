import TerminalModel

/// The lines of which questions are made; nothing of them is cut.
extension SheetLine {
  /// Breaks words into lines of one look.
  ///
  /// - Parameters:
  ///   - role: the look.
  ///   - words: the words.
  ///   - width: the columns of a line, 1 or more.
  ///   - indent: the columns left free before all lines but the first.
  /// - Returns: one line at the least.
  static func lines(_ role: Role, _ words: String, width: Int, indent: Int = 0) -> [SheetLine] {
    // Most lines of a long list need no breaking; no text takes more columns than bytes.
    if words.utf8.count <= width, words.utf8.allSatisfy({ $0 >= 0x20 }) {
      return [SheetLine(role, words)]
    }
    let indent = min(indent, width / 2)
    let whole = Wrap.positionedLines(words, width: width)
    guard whole.count > 1, indent > 0 else { return whole.map { SheetLine(role, $0.text) } }
    let rest = String(words.dropFirst(whole[0].characters.count))
    let margin = String(repeating: " ", count: indent)
    return [SheetLine(role, whole[0].text)]
      + Wrap.lines(rest, width: width - indent).map { SheetLine(role, margin + $0) }
  }

  /// What was looked at before something that can never be taken back.
  ///
  /// - Parameters:
  ///   - check: what was looked at.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: one line at the least, with the sign of how it stands.
  static func lines(_ check: Check, width: Int) -> [SheetLine] {
    let (sign, role): (String, Role) =
      switch check.verdict {
      case .good: ("✓", .text)
      case .doubtful: ("!", .attention)
      case .forbidden: ("✗", .danger)
      }
    // The second line begins under what stands behind the label, if there is one.
    let label = check.text.firstRange(of: "  ").map { gap in
      check.text[..<gap.lowerBound].count + check.text[gap.lowerBound...].prefix { $0 == " " }.count
    }
    return lines(role, "\(sign) \(check.text)", width: width, indent: 2 + (label ?? 0))
  }

  /// A case of many, and why nothing will be done to it, if that is known.
  static func lines(
    _ number: String, _ name: String, obstacle: String?, width: Int
  ) -> [SheetLine] {
    let head = "#\(number)  "
    let indent = CellText.width(of: head)
    let margin = String(repeating: " ", count: min(indent, width / 2))
    let why = obstacle.map {
      lines(.attention, "\(margin)! \($0)", width: width, indent: margin.count + 2)
    }
    return lines(.text, head + name, width: width, indent: indent) + (why ?? [])
  }
}
