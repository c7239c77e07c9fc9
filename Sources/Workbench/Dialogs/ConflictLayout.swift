public import TerminalModel

/// Where the texts of a conflict stand: three or two side by side, or one below the other; pure
/// geometry.
public struct ConflictLayout: Hashable, Sendable {
  /// The columns of a screen from which all three stand side by side.
  private static let roomForThree = 110
  /// The columns of a screen from which two do.
  private static let roomForTwo = 72

  /// The dialog with its frame.
  public let frame: Rect
  /// The titles and texts; one where they stand one below the other.
  public let panes: [Rect]

  /// Lays them out.
  ///
  /// - Parameters:
  ///   - size: the size of the screen.
  ///   - isOneLine: whether each text is a line, so that all of them fit below each other.
  public init(in size: Size, isOneLine: Bool) {
    let dialog = DialogLayout(in: size, width: size.width - 2, height: size.height - 3)
    frame = dialog.frame
    let text = dialog.text
    let count =
      isOneLine || size.width < Self.roomForTwo ? 1 : size.width < Self.roomForThree ? 2 : 3
    // A line with a blank on each side parts two panes.
    let width = (text.width - 3 * (count - 1)) / count
    panes = (0..<count).map {
      Rect(
        row: text.row, column: text.column + $0 * (width + 3), width: width, height: text.height)
    }
  }

  /// Whether one of three texts must be left out.
  public var showsPair: Bool { panes.count == 2 }
  /// The columns of one text.
  public var paneWidth: Int { max(1, panes[0].width) }
  /// The rows of a text, below its title.
  public var height: Int { max(1, panes[0].height - (panes.count > 1 ? 1 : 0)) }
}
