/// The views on the number keys: to look at, to save, to rename, to drop.
public struct ViewsDialog: Equatable, Sendable {
  /// How far the dialog is.
  public enum Stage: Equatable, Sendable {
    /// A view is chosen.
    case list
    /// What the list shows gets a name, as the view at a place or as a new one.
    case name(Int)
    /// Whether the view at a place may go.
    case drop(Int)
  }

  /// How far the dialog is.
  public var stage = Stage.list
  /// The row of the cursor, from 0.
  public var cursor = 0
  /// The name, as typed.
  public var input = TextEditor("", isMultiline: false)
  /// Why it goes no further.
  public var problem: String?

  /// Opens the views.
  init() {}
}
