import TerminalModel
import Workbench

/// The list of all keys, those of the pane in use first.
enum KeyListView {
  /// Draws the list.
  static func draw(_ scroll: Int, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout(
      in: state.size, width: min(78, state.size.width - 4), height: state.size.height - 3)
    grid.writeFrame("Keys", layout.frame)
    let text = layout.text
    grid.cursor = Position(row: text.row, column: text.column)
    let keyWidth = text.width < 50 ? 12 : 16
    let lines = lines(of: state.keys, for: state.context).flatMap { line in
      Wrap.lines(line.help, width: max(1, text.width - keyWidth)).enumerated().map {
        (keys: $0.offset == 0 || line.keys == nil ? line.keys : "", help: $0.element)
      }
    }
    let first = max(0, min(scroll, lines.count - text.height))
    for (offset, line) in lines.dropFirst(first).prefix(text.height).enumerated() {
      let row = text.row + offset
      guard let keys = line.keys else {
        grid.write(line.help, row: row, column: text.column, style: Theme.heading)
        continue
      }
      grid.write(keys, row: row, column: text.column, width: keyWidth - 1, style: Theme.key)
      grid.write(line.help, row: row, column: text.column + keyWidth, width: text.width - keyWidth)
    }
    let hidden = lines.count - first - text.height
    if hidden > 0 {
      grid.writeRight(
        " \(hidden) more ↓ ", row: layout.frame.endRow - 1, endColumn: layout.frame.endColumn - 2,
        style: Theme.accent)
    }
  }

  /// The lines of the list; a heading has no keys.
  static func lines(
    of keys: KeyMap, for context: KeyContext
  ) -> [(keys: String?, help: String)] {
    let parts = keys.table(from: context).map { part in
      let title = part.context == context ? "Here" : part.context.title
      return [(nil, title)] + part.bindings.map { ($0.keyNames, $0.help) }
    }
    return Array(parts.joined(separator: [(nil, "")]))
  }
}
