public import Markdown

/// The looks of Markdown while it is written.
extension TextLayout {
  /// A part of a row with one look.
  public struct Look: Equatable, Sendable {
    /// The row from the first one of the window.
    public let row: Int
    /// The columns from the left.
    public let columns: Range<Int>
    /// How it looks.
    public let look: MarkdownLook
  }

  /// What of a window looks like more than plain text.
  ///
  /// It costs the lines of the window, and a look at the first characters of the lines above it.
  ///
  /// - Parameter range: rows from the top of the text; those past its end are left out.
  /// - Returns: the parts, from the upper row down and from left to right.
  public func looks(_ range: Range<Int>) -> [Look] {
    let range = range.clamped(to: 0..<rowCount)
    guard !range.isEmpty, !lines.isEmpty else { return [] }
    var (line, first) = wraps.place(of: range.lowerBound)
    var fence: MarkdownFence?
    for line in lines[..<line] { MarkdownFence.advance(over: line.content, &fence) }
    var parts: [Look] = []
    var row = 0
    while row < range.count, line < lines.count {
      let looks = MarkdownLineLooks(lines[line].content, &fence).looks
      let wrap = wraps.wrap(of: line, in: lines)
      for index in wrap.starts.indices.dropFirst(first).prefix(range.count - row) {
        append(looks[wrap.range(of: index)], wrap.text(of: index), row: row, to: &parts)
        row += 1
      }
      line += 1
      first = 0
    }
    return parts
  }

  private func append(
    _ looks: ArraySlice<MarkdownLook>, _ text: Substring, row: Int, to parts: inout [Look]
  ) {
    guard looks.contains(where: { !$0.isEmpty }) else { return }
    var column = 0
    for cluster in TextClusters(String(text)) {
      let look = looks[looks.startIndex + cluster.offset]
      let end = column + cluster.width
      if !look.isEmpty {
        if let last = parts.last, last.row == row, last.look == look,
          last.columns.upperBound == column
        {
          parts[parts.count - 1] = Look(
            row: row, columns: last.columns.lowerBound..<end, look: look)
        } else {
          parts.append(Look(row: row, columns: column..<end, look: look))
        }
      }
      column = end
    }
  }
}
