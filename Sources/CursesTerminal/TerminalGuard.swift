import Glibc
import Synchronization

/// Leaves the terminal as it was, however the process ends, and notes the signals that the loop
/// must answer.
///
/// A handler may run between any two instructions, so all that it touches is set beforehand and
/// lies outside Swift's own memory; it allocates nothing. There is one terminal a process.
enum TerminalGuard {
  /// What the handler needs.
  @unsafe struct State {
    var output: Int32
    var input: Int32
    var wake: Int32
    var modes: termios
    var bytes: UnsafeMutablePointer<UInt8>
    var count: Int
    var previous: UnsafeMutablePointer<sigaction>
    var firstEnd: Int
    var messages: Int32
    var wantsBacktrace: Bool
  }

  /// Signals that end the process because something is broken.
  static let fatal = [
    SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGQUIT, SIGXCPU,
  ]
  /// Signals that end the process though nothing is broken, unless it was told to ignore them.
  static let unasked = [SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGIO, SIGPWR]
  /// Signals that the loop answers.
  static let answered = [SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT]

  /// All signals that are handled.
  private static let all = fatal + unasked + answered

  /// Bytes of the stack on which the handlers run, so that they run after a stack overflow too.
  private static let stackSize = 65536

  /// Set before the first handler is installed and freed after the last one is gone; this is fine
  /// because only the terminal's thread changes it, while no handler is installed.
  nonisolated(unsafe) private static var state: UnsafeMutablePointer<State>?
  /// The stack of the handlers; fine for the same reason.
  nonisolated(unsafe) private static var stack: UnsafeMutableRawPointer?

  /// One bit a signal that the loop has not answered yet.
  static let noted = Atomic<UInt64>(0)
  /// Whether the terminal is in our hands, so that a handler must restore it.
  static let isArmed = Atomic<Bool>(false)

  /// Keeps what the terminal is like; call it before curses is started.
  ///
  /// - Parameters:
  ///   - input: the descriptor that keys come from.
  ///   - output: the descriptor that the screen goes to.
  ///   - wake: the descriptor to write to when a signal is noted.
  ///   - modes: the line discipline to go back to.
  static func prepare(input: Int32, output: Int32, wake: Int32, modes: termios) {
    let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    unsafe previous.initialize(repeating: sigaction(), count: 65)
    for signal in all { unsafe sigaction(signal, nil, previous + Int(signal)) }
    let new = UnsafeMutablePointer<State>.allocate(capacity: 1)
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    unsafe new.initialize(
      to: State(
        output: output, input: input, wake: wake, modes: modes, bytes: bytes, count: 0,
        previous: previous, firstEnd: 0, messages: -1,
        wantsBacktrace: getenv("SWIFT_BACKTRACE") != nil))
    unsafe state = unsafe new
  }

