/// Lines in fewer rows than they need, and which of the things that they tell are seen.
public struct ScrolledLines: Equatable, Sendable {
  /// All lines.
  public let lines: [SheetLine]
  /// The rows in which they are shown, 1 or more.
  public let height: Int
  /// The lines of each thing that is counted, such as a case.
  private let items: [Range<Int>]

  /// Makes them.
  ///
  /// - Parameters:
  ///   - lines: all lines.
  ///   - items: the lines of each thing that is counted, in order.
  ///   - height: the rows in which they are shown, 1 or more.
  init(_ lines: [SheetLine], items: [Range<Int>] = [], height: Int) {
    self.lines = lines
    self.items = items
    self.height = max(1, height)
  }

  /// Whether not all of them are seen at once.
  public var isCut: Bool { lines.count > height }

  /// The nearest line that can stand at the top.
  ///
  /// - Parameter line: the line that should.
  /// - Returns: 0 where all of them fit.
  public func top(_ line: Int) -> Int { max(0, min(line, lines.count - height)) }

  /// The lines that are seen.
  ///
  /// - Parameter line: the line that should stand at the top.
  /// - Returns: as many as there is room for.
  public func seen(from line: Int) -> ArraySlice<SheetLine> {
    lines.dropFirst(top(line)).prefix(height)
  }

  /// Which part is seen, for the edge of a frame.
  ///
  /// - Parameter line: the line that should stand at the top.
  /// - Returns: such as `12–20 of 48`, or `3 more ↓` where nothing that is counted is seen; nil
  ///   where all lines are.
  public func place(from line: Int) -> String? {
    guard isCut else { return nil }
    let rows = top(line)..<top(line) + height
    let below = lines.count - rows.upperBound
    let arrow = below > 0 ? " ↓" : ""
    guard let first = items.firstIndex(where: { $0.overlaps(rows) }),
      let last = items.lastIndex(where: { $0.overlaps(rows) })
    else { return below > 0 ? "\(Wording.grouped(below)) more ↓" : nil }
    let seen =
      first == last
      ? Wording.grouped(first + 1) : "\(Wording.grouped(first + 1))–\(Wording.grouped(last + 1))"
    return "\(seen) of \(Wording.grouped(items.count))\(arrow)"
  }
}
