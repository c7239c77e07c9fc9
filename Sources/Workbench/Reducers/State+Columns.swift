import StateStore
import TerminalModel

/// Choosing the columns of the list.
extension WorkbenchState {
  /// Opens the choice.
  mutating func openColumns() -> Orders {
    open(.columns(ColumnsDialog(columns)))
    return []
  }

  /// Takes a key in the choice; the list behind it follows at once.
  mutating func pressColumns(_ key: Key, _ old: ColumnsDialog) -> Orders {
    var dialog = old
    let column = dialog.order[dialog.cursor]
    let width = columns.width(of: column, in: layout.cases?.width ?? size.width)
    switch key {
    case " ":
      if columns.shown.contains(column) {
        columns.shown.removeAll { $0 == column }
      } else {
        columns.shown = dialog.order.filter { columns.shown.contains($0) || $0 == column }
      }
    case "J": move(by: 1, &dialog)
    case "K": move(by: -1, &dialog)
    case ">", "+": columns.widths[column] = min(ListColumns.widthRange.upperBound, width + 1)
    case "<", "-": columns.widths[column] = max(ListColumns.widthRange.lowerBound, width - 1)
    case "a": columns.isAbsolute.toggle()
    case "0": columns = ListColumns()
    case .enter:
      self.dialog = nil
      return []
    default:
      guard let row = moved(dialog.cursor, by: key, count: dialog.order.count) else { return [] }
      dialog.cursor = row
    }
    if key == "0" { dialog.order = ColumnsDialog(columns).order }
    self.dialog = .columns(dialog)
    return []
  }

  private mutating func move(by step: Int, _ dialog: inout ColumnsDialog) {
    let other = dialog.cursor + step
    guard dialog.order.indices.contains(other) else { return }
    dialog.order.swapAt(dialog.cursor, other)
    dialog.cursor = other
    columns.shown = dialog.order.filter(columns.shown.contains)
  }
}
