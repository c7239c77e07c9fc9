/// A list that is kept under a number key.
public struct SavedView: Hashable, Codable, Sendable {
  /// How many number keys there are for views.
  public static let mostViews = 8
  /// The views that a new installation has.
  public static let atFirst = [
    SavedView(name: "mine", line: "status:open assignee:me"),
    SavedView(name: "unassigned", line: "status:open assigned:no"),
    SavedView(name: "open", line: "status:open"),
    SavedView(name: "closed this week", line: "status:closed updated:7d"),
    SavedView(name: "vanishing next", line: "status:open,closed sort:archived"),
  ]

  /// What it is called.
  public let name: String
  /// The line that asks for it.
  public let line: String

  /// Makes a view.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - line: the line that asks for it.
  public init(name: String, line: String) {
    self.name = name
    self.line = line
  }
}
