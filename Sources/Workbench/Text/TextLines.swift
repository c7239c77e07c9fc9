/// A text as its logical lines, addressed by the byte of its UTF-8 form.
///
/// An edit costs the lines that it touches and one addition for each line after them.
struct TextLines: Equatable, Sendable {
  /// Where a byte stands.
  struct Place: Equatable, Sendable {
    /// The index of the line.
    var line: Int
    /// The byte within the line; past the content for the second byte of a break.
    var offset: Int
  }

  /// The lines, one at the least; each but the last one ends with a break.
  private(set) var lines: [TextLine]
  /// The bytes at which the lines start.
  private(set) var starts: Offsets
  /// Unicode scalar values of the text.
  private(set) var scalarCount: Int
  /// Bytes of the text in UTF-8.
  private(set) var byteCount: Int
  /// Whether line breaks make lines; where they do not, they are characters of the one line.
  let breaksLines: Bool

  init(_ text: String, breaksLines: Bool) {
    var text = text
    text.makeContiguousUTF8()
    self.breaksLines = breaksLines
    lines = breaksLines ? TextLine.split(text) : [TextLine(content: text, lineBreak: .none)]
    starts = Offsets(lines.map(\.byteCount))
    scalarCount = text.unicodeScalars.count
    byteCount = text.utf8.count
  }

  /// The whole text.
  var text: String { joined(lines.indices) }

  /// The line and the byte within it where a byte stands.
  ///
  /// - Parameter byte: 0 to `byteCount`.
  /// - Returns: the place; the byte behind a break is the start of the next line.
  func place(of byte: Int) -> Place {
    let line = starts.part(at: byte)
    return Place(line: line, offset: byte - starts.start(of: line))
  }

  /// The byte at which a line starts.
  ///
  /// - Parameter line: the index of a line.
  /// - Returns: the byte.
  func start(of line: Int) -> Int { starts.start(of: line) }

  /// A part of the text.
  ///
  /// - Parameter range: bytes that start and end at a scalar value.
  /// - Returns: the part.
  func text(in range: Range<Int>) -> String {
    let first = place(of: range.lowerBound)
    let last = place(of: range.upperBound)
    let text = joined(first.line..<last.line + 1)
    let from = text.utf8.index(text.startIndex, offsetBy: first.offset)
    return String(text[from..<text.utf8.index(from, offsetBy: range.count)])
  }

  /// Puts a text in the place of a part.
  ///
  /// - Parameters:
  ///   - range: bytes that start and end at a scalar value.
  ///   - new: what stands there afterwards.
  /// - Returns: the lines that went, and the lines that stand in their place.
  mutating func replace(_ range: Range<Int>, with new: String) -> (old: Range<Int>, new: Range<Int>)
  {
    var first = place(of: range.lowerBound)
    let last = place(of: range.upperBound)
    // A carriage return before the part may join a line feed that now follows it.
    if first.offset == 0, first.line > 0, lines[first.line - 1].lineBreak == .carriageReturn {
      first.line -= 1
      first.offset = lines[first.line].byteCount
    }
    let old = first.line..<last.line + 1
    var text = joined(old)
    let from = text.utf8.index(text.startIndex, offsetBy: first.offset)
    let to = text.utf8.index(from, offsetBy: range.count)
    scalarCount += new.unicodeScalars.count - text.unicodeScalars[from..<to].count
    byteCount += new.utf8.count - range.count
    text.replaceSubrange(from..<to, with: new)
    text.makeContiguousUTF8()
    var made = breaksLines ? TextLine.split(text) : [TextLine(content: text, lineBreak: .none)]
    // What ends with a break gives an empty last line, which is the start of the next one here.
    if old.upperBound < lines.count { made.removeLast() }
    lines.replaceSubrange(old, with: made)
    starts.replace(old, with: made.map(\.byteCount))
    return (old, old.lowerBound..<old.lowerBound + made.count)
  }

  private func joined(_ range: Range<Int>) -> String {
    var text = ""
    text.reserveCapacity(lines[range].reduce(0) { $0 + $1.byteCount })
    for line in lines[range] {
      text += line.content
      text += line.lineBreak.rawValue
    }
    return text
  }
}
