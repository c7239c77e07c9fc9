/// Where the visual rows of each logical line start at a width.
///
/// Kept beside the text so that a key costs the lines it changes and not the whole text.
struct LineWraps: Sendable {
  /// The width wrapped for; 0 where nothing was wrapped yet.
  private(set) var width = 0
  /// What `LineWrap.starts` holds, for each line.
  private var starts: [[Int]] = []

  /// Wraps all lines anew where the width is another one.
  ///
  /// - Parameters:
  ///   - lines: all lines.
  ///   - width: columns.
  mutating func fit(_ lines: [TextLine], width: Int) {
    guard self.width != width else { return }
    self.width = width
    starts = lines.map { LineWrap.starts(of: $0.content, width: width) }
  }

  /// Wraps the lines that changed.
  ///
  /// - Parameters:
  ///   - change: the lines that went, and those that stand in their place.
  ///   - lines: all lines after the change.
  mutating func update(_ change: (old: Range<Int>, new: Range<Int>), in lines: [TextLine]) {
    guard width > 0 else { return }
    starts.replaceSubrange(
      change.old, with: lines[change.new].map { LineWrap.starts(of: $0.content, width: width) })
  }

  /// The rows of one line.
  ///
  /// - Parameters:
  ///   - line: the index of the line.
  ///   - lines: all lines.
  /// - Returns: its rows.
  func wrap(of line: Int, in lines: [TextLine]) -> LineWrap {
    LineWrap(lines[line].content, starts: starts[line])
  }

  /// The rows of all lines.
  var total: Int { starts.reduce(0) { $0 + $1.count } }

  /// The row at which a line starts.
  ///
  /// - Parameter line: the index of a line.
  /// - Returns: rows from the top.
  func start(of line: Int) -> Int { starts[..<line].reduce(0) { $0 + $1.count } }

  /// The line in which a row stands, and which of the line's rows it is.
  ///
  /// - Parameter row: 0 to less than `total`.
  /// - Returns: the line and the row in it.
  func place(of row: Int) -> (line: Int, row: Int) {
    var row = row
    for (line, rows) in starts.enumerated() {
      if row < rows.count { return (line, row) }
      row -= rows.count
    }
    return (starts.count - 1, max(0, (starts.last?.count ?? 1) - 1))
  }
}
