import CasesAPI
import CaseWire
import TerminalModel

/// What differs between two texts, written as lines that begin with `+` and `-`.
enum DifferenceSheet {
  /// Writes the fields that differ, each under its name.
  ///
  /// - Parameters:
  ///   - before: the older texts.
  ///   - after: the newer ones.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines from top to bottom; none where nothing differs.
  static func lines(from before: FormTexts, to after: FormTexts, width: Int) -> [SheetLine] {
    var lines: [SheetLine] = []
    for field in CaseForm.fields where !before[field].isIdentical(to: after[field]) {
      lines.append(SheetLine(.remark, Wording.name(of: field)))
      if CaseForm.isMultiline(field) {
        lines += self.lines(from: before[field], to: after[field], width: width)
      } else {
        lines += pair(before[field], after[field], width: width)
      }
    }
    return lines
  }

  /// Writes a value that took the place of another one.
  ///
  /// - Parameters:
  ///   - before: the older value; `none` is written for an empty one.
  ///   - after: the newer one.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines from top to bottom.
  static func pair(_ before: String, _ after: String, width: Int) -> [SheetLine] {
    func line(_ text: String, _ side: MarkedText.Side) -> [SheetLine] {
      var marked = MarkedText()
      marked.append(text.isEmpty ? "none" : text, isMarked: false)
      return marked.lines(side, width: width, signsAll: true)
    }
    return line(before, .older) + line(after, .newer)
  }

  /// Writes the lines that changed, with the changed words marked, one kept line around them and
  /// a sign where others are left out.
  ///
  /// - Parameters:
  ///   - before: the older text.
  ///   - after: the newer one.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines from top to bottom.
  static func lines(from before: String, to after: String, width: Int) -> [SheetLine] {
    lines(of: TextDifference(from: before, to: after), width: width)
  }

  /// Writes a difference that was found before, like `lines(from:to:width:)`.
  ///
  /// - Parameters:
  ///   - difference: what differs.
  ///   - width: the columns of a line, 1 or more.
  /// - Returns: the lines from top to bottom.
  static func lines(of difference: TextDifference, width: Int) -> [SheetLine] {
    let blocks = DifferenceBlock.blocks(of: difference)
    var lines: [SheetLine] = []
    var isCut = false
    for (index, block) in blocks.enumerated() {
      switch block {
      case .changed(let old, let new):
        lines += old?.lines(.older, width: width, signsAll: true) ?? []
        lines += new?.lines(.newer, width: width, signsAll: true) ?? []
      case .kept(let text):
        let near = blocks[max(0, index - 1)...min(blocks.count - 1, index + 1)]
        guard near.contains(where: \.isChanged) else {
          if !isCut { lines.append(SheetLine(.remark, "  ⋯")) }
          isCut = true
          continue
        }
        lines += Wrap.lines(text, width: max(1, width - MarkedText.Side.signWidth)).map {
          SheetLine(.text, "  " + $0)
        }
      }
      isCut = false
    }
    return lines
  }
}

extension DifferenceBlock {
  fileprivate var isChanged: Bool { if case .changed = self { true } else { false } }
}
