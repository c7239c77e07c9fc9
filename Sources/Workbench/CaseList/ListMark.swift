/// What stands out about a case in the list.
public enum ListMark: Hashable, Sendable {
  /// It was made since the first session here, and was never looked at.
  case new
  /// Somebody else changed it since it was looked at.
  case changed
}
