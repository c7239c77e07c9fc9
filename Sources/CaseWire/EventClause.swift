/// How conditions are joined.
public enum EventClause: String, Hashable, CaseIterable, Codable, Sendable {
  /// All must hold.
  case and = "AND"
  /// One must hold.
  case or = "OR"
}
