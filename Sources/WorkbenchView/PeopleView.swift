import TerminalModel
import Workbench

/// The people that are offered while one is typed.
enum PeopleView {
  /// Draws the names, one a row.
  ///
  /// - Parameters:
  ///   - names: the names that are offered.
  ///   - cursor: the chosen one.
  ///   - me: who works here, told beside the name.
  ///   - box: where they stand.
  ///   - grid: the screen.
  static func draw(
    _ names: [String], cursor: Int?, me: String?, in box: Rect, _ grid: inout Grid
  ) {
    let first = max(0, (cursor ?? 0) - box.height + 1)
    for (offset, name) in names.dropFirst(first).prefix(box.height).enumerated() {
      let row = Rect(row: box.row + offset, column: box.column, width: box.width, height: 1)
      let isChosen = first + offset == cursor
      let style = isChosen ? Theme.bar : Theme.input
      grid.fill(row, style)
      let mark = isChosen ? "▌" : " "
      let suffix = name == me ? "  me" : ""
      grid.write(
        mark + name + suffix, row: row.row, column: row.column, width: row.width, style: style)
    }
  }
}
