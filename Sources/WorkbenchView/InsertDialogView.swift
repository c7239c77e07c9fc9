import TerminalModel
import Workbench

/// The choice of what to put into a text: letter, name, and what it would be.
enum InsertDialogView {
  /// Draws the choice.
  static func draw(_ dialog: InsertDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout(in: state.size, width: 76, height: dialog.choices.count + 2)
    grid.writeFrame("Insert", layout.frame)
    let text = layout.text
    let first = max(0, dialog.cursor - text.height + 1)
    let preview = 3 + dialog.nameWidth + 2
    for (offset, choice) in dialog.choices.dropFirst(first).prefix(text.height).enumerated() {
      let row = text.row + offset
      let isSelected = first + offset == dialog.cursor
      let style = isSelected ? Theme.bar : Style.plain
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: 1), Theme.bar)
        grid.cursor = Position(row: row, column: text.column)
      }
      grid.write(
        String(choice.letter), row: row, column: text.column,
        style: isSelected ? style : Theme.key)
      grid.write(
        choice.name, row: row, column: text.column + 3, width: text.width - 3, style: style)
      grid.write(
        choice.text ?? choice.reasonOff ?? "", row: row, column: text.column + preview,
        width: max(0, text.width - preview), style: isSelected ? style : Theme.secondary)
    }
  }
}
