/// One visual row of a text box.
public struct TextRow: Equatable, Sendable {
  /// What stands in the row; control characters are still in it, as drawing makes them visible.
  public let text: String
  /// Whether the row goes on with the logical line of the row above.
  public let isContinuation: Bool
  /// Whether text is hidden on the left, in a box of one line.
  public let isCutLeft: Bool
  /// Whether text is hidden on the right, in a box of one line.
  public let isCutRight: Bool
  /// What is selected or was found in the row, from the left, the selection last.
  public let marks: [TextMark]

  init(
    text: String, isContinuation: Bool = false, isCutLeft: Bool = false, isCutRight: Bool = false,
    marks: [TextMark] = []
  ) {
    self.text = text
    self.isContinuation = isContinuation
    self.isCutLeft = isCutLeft
    self.isCutRight = isCutRight
    self.marks = marks
  }

  /// Compares byte for byte.
  public static func == (left: TextRow, right: TextRow) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8) && left.isContinuation == right.isContinuation
      && left.isCutLeft == right.isCutLeft && left.isCutRight == right.isCutRight
      && left.marks == right.marks
  }
}
