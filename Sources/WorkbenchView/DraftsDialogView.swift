import TerminalModel
import Workbench

/// The drafts of a case, two rows each: what it is, and the first words of it.
enum DraftsDialogView {
  /// Draws the question.
  static func draw(_ dialog: DraftsDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let entries = state.drafts(of: dialog.key)
    let layout = DialogLayout(in: state.size, width: 76, height: entries.count * 2 + 4)
    grid.writeFrame(Wording.draftsOf(dialog.key), layout.frame)
    let text = layout.text
    let room = max(1, (text.height - 1) / 2)
    let first = max(0, dialog.cursor - room + 1)
    for (offset, entry) in entries.dropFirst(first).prefix(room).enumerated() {
      let row = text.row + offset * 2
      let isSelected = first + offset == dialog.cursor
      let style = isSelected ? Theme.bar : Style.plain
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: 2), style)
        grid.cursor = Position(row: row, column: text.column)
      }
      grid.write(
        Wording.standing(entry, in: state.zone), row: row, column: text.column,
        width: text.width, style: style)
      guard row + 1 < text.endRow else { continue }
      grid.write(
        entry.words(besides: entries.filter { $0 != entry }, 200), row: row + 1,
        column: text.column + 2, width: text.width - 2, style: isSelected ? style : Theme.secondary)
    }
    guard text.height > 2 else { return }
    let row = text.endRow - 1
    if dialog.isDropping {
      let question = text.width < 42 ? "Drop it for good?" : "Drop this draft for good?"
      let used = grid.write(question, row: row, column: text.column, style: Theme.attention)
      DialogView.writeQuestion(
        [], [("y", "yes"), ("n", "no")],
        in: Rect(
          row: row, column: text.column + used + 2, width: max(1, text.width - used - 2),
          height: 1), &grid)
    } else {
      grid.write(
        "Those that are not taken up stay kept.", row: row, column: text.column,
        width: text.width, style: Theme.secondary)
    }
  }
}
