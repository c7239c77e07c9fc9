/// How many events a case has, as far as that is known.
public enum EventCount: Hashable, Sendable {
  /// The server has told it.
  case known(Int)
  /// The server is being asked.
  case asked
  /// The server did not tell it.
  case unknown
}
