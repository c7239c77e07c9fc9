/// In which direction a change goes along what was done.
public enum Retrace: String, Hashable, Codable, Sendable {
  /// It takes a change back.
  case undo
  /// It makes a change again that was taken back.
  case redo
}
