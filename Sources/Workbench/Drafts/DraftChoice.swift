/// What is done among several drafts of a case.
public enum DraftChoice: Hashable, Codable, Sendable {
  /// The draft in a file is the one that is written on from now on.
  case takeUp(String)
  /// All of them stay, and what is written from now on is one more.
  case startAfresh
  /// The draft in a file goes for good.
  case drop(String)
}
