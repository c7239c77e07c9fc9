/// What a terminal can tell.
public enum TerminalEvent: Hashable, Codable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; it is never read as keys, and may hold any character.
  case paste(String)
  /// The window of the terminal has got the user's attention, or has lost it.
  case focus(Bool)
  /// The terminal has a size now, at the start and after each change.
  case resized(Size)
  /// The program is about to be stopped, and may never go on.
  case stopping
  /// The program goes on after it was stopped.
  case resumed
}
