import CMark

/// Makes blocks from the nodes of the library as they are walked.
struct MarkdownReader {
  /// Deeper quotes and items are shown at this depth.
  static let depthLimit = 8

  private let source: [Substring]
  private var blocks: [MarkdownBlock] = []
  /// The quotes and items around the node.
  private var prefixes: [MarkdownPrefix] = []
  /// The numbers of the lists around the node; nil for bullets.
  private var lists: [Int?] = []
  private var runs: [MarkdownRun] = []
  private var table: MarkdownTable?
  private var row: [[MarkdownRun]] = []
  /// How many nodes of each look are around the node.
  private var emphases = 0
  private var strongs = 0
  private var links: [(target: String, start: Int)] = []
  private var strikes = 0
  private var heading: MarkdownLook = []

  init(_ source: [Substring]) { self.source = source }

  // MARK: Walking

  @safe mutating func enter(_ node: OpaquePointer) {
    switch Self.type(of: node) {
    case "block_quote": prefixes.append(MarkdownPrefix(first: "│ ", rest: "│ "))
    case "list":
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      lists.append(isOrdered ? unsafe Int(cmark_node_get_list_start(node)) : nil)
    case "item": startItem("")
    case "tasklist":
      startItem(unsafe cmark_gfm_extensions_get_tasklist_item_checked(node) ? "[x] " : "[ ] ")
    case "code_block":
      let info = unsafe Self.text(cmark_node_get_fence_info(node))
      if !info.isEmpty { runs.append(MarkdownRun("‹\(info)›\n", .mark)) }
      var code = unsafe Self.text(cmark_node_get_literal(node))
      if code.hasSuffix("\n") { code.removeLast() }
      runs.append(MarkdownRun(code, .code))
      prefixes.append(MarkdownPrefix(first: "  ", rest: "  "))
      close(node)
      prefixes.removeLast()
    case "html_block":
      var html = unsafe Self.text(cmark_node_get_literal(node))
      if html.hasSuffix("\n") { html.removeLast() }
      runs.append(MarkdownRun(html, .asWritten))
      close(node)
    case "thematic_break": append(.rule, Self.lines(of: node))
    case "heading":
      heading = unsafe cmark_node_get_heading_level(node) == 1 ? [.heading, .title] : .heading
    case "table": startTable(node)
    case "table_header", "table_row": row = []
    case "text": unsafe add(Self.text(cmark_node_get_literal(node)))
    case "softbreak", "linebreak": add("\n")
    case "code": unsafe add(Self.text(cmark_node_get_literal(node)), .code)
    case "html_inline": unsafe add(Self.text(cmark_node_get_literal(node)), .asWritten)
    case "emph": emphases += 1
    case "strong": strongs += 1
    case "strikethrough":
      add("~~", .mark)
      strikes += 1
    case "link", "image":
      let isImage = Self.type(of: node) == "image"
      if isImage { add("image: ", .mark) }
      let url = unsafe Self.text(cmark_node_get_url(node))
      let title = unsafe Self.text(cmark_node_get_title(node))
      links.append((title.isEmpty ? url : "\(url) \"\(title)\"", runs.count))
    default: break
    }
  }

  @safe mutating func leave(_ node: OpaquePointer) {
    switch Self.type(of: node) {
    case "block_quote": prefixes.removeLast()
    case "list": lists.removeLast()
    case "item", "tasklist":
      // An empty item has its bullet all the same.
      if prefixes.count <= Self.depthLimit, let last = prefixes.last, last.first != last.rest {
        let start = unsafe Int(cmark_node_get_start_line(node))
        // Where more than the bullet is written, it is a definition and told as such.
        let isBare =
          !source.indices.contains(start - 1)
          || source[start - 1].allSatisfy { " \t>-+*0123456789.)".contains($0) }
        append(.flow([]), start..<(isBare ? start + 1 : start))
      }
      prefixes.removeLast()
    case "paragraph": close(node)
    case "heading":
      heading = []
      close(node)
    case "table_cell":
      row.append(runs)
      runs = []
    case "table_header", "table_row": table?.rows.append(row)
    case "table": closeTable(node)
    case "emph": emphases -= 1
    case "strong": strongs -= 1
    case "strikethrough":
      strikes -= 1
      add("~~", .mark)
    case "link", "image":
      guard let (target, start) = links.popLast() else { break }
      // An address that stands there as it is need not be told twice; anything else is told.
      let words = runs[min(start, runs.count)...].map(\.text).joined()
      if words != target, "mailto:\(words)" != target {
        add(" <\(target)>", .target)
      }
    default: break
    }
  }

