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
    writeMarks(mistakes, in: narrowing.input, box, &grid)
    let cursor = narrowing.input.charactersBeforeCursor
    func isTyped(_ mistake: QueryLine.Mistake) -> Bool {
      (mistake.range.lowerBound..<mistake.range.upperBound + 1).contains(cursor)
    }
    guard let completion = state.completion, !completion.choices.isEmpty else {
      // The one at the cursor is being mended; the others may have moved out of the box.
      let told = mistakes.first(where: isTyped) ?? mistakes.first
      let problem = told.map { Wording.mistake($0.text, more: mistakes.count - 1) }
      write(lines(of: problem ?? narrowing.problem, above: row, grid), above: row, &grid)
      return
    }
    let begun = String(Array(line)[completion.range])
    let cursorColumn = narrowing.input.layout(width: max(1, box.width - 1)).cursor.column
    let column = box.column + cursorColumn - CellText.width(of: begun)
    // What is still being typed is no mistake yet; those elsewhere in the line are told above.
    let others = mistakes.filter { !isTyped($0) }
    let problem = others.first.map { Wording.mistake($0.text, more: others.count - 1) }
    let lines = lines(of: problem, above: row, grid)
    let room = max(1, row - 3 - lines.count)
    let top = draw(
      completion.choices, atMost: room, above: row, wordColumn: column, &grid)
    write(lines, above: top, &grid)
  }

  /// Marks the mistakes where they stand, as far as the box shows them.
  private static func writeMarks(
    _ mistakes: [QueryLine.Mistake], in input: TextEditor, _ box: Rect, _ grid: inout Grid
  ) {
    let characters = Array(input.text)
    func bytes(before index: Int) -> Int { String(characters.prefix(index)).utf8.count }
    for mistake in mistakes {
      let range = bytes(before: mistake.range.lowerBound)..<bytes(before: mistake.range.upperBound)
      let layout = input.layout(width: max(1, box.width - 1), hits: [range])
      for mark in layout.rows(0..<1).flatMap(\.marks) where mark.kind == .hit {
        let columns = mark.columns.clamped(to: 0..<box.width)
        let cells = Rect(
          row: box.row, column: box.column + columns.lowerBound, width: columns.count, height: 1)
        grid.restyle(cells) {
          $0.foreground = Theme.danger.foreground
          $0.attributes.insert(.underline)
        }
      }
    }
  }

  /// What is wrong, in as many lines as it takes where a third of the list stays in sight.
  private static func lines(of problem: String?, above row: Int, _ grid: Grid) -> [String] {
    guard let problem else { return [] }
    let lines = Wrap.lines("✗ \(problem)", width: max(1, grid.size.width - 4))
    return Array(lines.prefix(max(4, row * 2 / 3)))
  }

  private static func write(_ lines: [String], above row: Int, _ grid: inout Grid) {
    for (offset, line) in lines.enumerated() {
      let row = row - lines.count + offset
      guard row >= 0 else { continue }
      grid.fill(Rect(row: row, column: 0, width: grid.size.width, height: 1))
      grid.write(line, row: row, column: 3, style: Theme.danger)
    }
  }

  /// Draws the choices into a frame over the word; where there is no room to its right, further
  /// left.
  ///
  /// - Returns: the row of the upper edge.
  private static func draw(
    _ choices: [String], atMost room: Int, above row: Int, wordColumn: Int, _ grid: inout Grid
  ) -> Int {
    let shown = choices.prefix(min(mostChoices, room))
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
}
