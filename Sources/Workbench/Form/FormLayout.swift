public import CasesAPI
public import TerminalModel

/// Where the fields of a form stand in its pane; pure geometry.
///
/// The first row is the title; below it stands what is wrong, if anything is.
public struct FormLayout: Hashable, Sendable {
  /// Columns of the names of fields.
  public static let labelWidth = 13

  /// The text box of each field; empty where there is no room.
  public let boxes: [CaseField: Rect]
  /// The row above the findings, with their name and length.
  public let findingsTitle: Int
  /// Where what is looked for and its replacement are typed, a row for each; nil while nothing is.
  public let find: Rect?
  /// What is wrong, in lines from the second row on.
  public let problem: [String]

  /// Lays a form out.
  ///
  /// - Parameters:
  ///   - pane: where the form stands.
  ///   - problem: what is wrong, if anything is.
  ///   - hasFind: whether something is looked for.
  public init(_ pane: Rect, problem: String?, hasFind: Bool) {
    let lines = problem.map { Wrap.lines("✗ \($0)", width: max(1, pane.width - 2)) } ?? []
    self.problem = Array(lines.prefix(pane.height < 14 ? 2 : 4))
    var row = pane.row + 1 + self.problem.count
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
    let end = hasFind ? max(findingsTitle + 1, pane.endRow - 2) : pane.endRow
    find =
      hasFind
      ? Rect(
        row: end, column: pane.column + 1, width: max(1, pane.width - 2),
        height: min(2, pane.endRow - end)) : nil
    boxes[.findings] = Rect(
      row: findingsTitle + 1, column: pane.column + 1, width: max(1, pane.width - 2),
      height: max(0, end - findingsTitle - 1))
    self.boxes = boxes
  }

  /// The columns in which a field's text is broken; one is left for the cursor behind the last one.
  ///
  /// - Parameter field: the field.
  /// - Returns: columns, 1 or more.
  public func width(of field: CaseField) -> Int { max(1, (boxes[field]?.width ?? 2) - 1) }
}
