/// What stands before the words of a line as it is written: bars of quotes, bullets, boxes to tick.
struct MarkdownLineStart {
  /// The byte at which the words begin.
  private(set) var content = 0
  /// The byte behind blanks and bars of quotes alone.
  private(set) var unquoted = 0
  /// Whether a bar of a quote stands there.
  private(set) var isQuoted = false
  /// Whether any mark stands there, and not blanks alone.
  private(set) var isMarked = false

  init(_ bytes: Span<UInt8>) {
    skipBlanks(bytes)
    while content < bytes.count, bytes[content] == UInt8(ascii: ">") {
      isQuoted = true
      content += 1
      skipBlanks(bytes)
    }
    unquoted = content
    isMarked = isQuoted
    guard !Self.isRule(bytes, from: content) else { return }
    // A mark of a list can hold another one: `- 1. - text`.
    while let length = Self.bullet(bytes, at: content) {
      isMarked = true
      content += length
      skipBlanks(bytes)
      if content + 2 < bytes.count, bytes[content] == UInt8(ascii: "["),
        bytes[content + 2] == UInt8(ascii: "]"), " xX".utf8.contains(bytes[content + 1]),
        content + 3 == bytes.count || bytes[content + 3] == 32
      {
        content += 3
        skipBlanks(bytes)
        return
      }
    }
  }

  /// Whether a line is nothing but a line across.
  static func isRule(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    guard start < bytes.count, "-*_".utf8.contains(bytes[start]) else { return false }
    var count = 0
    for index in start..<bytes.count where bytes[index] != 32 && bytes[index] != 9 {
      guard bytes[index] == bytes[start] else { return false }
      count += 1
    }
    return count >= 3
  }

  /// The length of a mark of a list; nil where none stands.
  private static func bullet(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    var end = start
    if "-*+".utf8.contains(bytes[start]) {
      end += 1
    } else {
      while end < bytes.count, end - start < 9, (48...57).contains(bytes[end]) { end += 1 }
      guard end > start, end < bytes.count, ".)".utf8.contains(bytes[end]) else { return nil }
      end += 1
    }
    guard end == bytes.count || bytes[end] == 32 || bytes[end] == 9 else { return nil }
    return end - start
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while content < bytes.count, bytes[content] == 32 || bytes[content] == 9 { content += 1 }
  }
}
