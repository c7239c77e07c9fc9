/// A fenced block of code that is open at some line of a text.
public struct MarkdownFence: Hashable, Sendable {
  /// The character of the fence: a backtick or a tilde.
  let mark: UInt8
  /// How many of them opened it; as many close it.
  let count: Int
  /// Whether it stands in a quote, with which it ends.
  let isQuoted: Bool

  /// What a line is to the fences of a text.
  enum Line {
    /// It opens or closes a block.
    case fence
    /// It is code.
    case code
    /// It is neither.
    case text
  }

  /// Takes one more line of a text, from the first one on, at the cost of its first characters.
  ///
  /// - Parameters:
  ///   - line: the line without its break.
  ///   - fence: what is open before the line; afterwards, what is open behind it.
  public static func advance(over line: String, _ fence: inout MarkdownFence?) {
    let bytes = line.utf8Span.span
    _ = read(bytes, MarkdownLineStart(bytes), &fence)
  }

  /// Tells what a line is, and what is open behind it.
  static func read(
    _ bytes: Span<UInt8>, _ start: MarkdownLineStart, _ fence: inout MarkdownFence?
  ) -> Line {
    if let open = fence {
      if open.isQuoted, !start.isQuoted {
        fence = nil
      } else {
        // Within code, what looks like the mark of a list is code.
        let run = run(bytes, at: start.unquoted)
        guard run.mark == open.mark, run.count >= open.count,
          isBlank(bytes, from: start.unquoted + run.count)
        else { return .code }
        fence = nil
        return .fence
      }
    }
    let run = run(bytes, at: start.content)
    guard run.count >= 3 else { return .text }
    if run.mark == UInt8(ascii: "`") {
      for index in start.content + run.count..<bytes.count where bytes[index] == run.mark {
        return .text
      }
    }
    fence = MarkdownFence(mark: run.mark, count: run.count, isQuoted: start.isQuoted)
    return .fence
  }

  private static func run(_ bytes: Span<UInt8>, at start: Int) -> (mark: UInt8, count: Int) {
    guard start < bytes.count, "`~".utf8.contains(bytes[start]) else { return (0, 0) }
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    return (bytes[start], end - start)
  }

  private static func isBlank(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    for index in start..<bytes.count where bytes[index] != 32 && bytes[index] != 9 { return false }
    return true
  }
}
