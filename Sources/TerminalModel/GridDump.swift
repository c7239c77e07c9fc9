/// Writes a screen as text that people can read and tests can compare.
///
/// ```
/// 12x2 cursor 1,4
/// │Cases       │
/// │ 42 Leak    │ ‹ 4
/// styles
/// 0: 0-4 bold
/// 1: 0-11 reverse fg 3 bg 17
/// ```
public enum GridDump {
  /// The size, the rows between bars, the cursor and the runs of styles that are not plain.
  ///
  /// - Parameter grid: a screen.
  /// - Returns: lines of text, each ended by a line break.
  public static func text(of grid: Grid) -> String {
    var lines = [header(of: grid)]
    for row in 0..<grid.size.height {
      let mark = grid.cursor.map { $0.row == row ? " ‹ \($0.column)" : "" } ?? ""
      lines.append("│" + grid.text(row: row) + "│" + mark)
    }
    let styles = (0..<grid.size.height).compactMap { row in
      styleRuns(of: grid, row: row).map { "\(row): \($0)" }
    }
    if !styles.isEmpty { lines.append("styles") }
    return (lines + styles).joined(separator: "\n") + "\n"
  }

  private static func header(of grid: Grid) -> String {
    let cursor = grid.cursor.map { "\($0.row),\($0.column)" } ?? "hidden"
    return "\(grid.size.width)x\(grid.size.height) cursor \(cursor)"
  }

  /// The runs of one row, such as `0-4 bold, 9-11 fg 2`; nil where all of it is plain.
  private static func styleRuns(of grid: Grid, row: Int) -> String? {
    var runs: [String] = []
    let styles = grid.row(row).map(\.style)
    var start = 0
    while start < styles.count {
      let end = styles[start...].firstIndex { $0 != styles[start] } ?? styles.count
      if styles[start] != .plain {
        runs.append("\(start)-\(end - 1) \(name(of: styles[start]))")
      }
      start = end
    }
    return runs.isEmpty ? nil : runs.joined(separator: ", ")
  }

  private static func name(of style: Style) -> String {
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
      (.italic, "italic"),
    ]
    var words = names.filter { style.attributes.contains($0.0) }.map(\.1)
    if style.foreground >= 0 { words.append("fg \(style.foreground)") }
    if style.background >= 0 { words.append("bg \(style.background)") }
    return words.joined(separator: " ")
  }
}
