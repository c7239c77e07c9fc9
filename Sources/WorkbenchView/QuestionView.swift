import TerminalModel
import Workbench

/// A question: what it is about, and under that the keys or the box that answer it.
enum QuestionView {
  /// Draws a question.
  ///
  /// - Parameters:
  ///   - dialog: the question.
  ///   - typed: what was typed, where a number answers it.
  ///   - state: the workbench.
  ///   - grid: the screen.
  static func draw(
    _ dialog: Dialog, typed: TextEditor?, _ state: WorkbenchState, _ grid: inout Grid
  ) {
    guard let question = state.question(of: dialog) else { return }
    let text = question.layout.text
    grid.writeFrame(question.title, question.layout.frame)
    grid.write(question.text.seen(from: dialog.scroll), in: question.body)
    grid.writePlace(question.text.place(from: dialog.scroll), in: question.layout.frame)
    var row = question.footRow
    guard row < text.endRow else { return }
    if let prompt = question.prompt, let typed {
      let used = grid.write(prompt, row: row, column: text.column, width: text.width)
      let box = Rect(
        row: row, column: text.column + used, width: max(2, text.width - used), height: 1)
      grid.writeBox(typed, in: box, isFocused: true, style: Theme.key)
    } else {
      grid.cursor = Position(row: row, column: text.column)
      for answers in question.answers where row < text.endRow {
        write(answers, row: row, in: text, &grid)
        row += 1
      }
    }
    for line in question.problem where row + 1 < text.endRow {
      row += 1
      grid.write(line, row: row, column: text.column, width: text.width, style: Theme.danger)
    }
  }

  private static func write(_ answers: [KeyHint], row: Int, in text: Rect, _ grid: inout Grid) {
    var column = text.column
    for answer in answers {
      column += grid.write(answer.key, row: row, column: column, style: Theme.key) + 1
      column += grid.write(answer.label, row: row, column: column) + 3
    }
  }
}
