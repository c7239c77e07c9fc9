/// Which columns the list shows, in which order and how wide.
public struct ColumnsDialog: Equatable, Sendable {
  /// All columns in their order, those that are not shown too.
  public var order: [ListColumn]
  /// The row of the cursor, from 0.
  public var cursor = 0

  /// Opens the choice.
  ///
  /// - Parameter columns: the columns as they are.
  init(_ columns: ListColumns) {
    order = columns.shown + ListColumn.allCases.filter { !columns.shown.contains($0) }
  }
}
