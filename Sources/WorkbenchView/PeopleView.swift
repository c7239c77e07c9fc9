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
  ///   - text: the text of the dialog; its first row is taken.
  ///   - grid: the screen.
  static func drawField(
    _ input: TextEditor, _ names: [String], cursor: Int?, problem: String?,
    remark: String?, me: String?, in text: Rect, _ grid: inout Grid
  ) {
    let box = Rect(row: text.row + 1, column: text.column, width: text.width, height: 1)
    grid.restyle(box) { $0 = Theme.input }
    let told = problem.map { Wrap.lines("✗ \($0)", width: text.width).count }
    let rows = told.map { max(2, min($0, text.height / 2)) } ?? (remark == nil ? 0 : 2)
    let list = Rect(
      row: text.row + 2, column: text.column, width: text.width,
      height: max(1, text.height - 2 - rows))
    draw(names, cursor: cursor, me: me, in: list, &grid)
    grid.writeBox(input, in: box, isFocused: true, style: Theme.input)
    let end = min(list.row + names.count, list.endRow)
    if let problem {
      DialogView.writeProblem(problem, row: end, in: text, rows: rows, &grid)
    } else if let remark {
      for (offset, line) in Wrap.lines(remark, width: text.width).prefix(2).enumerated() {
        grid.write(line, row: end + offset, column: text.column, style: Theme.secondary)
      }
    }
  }
}
