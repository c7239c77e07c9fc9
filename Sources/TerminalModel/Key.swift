/// One key as the terminal told it; what a paste brings is not a key, see `TerminalEvent`.
public enum Key: Hashable, Sendable {
  /// A printable character, with whatever Shift made of it.
  case character(Character)
  /// A letter or sign with Ctrl held, in lower case: `control("s")`. Tab, Enter, Escape and
  /// Backspace are keys of their own and never come as control.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case shiftUp, shiftDown, shiftLeft, shiftRight, shiftHome, shiftEnd
  case shiftPageUp, shiftPageDown
  case controlUp, controlDown, controlLeft, controlRight, controlHome, controlEnd
  case shiftControlUp, shiftControlDown, shiftControlLeft, shiftControlRight
  case shiftControlHome, shiftControlEnd
  /// A function key, 1 to 12.
  case function(Int)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// Makes the key of a printable character.
  ///
  /// - Parameter value: the character.
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
