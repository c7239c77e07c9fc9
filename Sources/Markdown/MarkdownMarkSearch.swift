/// Finds the ends of what marks begin in a part of a line.
///
/// What was looked for in vain up to the end of the part is not looked for again, so that marks
/// that never end cost one pass a kind.
struct MarkdownMarkSearch {
  private let range: Range<Int>
  /// Kinds of marks of which no end comes any more.
  private var endless: Set<Int> = []
  /// The next bracket that closes, as far as it was looked for.
  private var bracket = -1

  init(_ range: Range<Int>) { self.range = range }

  /// How many marks of one kind stand together.
  static func run(_ bytes: Span<UInt8>, at start: Int, in range: Range<Int>) -> Int {
    var end = start
    while end < range.upperBound, bytes[end] == bytes[start] { end += 1 }
    return end - start
  }

  /// Where as many backticks stand together again.
  mutating func closingCode(_ bytes: Span<UInt8>, count: Int, from start: Int) -> Int? {
    guard !endless.contains(count << 8) else { return nil }
    var index = start
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let found = Self.run(bytes, at: index, in: range)
      if found == count { return index }
      index += found
    }
    endless.insert(count << 8)
    return nil
  }

  /// Where emphasis ends; nil where the marks begin none.
  mutating func closingEmphasis(_ bytes: Span<UInt8>, at start: Int, count: Int) -> Int? {
    let mark = bytes[start]
    let isStruck = mark == UInt8(ascii: "~")
    let kind = count << 8 | Int(mark)
    guard isStruck ? count == 2 : count <= 3, !endless.contains(kind) else { return nil }
    var index = start + count
    guard index < range.upperBound, !Self.isBlank(bytes[index]) else { return nil }
    // Names with underscores are no emphasis.
    let isLow = mark == UInt8(ascii: "_")
    if isLow, start > range.lowerBound, Self.isWord(bytes[start - 1]) { return nil }
    while index < range.upperBound {
      guard bytes[index] == mark else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let found = Self.run(bytes, at: index, in: range)
      let after = index + found
      if found == count, !Self.isBlank(bytes[index - 1]),
        !isLow || after >= range.upperBound || !Self.isWord(bytes[after])
      {
        return index
      }
      index = after
    }
    endless.insert(kind)
    return nil
  }

  /// Where the words and the address of `[words](address)` end.
  mutating func link(_ bytes: Span<UInt8>, at start: Int) -> (words: Int, end: Int)? {
    if bracket <= start { bracket = next(UInt8(ascii: "]"), bytes, from: start) }
    let open = bracket + 1
    let parenthesis = Int(UInt8(ascii: ")"))
    guard open < range.upperBound, bytes[open] == UInt8(ascii: "("),
      !endless.contains(parenthesis)
    else { return nil }
    let close = next(UInt8(ascii: ")"), bytes, from: open)
    guard close < range.upperBound else {
      endless.insert(parenthesis)
      return nil
    }
    return (bracket, close + 1)
  }

  /// Where an address ends that stands in the text by itself.
  func address(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    if start > range.lowerBound, Self.isWord(bytes[start - 1]) { return nil }
    guard let scheme = ["https://", "http://"].first(where: { begins(bytes, at: start, $0) })
    else { return nil }
    let first = start + scheme.utf8.count
    var end = first
    while end < range.upperBound, !Self.isBlank(bytes[end]), bytes[end] != UInt8(ascii: "<"),
      bytes[end] != UInt8(ascii: ">")
    {
      end += 1
    }
    while end > first, ".,;:!?)'\"*_~".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end > first ? end : nil
  }

  private func begins(_ bytes: Span<UInt8>, at start: Int, _ text: String) -> Bool {
    guard start + text.utf8.count <= range.upperBound else { return false }
    var index = start
    for byte in text.utf8 {
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// The next byte of a kind; the end of the part where none comes.
  private func next(_ byte: UInt8, _ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < range.upperBound, bytes[index] != byte { index += 1 }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  /// Letters and digits; all that is not ASCII counts as letters.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 128 || (48...57).contains(byte) || (97...122).contains(byte | 32)
  }
}
