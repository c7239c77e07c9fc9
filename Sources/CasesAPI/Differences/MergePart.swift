/// A stretch of a merged text: settled, or still to be decided by somebody.
public enum MergePart: Hashable, Sendable {
  /// Text that the merge settled.
  case settled(String)
  /// Both sides changed the same place differently.
  case disputed(base: String, theirs: String, mine: String)
}
