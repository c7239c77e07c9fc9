/// How the program ended, as its caller sees it.
public enum ExitCode: Int32, Sendable {
  /// All was done.
  case success = 0
  /// Something could not be done; the reason stands on standard error.
  case failure = 1
  /// The arguments or the settings make no sense; nothing was begun.
  case usage = 2
}
