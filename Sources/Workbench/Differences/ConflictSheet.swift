import TerminalModel

/// Three texts of a conflict written as lines: beside each other, row by row, or one below the other.
///
/// Stretches that all three share are left out but for a line around what differs, so that the first
/// difference stands at the top.
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
      let cells = sides.map { lines(part, $0, width: width) }
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
    parts.flatMap { part in
      guard case .block(.changed) = part else { return lines(part, .mine, width: width) }
      return Side.allCases.flatMap { side -> [SheetLine] in
        let text = lines(part, side, width: width)
        return text.isEmpty ? [] : [SheetLine(.heading, titles[side] ?? "")] + text
      }
    }
  }

  private enum Part {
    case block(ConflictBlock)
    case fold
    case alike
  }

  private var parts: [Part] {
    guard blocks.contains(where: \.isChanged) else { return [.alike] }
    var parts: [Part] = []
    var isCut = false
    for (index, block) in blocks.enumerated() {
      let near = blocks[max(0, index - 1)...min(blocks.count - 1, index + 1)]
      if near.contains(where: \.isChanged) {
        parts.append(.block(block))
        isCut = false
      } else if !isCut {
        parts.append(.fold)
        isCut = true
      }
    }
    return parts
  }

  private func lines(_ part: Part, _ side: Side, width: Int) -> [SheetLine] {
    switch part {
    case .fold: return [SheetLine(.remark, "  ⋯")]
    case .alike: return [SheetLine(.remark, "  " + Wording.differInLineEndsOnly)]
    case .block(.kept(let text)):
      return Wrap.lines(text, width: max(1, width - MarkedText.Side.signWidth)).map {
        SheetLine(.text, "  " + $0)
      }
    case .block(.changed(let base, let theirs, let mine)):
      let texts = [base, theirs, mine]
      guard let text = texts[side.rawValue] else {
        if empty.contains(side) { return [SheetLine(.remark, "  (empty)")] }
        // Nothing of the base is gone where the others only added.
        return base == nil ? [] : [SheetLine(.remark, "  (taken out)")]
      }
      return text.lines(side == .base ? .older : .newer, width: width, signsAll: false)
    }
  }
}
