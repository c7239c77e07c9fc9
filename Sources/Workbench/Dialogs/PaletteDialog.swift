/// All that can be done, found by some of its letters.
public struct PaletteDialog: Equatable, Sendable {
  /// What was typed.
  public var input = TextEditor("", isMultiline: false)
  /// The row of the cursor, from 0.
  public var cursor = 0

  /// Opens the palette.
  init() {}
}
