import TerminalModel
import Workbench

/// The line in which a list is narrowed, with what can stand in it above.
enum QueryLineView {
  private static let mostChoices = 6

  /// Draws the line into the status row, and above it the choices at the cursor or what is wrong.
  static func draw(
    _ narrowing: WorkbenchState.Narrowing, _ state: WorkbenchState, row: Int, width: Int,
    _ grid: inout Grid
  ) {
    grid.write("/ ", row: row, column: 1, style: Theme.key)
    let box = Rect(row: row, column: 3, width: max(2, width - 2), height: 1)
    grid.writeBox(narrowing.input, in: box, isFocused: state.dialog == nil)
    let line = narrowing.input.text
    let mistakes = state.queryMistakes
    // Where the line is longer than its box it has moved, and the message alone tells.
    if CellText.width(of: line) < box.width {
      for mistake in mistakes {
        let (start, end) = columns(of: mistake.range, in: line)
        grid.restyle(Rect(row: row, column: box.column + start, width: end - start, height: 1)) {
          $0.foreground = Theme.danger.foreground
          $0.attributes.insert(.underline)
        }
      }
    }
    let choices = state.completion?.choices ?? []
    if !choices.isEmpty {
      draw(choices, above: row, width: width, &grid)
    } else if let problem = mistakes.first?.text ?? narrowing.problem {
      let lines = Wrap.lines("✗ \(problem)", width: max(1, grid.size.width - 4)).prefix(3)
      for (offset, line) in lines.enumerated() {
        let row = row - lines.count + offset
        guard row >= 0 else { continue }
        grid.fill(Rect(row: row, column: 0, width: grid.size.width, height: 1))
        grid.write(line, row: row, column: 3, style: Theme.danger)
      }
    }
  }

  private static func draw(
    _ choices: [String], above row: Int, width: Int, _ grid: inout Grid
  ) {
    let shown = choices.prefix(min(mostChoices, max(1, row - 2)))
    let wide = min(width, (shown.map { CellText.width(of: $0) }.max() ?? 0) + 2)
    for (offset, choice) in shown.enumerated() {
      let row = row - shown.count + offset
      guard row >= 0 else { continue }
      let style = offset == 0 ? Theme.bar : Theme.input
      grid.fill(Rect(row: row, column: 3, width: wide, height: 1), style)
      grid.write(choice, row: row, column: 4, width: wide - 1, style: style)
    }
  }

  private static func columns(of range: Range<Int>, in line: String) -> (Int, Int) {
    let characters = Array(line)
    let start = String(characters[..<min(range.lowerBound, characters.count)])
    let end = String(characters[..<min(range.upperBound, characters.count)])
    return (CellText.width(of: start), max(CellText.width(of: start) + 1, CellText.width(of: end)))
  }
}
