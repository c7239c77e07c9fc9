import CaseWire
import CasesAPI
import TerminalModel
import Workbench

/// Somebody else has changed a field that the form changes too: what both began with, and both
/// texts.
enum ConflictDialogView {
  /// Draws the question about one field.
  static func draw(_ dialog: ConflictDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    guard let field = dialog.field, !dialog.panes.isEmpty else { return }
    let layout = dialog.layout(in: state.size)
    let place = "\(dialog.decisions.count + 1) of \(dialog.fields.count)"
    let name = Wording.name(of: field)
    let title = "\(name): changed by \(dialog.who) too · \(place)"
    // Where that has no room, who it was stands above each of their texts.
    let fits = CellText.width(of: title) <= layout.frame.width - 6
    grid.writeFrame(fits ? title : "\(name): changed twice · \(place)", layout.frame)
    for (rect, pane) in zip(layout.panes, dialog.panes) {
      grid.write(
        pane.lines.dropFirst(dialog.scroll), in: rect.inset(top: rect.height - layout.height))
      guard let title = pane.title else { continue }
      let key = pane.key.map { $0 + " " } ?? ""
      let used = grid.write(key, row: rect.row, column: rect.column, style: Theme.key)
      grid.write(
        title, row: rect.row, column: rect.column + used, width: rect.width - used,
        style: Theme.heading)
    }
    if layout.showsPair, let last = layout.panes.last {
      grid.writeRight(
        "Tab: \(dialog.hiddenTitle)", row: last.row, endColumn: last.endColumn,
        style: Theme.secondary)
    }
    for rect in layout.panes.dropFirst() {
      for row in rect.row..<rect.endRow {
        grid.write("│", row: row, column: rect.column - 2, style: Theme.secondary)
      }
    }
    let longest = dialog.panes.map(\.lines.count).max() ?? 0
    grid.writeHidden(longest - dialog.scroll - layout.height, in: layout.frame)
    grid.cursor = Position(row: layout.panes[0].row, column: layout.panes[0].column)
  }
}
