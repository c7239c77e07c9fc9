import Glibc

/// Keeps the signals that end the program waiting, so that what was begun can be put away first.
///
/// A terminal that goes away sends SIGHUP more than once, so they must be kept waiting until all is
/// put away, not only until the first one was seen.
///
/// The mask is the calling thread's, and threads that it starts have it too: hold the signals in
/// the main thread before anything else runs.
public struct HeldSignals {
  private let held: [Int32]
  private let before: sigset_t

  /// Holds SIGTERM and SIGINT, and SIGHUP unless the program was started to outlive its terminal.
  init() {
    let held = [SIGTERM, SIGINT] + (Self.isIgnored(SIGHUP) ? [] : [SIGHUP])
    var before = sigset_t()
    unsafe pthread_sigmask(SIG_BLOCK, nil, &before)
    self.held = held
    self.before = before
    hold()
  }

  /// Holds the signals again after `release`.
  public func hold() {
    var set = Self.set(of: held)
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether one of the signals has come.
  var hasCome: Bool {
    var pending = sigset_t()
    unsafe sigpending(&pending)
    return held.contains { unsafe sigismember(&pending, $0) == 1 }
  }

  /// Waits until one of the signals comes, and takes it.
  func wait() {
    var set = Self.set(of: held)
    var signal: Int32 = 0
    while unsafe sigwait(&set, &signal) == EINTR {}
  }

  /// Lets the signals through again; one that has come meanwhile is delivered now.
  public func release() {
    var mask = before
    unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  private static func set(of signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in signals { unsafe sigaddset(&set, signal) }
    return set
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(signal, nil, &action)
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
