/// What stands before the words of a line: blanks, marks of quotes, the mark of a list's item.
///
/// Marks are those of GitHub Flavored Markdown: `>`, `-`, `*`, `+`, `1.`, `1)`, and `[ ]` behind
/// the mark of an item.
struct LinePrefix {
  /// The bytes that it takes.
  let byteCount: Int
  /// Whether it holds a mark, and not only blanks.
  let hasMark: Bool
  /// What the next line starts with, to go on with the list, the quote or the indentation.
  let next: String
  /// What is left of it once its innermost mark is given up.
  let outer: String

  /// Reads the beginning of a line.
  ///
  /// - Parameter line: a line without its break.
  init(_ line: String) {
    let bytes = Array(line.utf8.prefix(1_000))
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func isBlank(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (bytes[index] == 0x20 || bytes[index] == 0x09)
    }
    func afterBlanks(_ index: Int) -> Int {
      var index = index
      while isBlank(index) { index += 1 }
      return index
    }
    // Quotes, one in the other.
    var quoteEnd = 0
    var lastQuote: Int?
    while case let mark = afterBlanks(quoteEnd), mark < bytes.count, bytes[mark] == 0x3E {
      lastQuote = quoteEnd
      quoteEnd = isBlank(mark + 1) ? mark + 2 : mark + 1
    }
    let indentEnd = afterBlanks(quoteEnd)
    guard let item = Self.item(bytes, at: indentEnd) else {
      byteCount = indentEnd
      hasMark = lastQuote != nil
      next = text(0..<indentEnd)
      outer = text(0..<(lastQuote ?? 0))
      return
    }
    byteCount = item.end
    hasMark = true
    next = text(0..<indentEnd) + item.next
    outer = text(0..<quoteEnd)
  }

  /// The mark of an item with the blank behind it: where it ends, and that of the next item.
  private static func item(_ bytes: [UInt8], at start: Int) -> (end: Int, next: String)? {
    let rest = bytes[start...]
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    var end = start + digits.count
    guard end + 1 < bytes.count, bytes[end + 1] == 0x20 else { return nil }
    var next: String
    switch bytes[end] {
    case 0x2D, 0x2A, 0x2B:
      guard digits.isEmpty else { return nil }
      next = String(decoding: bytes[end...end + 1], as: UTF8.self)
    case 0x2E, 0x29:
      // Nine digits are the most that Markdown reads as a number.
      guard (1...9).contains(digits.count),
        let number = Int(String(decoding: digits, as: UTF8.self))
      else { return nil }
      next = "\(number + 1)" + String(decoding: bytes[end...end + 1], as: UTF8.self)
    default:
      return nil
    }
    end += 2
    let box = bytes[end...].prefix(4)
    if box.count == 4, box.first == 0x5B, box.dropFirst(2).elementsEqual([0x5D, 0x20]),
      [0x20, 0x78, 0x58].contains(bytes[end + 1])
    {
      end += 4
      next += "[ ] "
    }
    return (end, next)
  }
}
