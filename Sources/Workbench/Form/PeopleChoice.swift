/// People that are offered under a field while one of them is typed, and which one is chosen.
public struct PeopleChoice: Equatable, Sendable {
  /// The chosen one from 0; nil where what was typed stands.
  public var cursor: Int?

  /// Moves up or down; above the first one is what was typed.
  ///
  /// - Parameters:
  ///   - step: 1 for down, -1 for up.
  ///   - count: how many are offered.
  mutating func move(by step: Int, of count: Int) {
    let next = (cursor ?? -1) + step
    cursor = next < 0 ? nil : min(next, count - 1)
  }

  /// The row of the person that Enter takes: the chosen one, else the only one of an unfinished
  /// name.
  ///
  /// - Parameter isOnly: whether the first one that is offered is the only one there is.
  /// - Returns: nil where what was typed stands.
  public func row(isOnly: Bool) -> Int? { cursor ?? (isOnly ? 0 : nil) }

  /// The person that a key takes: the chosen one, else the only one of an unfinished name, or
  /// with Tab the first one.
  ///
  /// - Parameters:
  ///   - names: the names that are offered.
  ///   - typed: what stands in the field.
  ///   - takesFirst: whether the first one is taken where none is chosen.
  /// - Returns: nil where what was typed stands.
  func taken(from names: [String], typed: String, takesFirst: Bool) -> String? {
    if let cursor, names.indices.contains(cursor) { return names[cursor] }
    return takesFirst && !typed.trimmed.isEmpty ? names.first : nil
  }
}
