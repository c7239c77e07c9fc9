import Markdown
import TerminalModel
import Workbench

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

/// Markdown while it is written.
extension Grid {
  /// Gives the text of a box, which stands there already, the looks of its Markdown.
  mutating func styleMarkdown(_ editor: TextEditor, in box: Rect, top: Int) {
    guard box.width > 0, box.height > 0 else { return }
    let layout = editor.layout(width: max(1, box.width - 1))
    let top = min(top, max(0, layout.rowCount - 1))
    for part in layout.looks(top..<top + box.height) {
      let columns = part.columns.clamped(to: 0..<box.width)
      let cells = Rect(
        row: box.row + part.row, column: box.column + columns.lowerBound, width: columns.count,
        height: 1)
      let style = Theme.markdown(part.look)
      restyle(cells) {
        if style.foreground >= 0 { $0.foreground = style.foreground }
        $0.attributes.formUnion(style.attributes)
      }
    }
  }
}
