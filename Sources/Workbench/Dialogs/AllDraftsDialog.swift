/// All that was written on this server and not saved, whichever case it is for.
public struct AllDraftsDialog: Equatable, Sendable {
  /// The row of the cursor, from 0.
  public var cursor = 0

  /// Opens the list.
  init() {}
}
