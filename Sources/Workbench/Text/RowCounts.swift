/// How many visual rows each logical line takes at a width.
///
/// Kept beside the text so that a key costs the lines it changes and not the whole text.
struct RowCounts: Sendable {
  /// The width counted for; 0 where nothing was counted yet.
  private(set) var width = 0
  /// One count a line.
  private(set) var counts: [Int] = []

  /// Counts all lines anew where the width is another one.
  ///
  /// - Parameters:
  ///   - lines: all lines.
  ///   - width: columns.
  mutating func fit(_ lines: [TextLine], width: Int) {
    guard self.width != width else { return }
    self.width = width
    counts = lines.map { LineWrap($0.content, width: width).starts.count }
  }

  /// Counts lines that changed.
  ///
  /// - Parameters:
  ///   - change: the lines that went, and those that stand in their place.
  ///   - lines: all lines after the change.
  mutating func update(_ change: (old: Range<Int>, new: Range<Int>), in lines: [TextLine]) {
    guard width > 0 else { return }
    counts.replaceSubrange(
      change.old,
      with: lines[change.new].map { LineWrap($0.content, width: width).starts.count })
  }

  /// The rows of all lines.
  var total: Int { counts.reduce(0, +) }

  /// The row at which a line starts.
  ///
  /// - Parameter line: the index of a line.
  /// - Returns: rows from the top.
  func start(of line: Int) -> Int { counts[..<line].reduce(0, +) }

  /// The line in which a row stands, and which of the line's rows it is.
  ///
  /// - Parameter row: 0 to less than `total`.
  /// - Returns: the line and the row in it.
  func place(of row: Int) -> (line: Int, row: Int) {
    var row = row
    for (line, count) in counts.enumerated() {
      if row < count { return (line, row) }
      row -= count
    }
    return (counts.count - 1, max(0, (counts.last ?? 1) - 1))
  }
}
