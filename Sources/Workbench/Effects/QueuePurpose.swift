/// What a list is fetched as a whole for.
public enum QueuePurpose: String, Hashable, Codable, Sendable {
  /// A triage session goes through it.
  case triage
  /// All of it is marked.
  case marks
}
