import TerminalModel
import Workbench

/// The few shapes from which every screen is made.
extension Grid {
  /// Writes text that ends at a column.
  mutating func writeRight(_ text: String, row: Int, endColumn: Int, style: Style = .plain) {
    let width = CellText.width(of: text)
    write(text, row: row, column: endColumn - width, style: style)
  }

  /// Writes the title of a pane: what it shows, and a count at the right edge; a line parts it from
  /// a pane above it.
  mutating func writeTitle(
    _ title: String, _ trailing: String, in pane: Rect, isFocused: Bool
  ) {
    guard pane.height > 0 else { return }
    if pane.row > 0 {
      let line = String(repeating: "─", count: pane.width)
      write(line, row: pane.row, column: pane.column, style: Theme.secondary)
    }
    let title = pane.row > 0 ? " \(title) " : title
    let trailing = pane.row > 0 && !trailing.isEmpty ? " \(trailing) " : trailing
    let width = CellText.width(of: trailing)
    let style = isFocused ? Theme.focusedTitle : Theme.title
    write(
      title, row: pane.row, column: pane.column + 1, width: pane.width - width - 3, style: style)
    writeRight(trailing, row: pane.row, endColumn: pane.endColumn - 1, style: Theme.secondary)
  }

  /// Writes lines to be read into a rectangle.
  mutating func write(_ lines: ArraySlice<SheetLine>, in rect: Rect) {
    for (offset, line) in lines.prefix(rect.height).enumerated() {
      let row = rect.row + offset
      switch line.role {
      case .heading:
        write(line.text, row: row, column: rect.column, width: rect.width, style: Theme.heading)
      case .remark:
        write(line.text, row: row, column: rect.column, width: rect.width, style: Theme.secondary)
      case .attention:
        write(line.text, row: row, column: rect.column, width: rect.width, style: Theme.attention)
      case .danger:
        write(line.text, row: row, column: rect.column, width: rect.width, style: Theme.danger)
      case .removed(let columns):
        write(line.text, row: row, column: rect.column, width: rect.width, style: Theme.removed)
        restyle(columns, row: row, in: rect, Theme.removedWord)
      case .added(let columns):
        write(line.text, row: row, column: rect.column, width: rect.width, style: Theme.done)
        restyle(columns, row: row, in: rect, Theme.addedWord)
      case .text:
        write(line.text, row: row, column: rect.column, width: rect.width)
      case .markdown(let runs):
        write(runs, row: row, in: rect)
      case .fields(let labelWidth, let labels):
        write(line.text, row: row, column: rect.column, width: rect.width)
        for label in labels where label + labelWidth <= rect.width {
          restyle(Rect(row: row, column: rect.column + label, width: labelWidth, height: 1)) {
            $0 = Theme.secondary
          }
        }
      }
      if !line.trailing.isEmpty {
        writeRight(line.trailing, row: row, endColumn: rect.endColumn, style: Theme.secondary)
      }
    }
  }

  private mutating func restyle(
    _ columns: [Range<Int>], row: Int, in rect: Rect, _ style: Style
  ) {
    for columns in columns where columns.upperBound <= rect.width {
      restyle(
        Rect(
          row: row, column: rect.column + columns.lowerBound, width: columns.count, height: 1)
      ) { $0 = style }
    }
  }

  /// Writes over the last rows of a pane why what it shows is not as it is now.
  mutating func writeStale(_ reason: String, in pane: Rect) {
    let lines = StaleRemark.lines(reason, in: pane)
    fill(
      Rect(
        row: pane.endRow - lines.count, column: pane.column, width: pane.width,
        height: lines.count))
    for (offset, line) in lines.enumerated() {
      write(
        line, row: pane.endRow - lines.count + offset, column: pane.column + 1,
        width: pane.width - 2, style: Theme.danger)
    }
  }

  /// Writes into the lower edge of a frame how many lines there are below.
  mutating func writeHidden(_ count: Int, in frame: Rect) {
    writePlace(count > 0 ? "\(Wording.grouped(count)) more ↓" : nil, in: frame)
  }

  /// Writes into the lower edge of a frame which part of a text is seen; nothing where all of it
  /// is.
  mutating func writePlace(_ place: String?, in frame: Rect) {
    guard let place else { return }
    writeRight(
      " \(place) ", row: frame.endRow - 1, endColumn: frame.endColumn - 2, style: Theme.accent)
  }

  /// Empties a rectangle and draws the frame of a dialog around it, with its title in the edge,
  /// if it has one.
  mutating func writeFrame(_ title: String, _ frame: Rect) {
    guard frame.width >= 4, frame.height >= 2 else { return }
    fill(frame)
    let line = String(repeating: "─", count: frame.width - 2)
    write("┌\(line)┐", row: frame.row, column: frame.column, style: Theme.accent)
    write("└\(line)┘", row: frame.endRow - 1, column: frame.column, style: Theme.accent)
    for row in frame.row + 1..<frame.endRow - 1 {
      write("│", row: row, column: frame.column, style: Theme.accent)
      write("│", row: row, column: frame.endColumn - 1, style: Theme.accent)
    }
    guard !title.isEmpty else { return }
    write(
      " \(title) ", row: frame.row, column: frame.column + 2, width: frame.width - 4,
      style: Theme.focusedTitle)
  }

  /// Draws a text box and, where it has the focus, puts the cursor into it.
  mutating func writeBox(
    _ editor: TextEditor, in box: Rect, top: Int = 0, isFocused: Bool, style: Style = .plain
  ) {
    guard box.width > 0, box.height > 0 else { return }
    let layout = editor.layout(width: max(1, box.width - 1))
    let top = min(top, max(0, layout.rowCount - 1))
    for (offset, row) in layout.rows(top..<top + box.height).enumerated() {
      write(row.text, row: box.row + offset, column: box.column, width: box.width, style: style)
      if row.isCutLeft {
        write("‹", row: box.row + offset, column: box.column, style: Theme.secondary)
      }
      if row.isCutRight {
        write("›", row: box.row + offset, column: box.endColumn - 1, style: Theme.secondary)
      }
    }
    writeMarks(editor, in: box, top: top)
    guard isFocused else { return }
    cursor = Position(
      row: box.row + max(0, min(layout.cursor.row - top, box.height - 1)),
      column: box.column + min(layout.cursor.column, box.width - 1))
  }

  /// Shows what is selected in a text box, and what was found.
  mutating func writeMarks(
    _ editor: TextEditor, in box: Rect, top: Int, hits: [Range<Int>] = []
  ) {
    guard box.width > 0, box.height > 0, editor.hasSelection || !hits.isEmpty else { return }
    let layout = editor.layout(width: max(1, box.width - 1), hits: hits)
    let top = min(top, max(0, layout.rowCount - 1))
    for (offset, row) in layout.rows(top..<top + box.height).enumerated() {
      for mark in row.marks {
        let columns = mark.columns.clamped(to: 0..<box.width)
        let cells = Rect(
          row: box.row + offset, column: box.column + columns.lowerBound, width: columns.count,
          height: 1)
        restyle(cells) { $0 = mark.kind == .selected ? Theme.selection : Theme.hit }
      }
    }
  }
}
