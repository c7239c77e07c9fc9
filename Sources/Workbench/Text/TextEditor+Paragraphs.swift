/// Paragraphs: lines that are not blank, between lines that are.
extension TextEditor {
  /// The start of the paragraph before the cursor, or of the text.
  var paragraphBefore: Int {
    let place = lines.place(of: cursor)
    var line = place.offset == 0 ? place.line - 1 : place.line
    while line > 0, isBlank(line) { line -= 1 }
    while line > 0, !isBlank(line - 1) { line -= 1 }
    return lines.start(of: max(0, line))
  }

  /// The start of the paragraph after the cursor, or the end of the text.
  var paragraphAfter: Int {
    let count = lines.lines.count
    var line = lines.place(of: cursor).line
    while line < count, !isBlank(line) { line += 1 }
    while line < count, isBlank(line) { line += 1 }
    return line < count ? lines.start(of: line) : lines.byteCount
  }

  private func isBlank(_ line: Int) -> Bool {
    lines.lines[line].content.allSatisfy(\.isWhitespace)
  }
}
