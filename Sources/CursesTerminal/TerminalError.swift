/// Why a terminal could not be opened.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is no terminal.
  case notATerminal
  /// No description of this terminal, nor of any that could stand for it, is installed.
  case unknownType(String)
  /// This terminal cannot place its cursor, so nothing can be drawn on it.
  case unsuitable(String)
  /// A call of the system failed; the number is that of `errno(3)`.
  case system(Int32)
}