  /// Installs the handlers; call it when curses has started.
  ///
  /// - Parameters:
  ///   - restoring: what to send to the terminal when the process dies.
  ///   - messages: a file to which standard error goes meanwhile, or -1; its text is shown then.
  static func install(restoring: [UInt8], messages: Int32) {
    guard let state = unsafe state else { return }
    unsafe state.pointee.bytes.deallocate()
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, restoring.count))
    for (index, byte) in restoring.enumerated() { unsafe bytes[index] = byte }
    unsafe state.pointee.bytes = unsafe bytes
    unsafe state.pointee.count = restoring.count
    unsafe state.pointee.messages = messages
    noted.store(0, ordering: .sequentiallyConsistent)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    var alternate = unsafe stack_t(ss_sp: memory, ss_flags: 0, ss_size: stackSize)
    unsafe sigaltstack(&alternate, nil)
    unsafe stack = unsafe memory
    isArmed.store(true, ordering: .sequentiallyConsistent)
    for signal in all where !isIgnored(signal) {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { TerminalGuard.handle($0) }
      action.sa_flags = Int32(SA_ONSTACK)
      unsafe sigemptyset(&action.sa_mask)
      unsafe sigaction(signal, &action, nil)
    }
  }

  /// Takes the handlers away and puts back those that stood before `prepare`.
  static func remove() {
    isArmed.store(false, ordering: .sequentiallyConsistent)
    guard let old = unsafe state else { return }
    for signal in all {
      unsafe sigaction(signal, old.pointee.previous + Int(signal), nil)
    }
    var none = unsafe stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
    unsafe sigaltstack(&none, nil)
    unsafe stack?.deallocate()
    unsafe stack = nil
    unsafe state = nil
    unsafe old.pointee.bytes.deallocate()
    unsafe old.pointee.previous.deallocate()
    unsafe old.deallocate()
  }

  /// Tells which of the signals came since the last call.
  ///
  /// - Returns: one bit a signal.
  static func takeNoted() -> UInt64 { noted.exchange(0, ordering: .sequentiallyConsistent) }

  /// Whether a signal that asks for the end was noted.
  static var isEndNoted: Bool {
    let bits = [SIGTERM, SIGHUP, SIGINT].reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    return noted.load(ordering: .sequentiallyConsistent) & bits != 0
  }

  /// Drops signals that were noted and are answered.
  ///
  /// - Parameter signals: their numbers.
  static func forget(_ signals: [Int32]) {
    let bits = signals.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    noted.bitwiseAnd(~bits, ordering: .sequentiallyConsistent)
  }

  /// Tells the handlers whether the terminal is in our hands.
  ///
  /// - Parameter isOurs: false while the shell has it.
  static func arm(_ isOurs: Bool) { isArmed.store(isOurs, ordering: .sequentiallyConsistent) }

  /// Whether a signal that nothing asked for was ignored when the process started.
  private static func isIgnored(_ signal: Int32) -> Bool {
    guard unasked.contains(signal), let state = unsafe state else { return false }
    let action = unsafe state.pointee.previous[Int(signal)]
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  private static func handle(_ signal: Int32) {
    let error = errno
    defer { errno = error }
    guard let state = unsafe state else { return }
    switch signal {
    case SIGTERM, SIGHUP, SIGINT:
      var time = timespec()
      unsafe clock_gettime(CLOCK_MONOTONIC, &time)
      if unsafe state.pointee.firstEnd == 0 { unsafe state.pointee.firstEnd = time.tv_sec }
      // A loop that has not ended after so long is stuck. The first second is left to it, since a
      // closed terminal sends SIGHUP twice: from the kernel and from the shell.
      if unsafe time.tv_sec - state.pointee.firstEnd > 1 { unsafe die(signal, state) }
      unsafe note(signal, wake: state.pointee.wake)
    case SIGWINCH, SIGTSTP, SIGCONT: unsafe note(signal, wake: state.pointee.wake)
    default: unsafe die(signal, state)
    }
  }

  private static func note(_ signal: Int32, wake: Int32) {
    noted.bitwiseOr(1 << UInt64(signal), ordering: .sequentiallyConsistent)
    var byte: UInt8 = 1
    _ = unsafe write(wake, &byte, 1)
  }

  private static func die(_ signal: Int32, _ state: UnsafeMutablePointer<State>) {
    if isArmed.exchange(false, ordering: .sequentiallyConsistent) {
      // A terminal that takes nothing any more must not keep the process from ending.
      let flags = unsafe fcntl(state.pointee.output, F_GETFL)
      _ = unsafe fcntl(state.pointee.output, F_SETFL, flags | O_NONBLOCK)
      unsafe send(state.pointee.bytes, state.pointee.count, to: state.pointee.output)
      unsafe tcsetattr(state.pointee.input, TCSANOW, &state.pointee.modes)
      unsafe showMessages(state.pointee.messages)
      _ = unsafe fcntl(state.pointee.output, F_SETFL, flags)
    }
    // The previous action of what is broken is the runtime's backtrace. It asks for a key and waits
    // half a minute for it, so it only runs for those who set it up by SWIFT_BACKTRACE.
    var action = sigaction()
    if unsafe state.pointee.wantsBacktrace, signal != SIGTERM, signal != SIGHUP, signal != SIGINT {
      action = unsafe state.pointee.previous[Int(signal)]
    }
    unsafe sigaction(signal, &action, nil)
    raise(signal)
  }

  /// Writes bytes as far as the terminal takes them within a second.
  private static func send(
    _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, to output: Int32
  ) {
    var sent = 0
    var waits = 0
    while sent < count, waits < 10 {
      let written = unsafe write(output, bytes + sent, count - sent)
      if written > 0 {
        sent += written
      } else if written < 0, errno == EAGAIN || errno == EINTR {
        waits += 1
        var waited = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&waited, 1, 100)
      } else {
        return
      }
    }
  }

  /// Shows what was written to standard error while the screen was ours.
  private static func showMessages(_ file: Int32) {
    guard file >= 0, let state = unsafe state else { return }
    unsafe dup2(state.pointee.output, 2)
    lseek(file, 0, SEEK_SET)
    var chunk: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    while true {
      let count = unsafe withUnsafeMutableBytes(of: &chunk) {
        unsafe read(file, $0.baseAddress, 32)
      }
      if count <= 0 { return }
      _ = unsafe withUnsafeBytes(of: &chunk) { unsafe write(2, $0.baseAddress, count) }
    }
  }
}
