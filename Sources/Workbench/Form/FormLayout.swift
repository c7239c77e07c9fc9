public import CasesAPI
public import TerminalModel

/// Where the fields of a form stand in its pane; pure geometry.
///
/// The first row is the title, the second one the problem of the whole, if there is one.
public struct FormLayout: Hashable, Sendable {
  /// Columns of the names of fields.
  public static let labelWidth = 13

  /// The text box of each field; empty where there is no room.
  public let boxes: [CaseField: Rect]
  /// The row above the findings, with their name and length.
  public let findingsTitle: Int
  /// The row of the problem of the whole.
  public let problemRow: Int?

  /// Lays a form out.
  ///
  /// - Parameters:
  ///   - pane: where the form stands.
  ///   - hasProblem: whether a row is needed for the problem of the whole.
  public init(_ pane: Rect, hasProblem: Bool) {
    var row = pane.row + 1
    if hasProblem {
      problemRow = row
      row += 1
    } else {
      problemRow = nil
    }
    let left = pane.column + Self.labelWidth + 1
    let width = max(1, pane.endColumn - 1 - left)
    var boxes: [CaseField: Rect] = [:]
    for field in [CaseField.name, .subject, .assignee] {
      boxes[field] = Rect(row: row, column: left, width: width, height: 1)
      row += 1
    }
    let rest = pane.endRow - row
    let descriptionHeight = max(1, min(5, rest / 4))
    boxes[.description] = Rect(row: row, column: left, width: width, height: descriptionHeight)
    findingsTitle = row + descriptionHeight
    boxes[.findings] = Rect(
      row: findingsTitle + 1, column: pane.column + 1, width: max(1, pane.width - 2),
      height: max(0, pane.endRow - findingsTitle - 1))
    self.boxes = boxes
  }

  /// The columns in which a field's text is broken; one is left for the cursor behind the last one.
  ///
  /// - Parameter field: the field.
  /// - Returns: columns, 1 or more.
  public func width(of field: CaseField) -> Int { max(1, (boxes[field]?.width ?? 2) - 1) }
}
