/// A logical line of a text: what stands between two line breaks, and the break after it.
struct TextLine: Sendable {
  /// The line without its break.
  var content: String
  /// The break after it; `none` for the last line alone.
  var lineBreak: LineBreak

  /// The bytes of the line and its break in UTF-8.
  var byteCount: Int { content.utf8.count + lineBreak.byteCount }

  /// Breaks a text at `\n`, `\r\n` and lone `\r`.
  ///
  /// - Parameter text: any text.
  /// - Returns: its lines, one at the least; joined again they are the text, byte for byte.
  static func split(_ text: String) -> [TextLine] {
    var lines: [TextLine] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      var next = bytes.index(after: index)
      guard byte == 10 || byte == 13 else {
        index = next
        continue
      }
      var lineBreak = byte == 10 ? LineBreak.lineFeed : .carriageReturn
      if byte == 13, next < bytes.endIndex, bytes[next] == 10 {
        lineBreak = .both
        next = bytes.index(after: next)
      }
      lines.append(TextLine(content: String(text[start..<index]), lineBreak: lineBreak))
      start = next
      index = next
    }
    lines.append(TextLine(content: String(text[start...]), lineBreak: .none))
    return lines
  }
}

extension TextLine: Equatable {
  /// Compares byte for byte, since two spellings of one letter are two texts to the server.
  static func == (left: TextLine, right: TextLine) -> Bool {
    left.lineBreak == right.lineBreak && left.content.utf8.elementsEqual(right.content.utf8)
  }
}
