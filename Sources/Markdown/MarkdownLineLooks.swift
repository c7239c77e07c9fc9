/// The looks of one line of Markdown as it is written, marks and all.
///
/// It reads a line alone and knows of the lines before it only whether a block of code is open, so
/// that a screen costs the lines that it shows. What spans lines, such as emphasis over a line
/// break, is told by the rendered text alone. Time and depth are bounded for text of any author:
/// each kind of mark is looked for once over what encloses it, and nothing holds its own kind.
public struct MarkdownLineLooks {
  /// The look of each byte of the line.
  public private(set) var looks: [MarkdownLook]

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: the line without its break.
  ///   - fence: what is open before the line; afterwards, what is open behind it.
  public init(_ line: String, _ fence: inout MarkdownFence?) {
    let bytes = line.utf8Span.span
    looks = Array(repeating: [], count: bytes.count)
    let start = MarkdownLineStart(bytes)
    let isOpen = fence != nil
    let line = MarkdownFence.read(bytes, start, &fence)
    // Within code, what looks like the mark of a list is code.
    let content = isOpen && line != .text ? start.unquoted : start.content
    if isOpen && line != .text ? start.isQuoted : start.isMarked { add(.mark, to: 0..<content) }
    switch line {
    case .fence: add(.mark, to: content..<bytes.count)
    case .code: add(.code, to: content..<bytes.count)
    case .text where MarkdownLineStart.isRule(bytes, from: content):
      add(.mark, to: content..<bytes.count)
    case .text: addText(bytes, from: content)
    }
  }

  private mutating func add(_ look: MarkdownLook, to range: Range<Int>) {
    for index in range { looks[index].insert(look) }
  }

  private mutating func addText(_ bytes: Span<UInt8>, from start: Int) {
    var level = 0
    while start + level < bytes.count, bytes[start + level] == UInt8(ascii: "#") { level += 1 }
    let end = start + level
    if (1...6).contains(level), end == bytes.count || bytes[end] == 32 || bytes[end] == 9 {
      add([.heading, .mark], to: start..<end)
      var words = end
      while words < bytes.count, bytes[words] == 32 || bytes[words] == 9 { words += 1 }
      add(level == 1 ? [.heading, .title] : .heading, to: words..<bytes.count)
      addInline(bytes, in: words..<bytes.count)
      return
    }
    if start < bytes.count, bytes[start] == UInt8(ascii: "|") {
      for index in start..<bytes.count where bytes[index] == UInt8(ascii: "|") {
        looks[index].insert(.mark)
      }
    }
    addInline(bytes, in: start..<bytes.count)
  }

  /// Reads code, emphasis and links of a part of the line.
  private mutating func addInline(_ bytes: Span<UInt8>, in range: Range<Int>) {
    var search = MarkdownMarkSearch(range)
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 2
      case UInt8(ascii: "`"):
        let count = MarkdownMarkSearch.run(bytes, at: index, in: range)
        if let close = search.closingCode(bytes, count: count, from: index + count) {
          add(.code, to: index..<close + count)
          index = close + count
        } else {
          index += count
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        let count = MarkdownMarkSearch.run(bytes, at: index, in: range)
        if let close = search.closingEmphasis(bytes, at: index, count: count) {
          let look: MarkdownLook =
            bytes[index] == UInt8(ascii: "~")
            ? .struck : [.emphasis, .strong, [.emphasis, .strong]][count - 1]
          add(look, to: index..<close + count)
          addInline(bytes, in: index + count..<close)
          index = close + count
        } else {
          index += count
        }
      case UInt8(ascii: "["):
        if let link = search.link(bytes, at: index) {
          add(.link, to: index + 1..<link.words)
          add(.target, to: link.words + 1..<link.end)
          index = link.end
        } else {
          index += 1
        }
      case UInt8(ascii: "h"):
        if let end = search.address(bytes, at: index) {
          add(.link, to: index..<end)
          index = end
        } else {
          index += 1
        }
      default:
        index += 1
      }
    }
  }
}
