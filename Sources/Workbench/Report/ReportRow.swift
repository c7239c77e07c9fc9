/// One row of a report on the screen.
public struct ReportRow: Equatable, Sendable {
  /// What stands in it.
  public let line: SheetLine
  /// The item to which it belongs, from 0.
  public let item: Int
}
