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

  /// Draws the field for a person with the names under it, and what is wrong or missing below them.
  ///
  /// - Parameters:
  ///   - input: the field.
  ///   - names: the names that are offered; none while they cannot be chosen.
  ///   - cursor: which of them Enter takes.
  ///   - problem: what is wrong.
  ///   - remark: what is told where nothing is wrong.
  ///   - me: who works here.
  ///   - text: the rows of the dialog from the field on.
  ///   - grid: the screen.
  static func drawField(
    _ input: TextEditor, _ names: [String], cursor: Int?, problem: String?,
    remark: String?, me: String?, in text: Rect, _ grid: inout Grid
  ) {
    let box = Rect(row: text.row, column: text.column, width: text.width, height: 1)
    grid.restyle(box) { $0 = Theme.input }
    let told = problem.map { "✗ \($0)" } ?? remark
    let lines = told.map { Wrap.lines($0, width: text.width) } ?? []
    let list = Rect(
      row: text.row + 1, column: text.column, width: text.width,
      height: max(names.isEmpty ? 0 : 1, text.height - 1 - lines.count))
    draw(names, cursor: cursor, me: me, in: list, &grid)
    grid.writeBox(input, in: box, isFocused: true, style: Theme.input)
    let end = min(list.row + names.count, list.endRow)
    let style = problem == nil ? Theme.secondary : Theme.danger
    for (offset, line) in lines.enumerated() where end + offset < text.endRow {
      grid.write(
        line, row: end + offset, column: text.column, width: text.width, style: style)
    }
  }
}
