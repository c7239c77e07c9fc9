import TerminalModel
import Workbench

/// All drafts of this server: what each is for, how it stands, the first words of it.
enum AllDraftsDialogView {
  /// Draws the list.
  static func draw(_ dialog: AllDraftsDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let entries = state.allDrafts
    let width = DialogLayout(in: state.size, width: 76, height: 6).textWidth
    let standings = entries.map {
      Wrap.lines(Wording.standing($0, in: state.zone), width: width - 2)
    }
    let rows = (standings.map(\.count).max() ?? 1) + 2
    let layout = DialogLayout(in: state.size, width: 76, height: entries.count * rows + 2)
    grid.writeFrame(Wording.allDrafts(entries.count), layout.frame)
    let text = layout.text
    let room = max(1, text.height / rows)
    let first = max(0, min(dialog.cursor - room + 1, entries.count - room))
    for (offset, entry) in entries.dropFirst(first).prefix(room).enumerated() {
      let row = text.row + offset * rows
      let isSelected = first + offset == dialog.cursor
      if isSelected {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: rows), Theme.bar)
        grid.cursor = Position(row: row, column: text.column)
      }
      let besides = state.drafts(of: entry.draft.key).filter { $0 != entry }
      let lines =
        [(Wording.subject(of: entry), 0, Theme.title)]
        + standings[first + offset].map { ($0, 2, Style.plain) }
        + [(entry.words(besides: besides, 200), 2, Theme.secondary)]
      for (index, (line, indent, style)) in lines.enumerated() where row + index < text.endRow {
        grid.write(
          line, row: row + index, column: text.column + indent, width: text.width - indent,
          style: isSelected ? Theme.bar : style)
      }
    }
    grid.writeHidden(entries.count - first - room, in: layout.frame)
  }
}
