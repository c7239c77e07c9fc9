public import TerminalModel

/// Where a dialog stands; pure geometry, for reducers and drawing alike.
public struct DialogLayout: Hashable, Sendable {
  /// The dialog with its frame.
  public let frame: Rect

  /// Columns of its text.
  public var textWidth: Int { max(1, frame.width - 4) }
  /// Rows of its text.
  public var textHeight: Int { max(1, frame.height - 2) }
  /// Where its text stands.
  public var text: Rect { frame.inset(top: 1, left: 2, bottom: 1, right: 2) }

  /// A dialog of a size in the middle of the screen, smaller where there is less room.
  ///
  /// - Parameters:
  ///   - size: the size of the screen.
  ///   - width: the columns wanted, frame included.
  ///   - height: the rows wanted, frame included.
  public init(in size: Size, width: Int, height: Int) {
    let room = Rect(size).inset(bottom: 1)
    frame = room.centred(width: min(width, room.width - 2), height: height)
  }

  /// The rows of a dialog with much to tell: on a small screen all but the bottom line.
  ///
  /// - Parameter size: the size of the screen.
  /// - Returns: its frame included.
  static func most(in size: Size) -> Int { size.height < 16 ? size.height : size.height - 3 }

  /// The view of an event: as much of the screen as there is.
  ///
  /// - Parameter size: the size of the screen.
  /// - Returns: where it stands.
  public static func event(in size: Size) -> DialogLayout {
    DialogLayout(in: size, width: min(110, size.width - 4), height: most(in: size))
  }
}
