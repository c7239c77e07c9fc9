public import TerminalModel

/// How a text stands in a box of some width.
///
/// It holds no rows: `rows(_:)` makes those of a window, at the cost of the lines in the window and
/// a few comparisons.
public struct TextLayout: Sendable {
  /// All visual rows, 1 or more.
  public let rowCount: Int
  /// Where the cursor stands: the row from the top of the text, the column from the left.
  public let cursor: Position

  let lines: [TextLine]
  let wraps: LineWraps
  private let single: TextRow?
  private let starts: Offsets
  private let marked: [(kind: TextMark.Kind, bytes: Range<Int>)]

  /// Lays out lines that wrap.
  init(
    _ text: TextLines, wraps: LineWraps, cursor byte: Int,
    marked: [(kind: TextMark.Kind, bytes: Range<Int>)]
  ) {
    self.marked = marked
    let place = text.place(of: byte)
    let wrap = wraps.wrap(of: place.line, in: text.lines)
    lines = text.lines
    starts = text.starts
    self.wraps = wraps
    single = nil
    rowCount = wraps.total
    cursor = Position(
      row: wraps.start(of: place.line) + wrap.row(of: place.offset),
      column: min(wrap.column(of: place.offset), wraps.width - 1))
  }

  /// Lays out one line that scrolls by half the width so that its cursor is seen.
  init(
    line content: String, width: Int, cursor byte: Int,
    marked: [(kind: TextMark.Kind, bytes: Range<Int>)]
  ) {
    self.marked = marked
    let clusters = Array(TextClusters(content))
    let total = clusters.reduce(0) { $0 + $1.width }
    let column = clusters.prefix { $0.offset < byte }.reduce(0) { $0 + $1.width }
    let step = max(1, width / 2)
    let hidden = column < width ? 0 : (column - width + step) / step * step
    var text = ""
    var at = 0
    var index = content.startIndex
    for cluster in clusters {
      let end = content.utf8.index(index, offsetBy: cluster.length)
      if at >= hidden, at + cluster.width <= hidden + width {
        text += content[index..<end]
      } else if at < hidden, at + cluster.width > hidden {
        text += String(repeating: " ", count: at + cluster.width - hidden)
      }
      at += cluster.width
      index = end
    }
    lines = []
    starts = Offsets([])
    wraps = LineWraps()
    single = TextRow(
      text: text, isCutLeft: hidden > 0, isCutRight: total > hidden + width,
      marks: marked.compactMap {
        TextMark($0.kind, $0.bytes, in: content[...], from: 0, endsLine: false)?
          .shifted(by: hidden, width: width)
      })
    rowCount = 1
    cursor = Position(row: 0, column: column - hidden)
  }

  /// The rows of a window.
  ///
  /// - Parameter range: rows from the top of the text; those past its end are left out.
  /// - Returns: the rows, from the upper one down.
  public func rows(_ range: Range<Int>) -> [TextRow] {
    let range = range.clamped(to: 0..<rowCount)
    if let single { return range.isEmpty ? [] : [single] }
    guard !range.isEmpty else { return [] }
    var rows: [TextRow] = []
    var (line, first) = wraps.place(of: range.lowerBound)
    var start = starts.start(of: line)
    while rows.count < range.count, line < lines.count {
      let wrap = wraps.wrap(of: line, in: lines)
      for row in wrap.starts.indices.dropFirst(first).prefix(range.count - rows.count) {
        let text = wrap.text(of: row)
        let endsLine = row == wrap.starts.count - 1 && lines[line].lineBreak != .none
        let marks = marked.compactMap {
          TextMark(
            $0.kind, $0.bytes, in: text, from: start + wrap.starts[row], endsLine: endsLine)
        }
        rows.append(TextRow(text: String(text), isContinuation: row > 0, marks: marks))
      }
      start += lines[line].byteCount
      line += 1
      first = 0
    }
    return rows
  }

  /// The first row of a window that shows the cursor and moves as little as it can.
  ///
  /// - Parameters:
  ///   - top: the first row of the window until now.
  ///   - height: the rows of the window.
  /// - Returns: its first row from now on.
  public func top(keeping top: Int, height: Int) -> Int {
    let height = max(1, height)
    let top = min(top, max(0, rowCount - height))
    return max(0, min(max(top, cursor.row - height + 1), cursor.row))
  }
}
