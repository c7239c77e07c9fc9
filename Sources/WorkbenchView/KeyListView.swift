import TerminalModel
import Workbench

/// The list of all keys, those of the pane in use first, and the box of what is looked for.
enum KeyListView {
  /// Draws the list.
  static func draw(_ dialog: KeysDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = KeySheet.layout(in: state.size)
    grid.writeFrame("Keys", layout.frame)
    let text = layout.text
    grid.cursor = Position(row: text.row, column: text.column)
    let sheet = state.keySheet
    let body = text.inset(bottom: dialog.isTyping ? 1 : 0)
    let first = max(0, min(dialog.scroll, sheet.lines.count - body.height))
    for (offset, line) in sheet.lines.dropFirst(first).prefix(body.height).enumerated() {
      let row = body.row + offset
      guard let keys = line.keys else {
        grid.write(line.help, row: row, column: text.column, style: Theme.heading)
        continue
      }
      let isFound = dialog.found.map { sheet.lines[$0].entry == line.entry } ?? false
      if isFound {
        grid.fill(Rect(row: row, column: text.column, width: text.width, height: 1), Theme.bar)
        if first + offset == dialog.found {
          grid.cursor = Position(row: row, column: text.column)
        }
      }
      grid.write(
        keys, row: row, column: text.column, width: sheet.keyWidth - 1,
        style: isFound ? Theme.bar : Theme.key)
      grid.write(
        line.help, row: row, column: text.column + sheet.keyWidth,
        width: text.width - sheet.keyWidth, style: isFound ? Theme.bar : .plain)
    }
    grid.writeHidden(sheet.lines.count - first - body.height, in: layout.frame)
    if dialog.isTyping { drawSearch(dialog, sheet, row: text.endRow - 1, in: text, &grid) }
  }

  private static func drawSearch(
    _ dialog: KeysDialog, _ sheet: KeySheet, row: Int, in text: Rect, _ grid: inout Grid
  ) {
    let hits = sheet.hits(of: dialog.input.text)
    let told = Wording.keysFound(hits, at: dialog.found, isAsked: !dialog.input.isEmpty)
    let style = hits.isEmpty ? Theme.attention : Theme.secondary
    grid.writeRight(told, row: row, endColumn: text.endColumn, style: style)
    grid.write("/", row: row, column: text.column, style: Theme.key)
    let box = Rect(
      row: row, column: text.column + 2,
      width: max(2, text.width - 3 - CellText.width(of: told)), height: 1)
    grid.restyle(box) { $0 = Theme.input }
    grid.writeBox(dialog.input, in: box, isFocused: true, style: Theme.input)
  }
}
