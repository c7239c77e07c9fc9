import TerminalModel

/// Breaks blocks of Markdown into lines that fit a width.
public enum MarkdownLayout {
  /// Breaks blocks into lines; empty lines stand where the author left some.
  ///
  /// - Parameters:
  ///   - blocks: the blocks of a text.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines from top to bottom.
  public static func lines(_ blocks: [MarkdownBlock], width: Int) -> [MarkdownLine] {
    var lines: [MarkdownLine] = []
    var next = 1
    for block in blocks {
      if block.lines.lowerBound > next, !lines.isEmpty {
        lines.append(MarkdownLine([], source: next))
      }
      next = max(next, block.lines.upperBound)
      append(block, width: max(1, width), to: &lines)
    }
    return lines
  }

  private static func append(
    _ block: MarkdownBlock, width: Int, to lines: inout [MarkdownLine]
  ) {
    var taken = 0
    // Half of a narrow pane is the least that is left for the words.
    let prefixes = block.prefixes.prefix { prefix in
      taken += CellText.width(of: prefix.first)
      return taken <= width / 2
    }
    let first = prefixes.map(\.first).joined()
    let rest = prefixes.map(\.rest).joined()
    let room = max(1, width - CellText.width(of: first))
    let start = block.lines.lowerBound
    let body: [MarkdownLine] =
      switch block.content {
      case .flow(let runs): flow(runs, width: room, from: start)
      case .rule: [MarkdownLine([MarkdownRun(line(room), .mark)], source: start)]
      case .table(let table): MarkdownTableLayout(table, width: room).lines(from: start)
      }
    for (index, line) in body.enumerated() {
      let prefix = index == 0 ? first : rest
      let runs = prefix.isEmpty ? line.runs : [MarkdownRun(prefix, .mark)] + line.runs
      lines.append(MarkdownLine(runs, source: line.source))
    }
  }

  static func line(_ width: Int) -> String { String(repeating: "─", count: width) }

  /// Breaks runs as if they were one text.
  static func flow(_ runs: [MarkdownRun], width: Int, from start: Int) -> [MarkdownLine] {
    let text = runs.map(\.text).joined()
    // A mark at the start of a run joins the character before it, so looks go by scalars.
    let looks = runs.flatMap { run in
      repeatElement(run.look, count: run.text.unicodeScalars.count)
    }
    var styled: [(character: Character, look: MarkdownLook)] = []
    var scalar = 0
    for character in text {
      styled.append((character, looks[scalar]))
      scalar += character.unicodeScalars.count
    }
    var source = start
    return Wrap.positionedLines(text, width: width).map { line in
      let range = line.characters.lowerBound..<line.characters.lowerBound + line.text.count
      var parts: [MarkdownRun] = []
      for (character, look) in styled[range] {
        if parts.last?.look == look {
          parts[parts.count - 1].text.append(character)
        } else {
          parts.append(MarkdownRun(String(character), look))
        }
      }
      defer { if line.endsParagraph { source += 1 } }
      return MarkdownLine(parts, source: source)
    }
  }
}
