public import TerminalModel

/// Where the parts of a history stand; pure geometry, for reducers and drawing alike.
public struct HistoryLayout: Hashable, Sendable {
  /// The dialog with its frame.
  public let frame: Rect
  /// The changes, one a row.
  public let list: Rect
  /// The row of the line between them and the change under the cursor.
  public let ruleRow: Int
  /// The change under the cursor.
  public let detail: Rect

  /// Divides the screen.
  ///
  /// - Parameter size: the size of the screen.
  public init(_ size: Size) {
    let layout = DialogLayout.event(in: size)
    frame = layout.frame
    let text = layout.text
    let rows = min(max(2, text.height / 3), 12)
    list = Rect(row: text.row, column: text.column, width: text.width, height: rows)
    ruleRow = list.endRow
    detail = text.inset(top: rows + 1)
  }
}
