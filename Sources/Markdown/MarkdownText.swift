import CMark
import Threads

/// Reads Markdown as GitHub does (GitHub Flavored Markdown, version 0.29).
///
/// Nothing that was written is lost: what the format drops, such as definitions of links, comes as
/// a block of its own, and what cannot be read within bounds is not read at all.
public enum MarkdownText {
  /// The most bytes that are read: 30,000 characters of four bytes each.
  static let byteLimit = 120_000
  /// The most bytes of a text with definitions of links, since each use of one copies it.
  static let definitionLimit = 32_768
  /// The most cells of tables; missing cells of short rows are filled in, so few bytes make many.
  static let cellLimit = 20_000

  /// Whether the extensions are known to the library.
  ///
  /// They switch a table of its characters on and off, so only one text is read at a time. A lock
  /// around no value would do, but the thread sanitizer takes what has no size for its neighbour.
  private static let areExtensionsKnown = Locked(false)

  /// Reads a text.
  ///
  /// - Parameter text: any text, of any author.
  /// - Returns: its blocks from top to bottom; nil where it is too large to be read, so that it
  ///   should be shown as it was written.
  public static func blocks(_ text: String) -> [MarkdownBlock]? {
    let bytes = Array(text.utf8)
    guard bytes.count <= byteLimit else { return nil }
    if bytes.count > definitionLimit, hasDefinition(bytes) { return nil }
    return areExtensionsKnown.withLock { areKnown in
      if !areKnown { cmark_gfm_core_extensions_ensure_registered() }
      areKnown = true
      return read(bytes, source: sourceLines(text))
    }
  }

  /// The lines of a text as Markdown counts them.
  static func sourceLines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  private static func hasDefinition(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }
  }

  /// Whether the tables that a text may hold stay within the limit: a table ends at an empty line.
  static func hasFewCells(_ source: [Substring]) -> Bool {
    source.split { $0.utf8.allSatisfy { $0 == 32 || $0 == 9 } }.reduce(0) { total, lines in
      let bars = lines.map { $0.utf8.count { $0 == UInt8(ascii: "|") } }.max() ?? 0
      return total + (bars == 0 ? 0 : lines.count * (bars + 1))
    } <= cellLimit
  }

  private static func read(_ bytes: [UInt8], source: [Substring]) -> [MarkdownBlock]? {
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    let extensions = ["strikethrough", "autolink", "tasklist"]
    for name in hasFewCells(source) ? extensions + ["table"] : extensions {
      guard let found = unsafe cmark_find_syntax_extension(name) else { return nil }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe cmark_parser_feed(
        parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return nil }
    defer { unsafe cmark_node_free(root) }
    guard let iterator = unsafe cmark_iter_new(root) else { return nil }
    defer { unsafe cmark_iter_free(iterator) }
    var reader = MarkdownReader(source)
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else {
        break
      }
      if event == CMARK_EVENT_ENTER {
        reader.enter(node)
      } else {
        reader.leave(node)
      }
    }
    return reader.finish()
  }
}
