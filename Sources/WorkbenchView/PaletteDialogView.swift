import CaseWire
import TerminalModel
import Workbench

/// All that can be done.
enum PaletteDialogView {
  /// Draws the palette.
  static func draw(_ dialog: PaletteDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout(in: state.size, width: 84, height: min(18, state.size.height - 3))
    grid.writeFrame("Find an action or a case", layout.frame)
    let text = layout.text
    let box = Rect(row: text.row, column: text.column, width: text.width, height: 1)
    grid.restyle(box) { $0 = Theme.input }
    grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.input)
    let entries = state.paletteEntries(for: dialog.input.text)
    let current = entries.indices.contains(dialog.cursor) ? entries[dialog.cursor] : nil
    let foot = current.map { whole($0, width: text.width) } ?? []
    let body = text.inset(top: 2, bottom: foot.isEmpty ? 0 : foot.count + 1)
    let first = max(0, dialog.cursor - body.height + 1)
    for (offset, entry) in entries.dropFirst(first).prefix(body.height).enumerated() {
      let row = body.row + offset
      let isSelected = first + offset == dialog.cursor
      let plain = entry.reasonOff == nil ? Style.plain : Theme.secondary
      let style = isSelected ? Theme.bar : plain
      if isSelected {
        grid.fill(Rect(row: row, column: body.column, width: body.width, height: 1), style)
      }
      let right = entry.reasonOff ?? entry.keys
      let room = min(CellText.width(of: right), body.width / 2)
      grid.write(
        entry.title, row: row, column: body.column, width: max(1, body.width - room - 2),
        style: style)
      grid.write(
        right, row: row, column: body.endColumn - room, width: room,
        style: isSelected || entry.reasonOff != nil ? style : Theme.key)
    }
    if entries.isEmpty {
      grid.write("Nothing is called so.", row: body.row, column: body.column)
    }
    for (offset, line) in foot.enumerated() {
      grid.write(
        line, row: text.endRow - foot.count + offset, column: text.column, width: text.width,
        style: Theme.secondary)
    }
  }

  /// All of the entry under the cursor, where its row has no room for it.
  private static func whole(_ entry: PaletteEntry, width: Int) -> [String] {
    let right = entry.reasonOff ?? entry.keys
    let room = min(CellText.width(of: right), width / 2)
    let fits =
      room == CellText.width(of: right) && CellText.width(of: entry.title) <= width - room - 2
    guard !fits else { return [] }
    let words = right.isEmpty ? entry.title : "\(entry.title) · \(right)"
    return Wrap.lines(words, width: width)
  }
}
