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
    // Where room is short, the blank lines go first, then the checks from the end.
    let blanks = text.height >= checks.count + 7 ? 1 : 0
    let room = max(0, text.height - 4 - 2 * blanks)
    var row = text.row
    func line(_ words: String, _ style: Style = .plain) {
      guard row < text.endRow else { return }
      grid.write(words, row: row, column: text.column, width: text.width, style: style)
      row += 1
    }
    line(name, Theme.title)
    line(warning, Theme.attention)
    row += blanks
    for check in checks.prefix(room) {
      switch check.verdict {
      case .good: line("✓ \(check.text)")
      case .doubtful: line("! \(check.text)", Theme.attention)
      case .forbidden: line("✗ \(check.text)", Theme.danger)
      }
    }
    row += blanks
    guard row < text.endRow else { return }
    let used = grid.write(prompt, row: row, column: text.column)
    grid.writeBox(
      input,
      in: Rect(
        row: row, column: text.column + used, width: max(2, text.width - used), height: 1),
      isFocused: true, style: Theme.key)
    DialogView.writeProblem(problem, row: row + 1, in: text, rows: 2, &grid)
  }
}
