/// Why the loop of a terminal ended.
public enum EndReason: Hashable, Sendable {
  /// The program wanted it.
  case finished
  /// A signal asked for it: SIGTERM, SIGHUP or SIGINT. What is unsaved should be kept now, quickly;
  /// the same signal a second later ends the process at once.
  case signal(Int32)
  /// The terminal is gone: its other end was closed.
  case disconnected
}
