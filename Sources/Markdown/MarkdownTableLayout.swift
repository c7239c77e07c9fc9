import TerminalModel

/// Fits a table into a width: columns that need little keep what they need, the others share.
struct MarkdownTableLayout {
  private let table: MarkdownTable
  private let width: Int
  /// The columns of the screen that each column gets; nil where there is too little for a table.
  private let widths: [Int]?

  private static let bar = MarkdownRun(" │ ", .mark)
  private static let leastWidth = 4

  init(_ table: MarkdownTable, width: Int) {
    self.table = table
    self.width = width
    var needs = [Int](repeating: 1, count: table.alignments.count)
    for row in table.rows {
      for (column, cell) in row.enumerated() where column < needs.count {
        needs[column] = max(needs[column], CellText.width(of: cell.map(\.text).joined()))
      }
    }
    widths = Self.fit(needs, into: width - 3 * (needs.count - 1))
  }

  func lines(from source: Int) -> [MarkdownLine] {
    guard let widths else {
      // A row is a line that is broken as text is.
      return table.rows.enumerated().flatMap { index, row in
        let runs = Array(row.joined(separator: [Self.bar]))
        return MarkdownLayout.flow(runs, width: width, from: source + index).map {
          MarkdownLine($0.runs, source: source + index)
        }
      }
    }
    var lines: [MarkdownLine] = []
    for (index, row) in table.rows.enumerated() {
      // The line below the head has a line of the source of its own.
      let at = source + (index == 0 ? 0 : index + 1)
      let cells = widths.indices.map { column in
        MarkdownLayout.flow(
          column < row.count ? row[column] : [], width: widths[column], from: at)
      }
      for offset in 0..<(cells.map(\.count).max() ?? 0) {
        let parts = widths.indices.map { column in
          placed(
            offset < cells[column].count ? cells[column][offset].runs : [], in: column,
            isHead: index == 0)
        }
        lines.append(MarkdownLine(Array(parts.joined(separator: [Self.bar])), source: at))
      }
      if index == 0 {
        let line = widths.map(MarkdownLayout.line).joined(separator: "─┼─")
        lines.append(MarkdownLine([MarkdownRun(line, .mark)], source: at + 1))
      }
    }
    return lines
  }

  /// The runs of a cell, filled up to the width of its column.
  private func placed(_ runs: [MarkdownRun], in column: Int, isHead: Bool) -> [MarkdownRun] {
    let taken = CellText.width(of: runs.map(\.text).joined())
    let gap = max(0, (widths?[column] ?? 0) - taken)
    let left =
      switch table.alignments[column] {
      case .left: 0
      case .right: gap
      case .centre: gap / 2
      }
    func blank(_ count: Int) -> [MarkdownRun] {
      count == 0 ? [] : [MarkdownRun(String(repeating: " ", count: count))]
    }
    let words = isHead ? runs.map { MarkdownRun($0.text, $0.look.union(.strong)) } : runs
    return blank(left) + words + blank(gap - left)
  }

  private static func fit(_ needs: [Int], into room: Int) -> [Int]? {
    if needs.reduce(0, +) <= room { return needs }
    guard room >= needs.count * leastWidth else { return nil }
    var widths = needs
    var left = room
    for (rank, column) in needs.indices.sorted(by: { needs[$0] < needs[$1] }).enumerated() {
      widths[column] = min(needs[column], left / (needs.count - rank))
      left -= widths[column]
    }
    return widths
  }
}
