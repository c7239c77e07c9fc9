/// What finding and replacing needs of a text.
extension TextEditor {
  /// Where a text stands.
  ///
  /// - Parameters:
  ///   - wanted: what is looked for, within one line.
  ///   - isExact: whether capitals count.
  /// - Returns: the bytes of each place, from the start on.
  func ranges(of wanted: String, isExact: Bool) -> [Range<Int>] {
    lines.ranges(of: wanted, isExact: isExact)
  }

  /// Puts a text in the place of several parts, in one step of undo.
  ///
  /// - Parameters:
  ///   - parts: parts between two boundaries, from the start on, none within another.
  ///   - text: what stands there afterwards.
  mutating func replace(_ parts: [Range<Int>], with text: String) {
    guard let first = parts.first, let last = parts.last else { return }
    isKilling = false
    let text = isMultiline ? text : Self.flattened(text)
    var new = ""
    var byte = first.lowerBound
    for part in parts {
      new += lines.text(in: byte..<part.lowerBound) + text
      byte = part.upperBound
    }
    edit(first.lowerBound..<last.upperBound, with: new, .whole)
  }
}
