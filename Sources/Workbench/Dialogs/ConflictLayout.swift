public import TerminalModel

/// Where the three texts of a conflict stand: side by side, or one at a time; pure geometry.
public struct ConflictLayout: Hashable, Sendable {
  /// The columns of a screen from which all three are shown.
  static let wideEnough = 110

  /// The dialog with its frame.
  public let frame: Rect
  /// The titles and texts; one where there is room for one only.
  public let panes: [Rect]

  /// Lays them out.
  ///
  /// - Parameter size: the size of the screen.
  public init(in size: Size) {
    let dialog = DialogLayout(in: size, width: size.width - 2, height: size.height - 3)
    frame = dialog.frame
    let text = dialog.text
    guard size.width >= Self.wideEnough else {
      panes = [text]
      return
    }
    // A line with a blank on each side parts two panes.
    let width = (text.width - 6) / 3
    panes = (0..<3).map {
      Rect(
        row: text.row, column: text.column + $0 * (width + 3), width: width, height: text.height)
    }
  }

  /// Whether all three are shown.
  public var showsAll: Bool { panes.count > 1 }
  /// The columns of one text.
  public var paneWidth: Int { max(1, panes[0].width) }
  /// The rows of a text, below its title.
  public var height: Int { max(1, panes[0].height - 1) }
}
