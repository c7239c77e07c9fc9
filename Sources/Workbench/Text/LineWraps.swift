/// Where the visual rows of each logical line start at a width.
///
/// Kept beside the text so that a key costs the lines it changes and not the whole text.
struct LineWraps: Sendable {
  /// The width wrapped for; 0 where nothing was wrapped yet.
  private(set) var width = 0
  /// What `LineWrap.starts` holds, for each line.
  private var starts: [[Int]] = []
  /// The rows at which the lines start.
  private var rows = Offsets([])

  /// Wraps all lines anew where the width is another one.
  ///
  /// - Parameters:
  ///   - lines: all lines.
  ///   - width: columns.
  mutating func fit(_ lines: [TextLine], width: Int) {
    guard self.width != width else { return }
    self.width = width
    starts = lines.map { LineWrap.starts(of: $0.content, width: width) }
    rows = Offsets(starts.map(\.count))
  }

  /// Wraps the lines that changed.
  ///
  /// - Parameters:
  ///   - change: the lines that went, and those that stand in their place.
  ///   - lines: all lines after the change.
  mutating func update(_ change: (old: Range<Int>, new: Range<Int>), in lines: [TextLine]) {
    guard width > 0 else { return }
    let made = lines[change.new].map { LineWrap.starts(of: $0.content, width: width) }
    starts.replaceSubrange(change.old, with: made)
    rows.replace(change.old, with: made.map(\.count))
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
  var total: Int { rows.total }

  /// The row at which a line starts.
  ///
  /// - Parameter line: the index of a line.
  /// - Returns: rows from the top.
  func start(of line: Int) -> Int { rows.start(of: line) }

  /// The line in which a row stands, and which of the line's rows it is.
  ///
  /// - Parameter row: 0 to less than `total`.
  /// - Returns: the line and the row in it.
  func place(of row: Int) -> (line: Int, row: Int) {
    let line = rows.part(at: row)
    return (line, min(row - rows.start(of: line), max(0, starts[line].count - 1)))
  }
}