  /// All blocks, with those lines in between that the format drops.
  consuming func finish() -> [MarkdownBlock] {
    var all: [MarkdownBlock] = []
    var next = 1
    for block in blocks {
      Self.appendWritten(next..<max(next, block.lines.lowerBound), of: source, to: &all)
      all.append(block)
      next = max(next, block.lines.upperBound)
    }
    Self.appendWritten(next..<max(next, source.count + 1), of: source, to: &all)
    return all
  }

  // MARK: Blocks

  private mutating func startItem(_ box: String) {
    var mark = "• "
    if let number = lists.last.flatMap(\.self) {
      mark = "\(number). "
      lists[lists.count - 1] = number + 1
    }
    mark += box
    prefixes.append(
      MarkdownPrefix(first: mark, rest: String(repeating: " ", count: mark.count)))
  }

  private mutating func append(_ content: MarkdownBlock.Content, _ lines: Range<Int>) {
    blocks.append(
      MarkdownBlock(content, prefixes: Array(prefixes.prefix(Self.depthLimit)), lines: lines))
    for index in prefixes.indices.prefix(Self.depthLimit) {
      prefixes[index].first = prefixes[index].rest
    }
  }

  @safe private mutating func close(_ node: OpaquePointer) {
    let lines = Self.lines(of: node)
    let text = runs.map(\.text).joined()
    // Definitions of links at the start of a paragraph are not among its text.
    if lines.lowerBound <= source.count, source[lines.lowerBound - 1].contains("]:") {
      let dropped = lines.count - text.utf8.count { $0 == UInt8(ascii: "\n") } - 1
      if dropped > 0 {
        let end = min(lines.lowerBound + dropped, source.count + 1)
        Self.appendWritten(lines.lowerBound..<end, of: source, to: &blocks)
      }
    }
    append(.flow(runs), lines)
    runs = []
  }

  @safe private mutating func startTable(_ node: OpaquePointer) {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
    guard let kinds = unsafe cmark_gfm_extensions_get_table_alignments(node) else { return }
    table = MarkdownTable(
      alignments: (0..<count).map { column in
        switch unsafe kinds[column] {
        case UInt8(ascii: "r"): .right
        case UInt8(ascii: "c"): .centre
        default: .left
        }
      })
  }

  @safe private mutating func closeTable(_ node: OpaquePointer) {
    guard let table else { return }
    self.table = nil
    let lines = Self.lines(of: node)
    let columns = table.alignments.count
    let written = lines.filter { (1...max(1, source.count)).contains($0) }.map { source[$0 - 1] }
    // Cells beyond the last column would be dropped.
    if written.contains(where: { Self.cells(of: $0) > columns }) {
      append(.flow([MarkdownRun(written.joined(separator: "\n"), .asWritten)]), lines)
    } else {
      append(.table(table), lines)
    }
  }

  /// How many cells a line of a table has at the most.
  private static func cells(of line: Substring) -> Int {
    var bars = 0
    var isEscaped = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { bars += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let edges = line.drop { " \t>-*+0123456789.)".contains($0) }
    if edges.first == "|" { bars -= 1 }
    if let last = edges.last(where: { $0 != " " && $0 != "\t" }), last == "|", edges.count > 1 {
      bars -= 1
    }
    return bars + 1
  }

  private static func appendWritten(
    _ range: Range<Int>, of source: [Substring], to blocks: inout [MarkdownBlock]
  ) {
    for number in range where number <= source.count {
      let line = source[number - 1]
      if line.allSatisfy({ " \t>-+*".contains($0) }) { continue }
      blocks.append(
        MarkdownBlock(
          .flow([MarkdownRun(String(line), .asWritten)]), lines: number..<number + 1))
    }
  }

  // MARK: Runs

  private mutating func add(_ text: String, _ look: MarkdownLook = []) {
    var look = look.union(heading)
    if emphases > 0 { look.insert(.emphasis) }
    if strongs > 0 { look.insert(.strong) }
    if strikes > 0 { look.insert(.struck) }
    if !links.isEmpty { look.insert(.link) }
    if runs.last?.look == look, runs.count > (links.last?.start ?? 0) {
      runs[runs.count - 1].text += text
    } else {
      runs.append(MarkdownRun(text, look))
    }
  }

  // MARK: The library

  @safe private static func type(of node: OpaquePointer) -> String {
    unsafe text(cmark_node_get_type_string(node))
  }

  @safe private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }

  @safe private static func lines(of node: OpaquePointer) -> Range<Int> {
    let start = unsafe max(1, Int(cmark_node_get_start_line(node)))
    let end = unsafe Int(cmark_node_get_end_line(node))
    return start..<max(start, end) + 1
  }
}
