import TerminalModel

/// Three texts of a conflict written as lines: beside each other, row by row, or one below the
/// other.
///
/// Stretches that all three share are left out but for a line around what differs, so that the
/// first difference stands at the top.
struct ConflictSheet {
  /// Whose text it is, in the order in which they are written.
  enum Side: Int, Hashable, Sendable, CaseIterable {
    case base, theirs, mine
  }

  private let blocks: [ConflictBlock]
  private let empty: Set<Side>

  /// Compares the texts.
  ///
  /// - Parameters:
  ///   - base: the text as both began.
  ///   - theirs: the text as somebody else left it.
  ///   - mine: the text as the user left it.
  init(base: String, theirs: String, mine: String) {
    blocks = ConflictBlock.blocks(base: base, theirs: theirs, mine: mine)
    let texts: [(Side, String)] = [(.base, base), (.theirs, theirs), (.mine, mine)]
    empty = Set(texts.filter(\.1.isEmpty).map(\.0))
  }

  /// Writes texts beside each other.
  ///
  /// - Parameters:
  ///   - sides: the texts from left to right.
  ///   - width: the columns of each, 1 or more.
  /// - Returns: the lines of each; as many for all, and what belongs together in one row.
  func columns(_ sides: [Side], width: Int) -> [[SheetLine]] {
    var columns: [[SheetLine]] = sides.map { _ in [] }
    for part in parts {
      var cells = sides.map { lines(part, $0, width: width) }
      for (index, column) in columns.enumerated() where column.last == Self.fold {
        if cells[index].first == Self.fold { cells[index].removeFirst() }
      }
      let height = cells.map(\.count).max() ?? 0
      for (index, cell) in cells.enumerated() {
        let filling = Array(repeating: SheetLine(.text, ""), count: height - cell.count)
        columns[index] += cell + filling
      }
    }
    return columns
  }

  /// Writes all three texts one below the other, wherever they differ.
  ///
  /// - Parameters:
  ///   - titles: what stands above each text.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines from top to bottom.
  func stack(_ titles: [Side: String], width: Int) -> [SheetLine] {
    var stack: [SheetLine] = []
    for part in parts {
      guard case .changed = part else {
        let text = lines(part, .mine, width: width)
        stack += stack.last == Self.fold && text.first == Self.fold ? text.dropFirst() : text[...]
        continue
      }
      for side in Side.allCases {
        let text = lines(part, side, width: width)
        if !text.isEmpty { stack += [SheetLine(.heading, titles[side] ?? "")] + text }
      }
    }
    return stack
  }

  private enum Part {
    case changed([MarkedText?])
    /// A line of all three texts above or below what differs, or between two such places.
    case near(String, isAbove: Bool, isBelow: Bool)
    case fold
    case alike
  }

  private static let fold = SheetLine(.remark, "  ⋯")
  /// As many rows as a line takes above or below what differs, lest that is out of sight.
  private static let rowsNearby = 2

  private var parts: [Part] {
    guard blocks.contains(where: \.isChanged) else { return [.alike] }
    return blocks.indices.map { index in
      switch blocks[index] {
      case .changed(let base, let theirs, let mine): return .changed([base, theirs, mine])
      case .kept(let text):
        let isAbove = index + 1 < blocks.count && blocks[index + 1].isChanged
        let isBelow = index > 0 && blocks[index - 1].isChanged
        return isAbove || isBelow ? .near(text, isAbove: isAbove, isBelow: isBelow) : .fold
      }
    }
  }

  private func lines(_ part: Part, _ side: Side, width: Int) -> [SheetLine] {
    switch part {
    case .fold: return [Self.fold]
    case .alike: return [SheetLine(.remark, "  " + Wording.differInLineEndsOnly)]
    case .near(let text, let isAbove, let isBelow):
      let rows = Wrap.lines(text, width: max(1, width - MarkedText.Side.signWidth)).map {
        SheetLine(.text, "  " + $0)
      }
      let (first, last) = (isBelow ? Self.rowsNearby : 0, isAbove ? Self.rowsNearby : 0)
      guard rows.count > first + last else { return rows }
      return Array(rows.prefix(first)) + [Self.fold] + rows.suffix(last)
    case .changed(let texts):
      guard let text = texts[side.rawValue] else {
        if empty.contains(side) { return [SheetLine(.remark, "  (empty)")] }
        // Nothing of the base is gone where the others only added.
        return texts[Side.base.rawValue] == nil ? [] : [SheetLine(.remark, "  (taken out)")]
      }
      return text.lines(side == .base ? .older : .newer, width: width, signsAll: false)
    }
  }
}
