import TerminalModel
import Workbench

/// A question that is answered by typing the number of a case: what it is about, what will be fixed
/// or lost for good, then the box.
struct NumberQuestionView {
  /// The title of the frame.
  let title: String
  /// The name of the case.
  let name: String
  /// What can never be taken back.
  let warning: String
  /// What is to be looked at.
  let checks: [Check]
  /// What stands before the box.
  let prompt: String
  /// What was typed.
  let input: TextEditor
  /// Why it was not accepted.
  let problem: String?

  /// Draws the question.
  func draw(_ size: Size, _ grid: inout Grid) {
    let layout = DialogLayout(in: size, width: 66, height: 15)
    grid.writeFrame(title, layout.frame)
    let text = layout.text
    let problemRows = problem == nil ? 0 : 2
    // Where room is short, the checks from the end go last, after the blank lines and the second
    // lines of what does not fit one.
    let shown = checks.prefix(max(0, text.height - 3 - max(1, problemRows)))
    var spare = text.height - 3 - shown.count - problemRows
    func lines(_ words: String, indent: Int = 0) -> [String] {
      let lines = Self.lines(words, width: text.width, indent: indent)
      guard lines.count - 1 <= spare else { return [words] }
      spare -= lines.count - 1
      return lines
    }
    let warningLines = lines(warning)
    // What speaks against it is told whole before what speaks for it.
    var checkLines: [Int: [String]] = [:]
    let byWeight =
      shown.indices.filter { shown[$0].verdict != .good }
      + shown.indices.filter { shown[$0].verdict == .good }
    for index in byWeight {
      checkLines[index] = lines(Self.mark(shown[index]), indent: Self.indent(of: shown[index]))
    }
    // The blank lines stay when a problem is told below.
    let blanks = spare >= 4 - problemRows ? 1 : 0
    var row = text.row
    func write(_ lines: [String], _ style: Style = .plain) {
      for line in lines where row < text.endRow {
        grid.write(line, row: row, column: text.column, width: text.width, style: style)
        row += 1
      }
    }
    write([name], Theme.title)
    write(warningLines, Theme.attention)
    row += blanks
    for index in shown.indices {
      write(checkLines[index] ?? [], Self.style(shown[index].verdict))
    }
    row += blanks
    guard row < text.endRow else { return }
    let used = grid.write(prompt, row: row, column: text.column)
    grid.writeBox(
      input,
      in: Rect(
        row: row, column: text.column + used, width: max(2, text.width - used), height: 1),
      isFocused: true, style: Theme.key)
    DialogView.writeProblem(
      problem, row: row + 1, in: text, rows: text.endRow - row - 1, &grid)
  }

  private static func mark(_ check: Check) -> String {
    switch check.verdict {
    case .good: "✓ \(check.text)"
    case .doubtful: "! \(check.text)"
    case .forbidden: "✗ \(check.text)"
    }
  }

  private static func style(_ verdict: Check.Verdict) -> Style {
    switch verdict {
    case .good: .plain
    case .doubtful: Theme.attention
    case .forbidden: Theme.danger
    }
  }

  /// Where the second line of a check begins: under what stands behind its label, if it has one.
  private static func indent(of check: Check) -> Int {
    guard let gap = check.text.firstRange(of: "  ") else { return 2 }
    let label = check.text[..<gap.lowerBound]
    let blanks = check.text[gap.lowerBound...].prefix { $0 == " " }
    return 2 + label.count + blanks.count
  }

  /// Breaks words between words, the lines after the first one indented.
  private static func lines(_ words: String, width: Int, indent: Int) -> [String] {
    let indent = min(indent, width / 2)
    guard CellText.width(of: words) > width, indent > 0 else {
      return Wrap.lines(words, width: width)
    }
    let whole = Wrap.positionedLines(words, width: width)
    let first = whole.first?.text ?? ""
    let rest = String(words.dropFirst(whole.first?.characters.count ?? 0))
    let margin = String(repeating: " ", count: indent)
    return [first] + Wrap.lines(rest, width: width - indent).map { margin + $0 }
  }
}
