import Markdown
import TerminalModel

extension Grid {
  /// Writes the runs of one line of Markdown, one after the other.
  mutating func write(_ runs: [MarkdownRun], row: Int, in rect: Rect) {
    var column = rect.column
    for run in runs where column < rect.endColumn {
      column += write(
        run.text, row: row, column: column, width: rect.endColumn - column,
        style: Theme.markdown(run.look))
    }
  }
}
