import TerminalModel
import Workbench

/// The drafts of a case: what each is, and the first words of it.
enum DraftsDialogView {
  /// Draws the question.
  static func draw(_ dialog: DraftsDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let entries = state.drafts(of: dialog.key)
    let width = DialogLayout(in: state.size, width: 76, height: 6).textWidth
    let standings = entries.map { Wrap.lines(Wording.standing($0, in: state.zone), width: width) }
    let rows = (standings.map(\.count).max() ?? 1) + 1
    let foot = Wrap.lines(
      dialog.isDropping ? Wording.dropDraft : Wording.draftsStay, width: width)
    let most = entries.count * rows + foot.count + (dialog.isDropping ? 4 : 3)
    let layout = DialogLayout(in: state.size, width: 76, height: most)
    grid.writeFrame(Wording.draftsOf(dialog.key), layout.frame)
    let text = layout.text
    let footRows = foot.count + (dialog.isDropping ? 1 : 0)
    let room = max(1, (text.height - footRows) / rows)
    let first = max(0, dialog.cursor - room + 1)
    for (offset, entry) in entries.dropFirst(first).prefix(room).enumerated() {
      let row = text.row + offset * rows
      let isSelected = first + offset == dialog.cursor
      let style = isSelected ? Theme.bar : Style.plain
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: rows), style)
        grid.cursor = Position(row: row, column: text.column)
      }
      let standing = standings[first + offset]
      for (line, words) in standing.enumerated() {
        grid.write(words, row: row + line, column: text.column, width: text.width, style: style)
      }
      grid.write(
        entry.words(besides: entries.filter { $0 != entry }, 200), row: row + standing.count,
        column: text.column + 2, width: text.width - 2, style: isSelected ? style : Theme.secondary)
    }
    grid.writeHidden(entries.count - first - room, in: layout.frame)
    let row = text.endRow - footRows
    let style = dialog.isDropping ? Theme.attention : Theme.secondary
    for (offset, line) in foot.enumerated() {
      grid.write(line, row: row + offset, column: text.column, width: text.width, style: style)
    }
    guard dialog.isDropping else { return }
    DialogView.writeQuestion(
      [], [("y", "yes"), ("n", "no")],
      in: Rect(row: text.endRow - 1, column: text.column, width: text.width, height: 1), &grid)
  }
}
