import TerminalModel
import Workbench

/// The line in which a list is narrowed; what can stand in it, framed, right over the word.
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
    guard let completion = state.completion, !completion.choices.isEmpty else {
      writeProblem(mistakes.first?.text ?? narrowing.problem, above: row, &grid)
      return
    }
    let cursor = completion.range.upperBound
    let begun = String(Array(line)[completion.range])
    let cursorColumn = narrowing.input.layout(width: max(1, box.width - 1)).cursor.column
    let column = box.column + cursorColumn - CellText.width(of: begun)
    let top = draw(completion.choices, above: row, wordColumn: column, &grid)
    // What is still being typed is no mistake yet; one elsewhere in the line is told above.
    let other = mistakes.first { !($0.range.lowerBound..<$0.range.upperBound + 1).contains(cursor) }
    writeProblem(other?.text, above: top, &grid)
  }

  private static func writeProblem(_ problem: String?, above row: Int, _ grid: inout Grid) {
    guard let problem else { return }
    let lines = Wrap.lines("✗ \(problem)", width: max(1, grid.size.width - 4)).prefix(4)
    for (offset, line) in lines.enumerated() {
      let row = row - lines.count + offset
      guard row >= 0 else { continue }
      grid.fill(Rect(row: row, column: 0, width: grid.size.width, height: 1))
      grid.write(line, row: row, column: 3, style: Theme.danger)
    }
  }

  /// Draws the choices into a frame over the word; where there is no room to its right, further left.
  ///
  /// - Returns: the row of the upper edge.
  private static func draw(
    _ choices: [String], above row: Int, wordColumn: Int, _ grid: inout Grid
  ) -> Int {
    let shown = choices.prefix(min(mostChoices, max(1, row - 3)))
    let widest = shown.map { CellText.width(of: $0) }.max() ?? 0
    let hidden = choices.count - shown.count
    let size = Size(
      width: min(grid.size.width, max(widest, hidden > 0 ? 10 : 0) + 4), height: shown.count + 2)
    let frame = Rect(
      row: max(0, row - size.height),
      column: max(0, min(wordColumn - 2, grid.size.width - size.width)),
      width: size.width, height: size.height)
    grid.writeFrame("", frame)
    for (offset, choice) in shown.enumerated() {
      let row = frame.row + 1 + offset
      let style = offset == 0 ? Theme.bar : Style.plain
      grid.fill(Rect(row: row, column: frame.column + 1, width: frame.width - 2, height: 1), style)
      grid.write(
        choice, row: row, column: frame.column + 2, width: frame.width - 4, style: style)
    }
    grid.writeHidden(hidden, in: frame)
    return frame.row
  }

  private static func columns(of range: Range<Int>, in line: String) -> (Int, Int) {
    let characters = Array(line)
    let start = String(characters[..<min(range.lowerBound, characters.count)])
    let end = String(characters[..<min(range.upperBound, characters.count)])
    return (CellText.width(of: start), max(CellText.width(of: start) + 1, CellText.width(of: end)))
  }
}
