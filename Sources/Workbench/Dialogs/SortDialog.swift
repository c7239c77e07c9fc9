public import CaseWire

/// A choice of what the list is sorted by.
public struct SortDialog: Equatable, Sendable {
  /// The choices, from top to bottom, with the letter that takes each.
  public static let choices: [(key: CaseSortKey, letter: Character, name: String)] = [
    (.updatedAt, "u", "last change"), (.createdAt, "c", "creation"), (.number, "n", "number"),
    (.name, "a", "name"), (.status, "t", "status"), (.assigneeUsername, "g", "assignee"),
    (.subjectUsername, "b", "subject"), (.archivalTime, "v", "vanishing"),
  ]

  /// The row of the cursor, from 0.
  public var cursor: Int

  /// Makes the choice, with the cursor on what the list is sorted by.
  ///
  /// - Parameter key: what the list is sorted by.
  init(at key: CaseSortKey) {
    cursor = Self.choices.firstIndex { $0.key == key } ?? 0
  }

  /// How an order is called.
  ///
  /// - Parameter key: what a list is sorted by.
  /// - Returns: words that follow “by”.
  public static func name(of key: CaseSortKey) -> String {
    choices.first { $0.key == key }?.name ?? key.rawValue
  }
}
