/// A choice of what to put into the field in use.
public struct InsertDialog: Equatable, Sendable {
  /// The choices, from top to bottom.
  public let choices: [InsertChoice]
  /// The row of the cursor, from 0.
  public internal(set) var cursor = 0

  init(_ choices: [InsertChoice]) { self.choices = choices }

  /// The columns that the longest name takes.
  public var nameWidth: Int { choices.map(\.name.count).max() ?? 0 }
}
