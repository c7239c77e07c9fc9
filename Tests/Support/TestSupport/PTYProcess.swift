internal import Glibc
internal import Threads
public import TerminalModel

/// A program that was built with the tests, run in a pseudo-terminal, and the screen it draws.
///
/// It is the leader of a session of its own whose terminal is the pseudo-terminal. All calls are to
/// come from one thread; nothing is read while no call runs.
public final class PTYProcess {
  /// How a process ended.
  public enum Ending: Hashable, Sendable {
    /// It ended by itself with this status.
    case exited(Int32)
    /// A signal killed it.
    case killed(Int32)
  }

  /// Why a program could not be run.
  public struct Failure: Error, CustomStringConvertible {
    /// What failed, and the number of the error.
    public let description: String
  }

  /// What a person would see.
  public let screen: VisibleScreen
  /// Every byte that the program wrote.
  public private(set) var transcript: [UInt8] = []
  /// The number of the process.
  public let identifier: Int32

  /// The flags of the line discipline before the program ran: input, output, control, local.
  public let modesAtStart: [UInt32]

  private var master: Int32
  /// It stays open, so that the line discipline can be read when the program is gone.
  private var slave: Int32
  private var ending: Ending?

  /// Between the opening of a pseudo-terminal and its mark as not to be inherited, no other test
  /// may start a program, which would keep the terminal open.
  private static let spawning = Locked(0)

  /// Starts a program that lies beside the tests.
  ///
  /// - Parameters:
  ///   - program: the name of an executable of the package; the test target must depend on it.
  ///   - arguments: its arguments.
  ///   - size: the size of the terminal.
  ///   - environment: variables on top of `PATH`, `HOME`, `TMPDIR`, `TERM=xterm-256color` and
  ///     `LC_ALL=C.UTF-8`; an empty value takes a variable away.
  /// - Throws: `Failure` when no pseudo-terminal or no process can be made.
  public init(
    _ program: String, _ arguments: [String] = [], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:]
  ) throws {
    let (terminal, modes, identifier) = try Self.spawning.withLock { count in
      count += 1
      let terminal = try PseudoTerminal(size)
      let modes = Self.modes(of: terminal.slave)
      let identifier = try Self.spawn(
        Self.folder + program, arguments, terminal: terminal.name, environment: environment)
      return (terminal, modes, identifier)
    }
    modesAtStart = modes
    master = terminal.master
    slave = terminal.slave
    self.identifier = identifier
    screen = VisibleScreen(size)
  }

  deinit {
    if ending == nil {
      kill(identifier, SIGKILL)
      waitpid(identifier, nil, 0)
    }
    closeTerminal()
  }

  /// Sends bytes as if they were typed.
  ///
  /// - Parameter text: the keys; `\r` is Enter, `\u{1B}` Escape, `\u{1B}[A` the up key.
  public func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, master >= 0 {
      let count = unsafe rest.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN || errno == EINTR {
        read(for: 5)
      } else {
        return
      }
    }
  }

  /// Sends text as a terminal sends a paste, and waits until it is past the time in which what
  /// follows would still belong to the paste.
  ///
  /// - Parameter text: what is pasted.
  public func paste(_ text: String) {
    send("\u{1B}[200~" + text + "\u{1B}[201~")
    pause(milliseconds: 80)
  }

  /// Reads for a while, as a person pauses between two keys.
  ///
  /// - Parameter milliseconds: how long.
  public func pause(milliseconds: Int) {
    let end = Self.milliseconds() + milliseconds
    while Self.milliseconds() < end { read(for: 10) }
  }

  /// Sends a signal.
  ///
  /// - Parameter signal: its number.
  public func signal(_ signal: Int32) { kill(identifier, signal) }

  /// Changes the size of the terminal.
  ///
  /// - Parameter size: the new size.
  public func resize(_ size: Size) {
    var window = winsize(
      ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(size)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Reads until a condition holds.
  ///
  /// - Parameters:
  ///   - what: what is waited for, for the message of a failure.
  ///   - seconds: how long to wait at most.
  ///   - condition: looks at the screen.
  /// - Throws: `Failure` with the screen and the end of the transcript when the time is over or the
  ///   program has ended.
  public func waitFor(
    _ what: String, seconds: Double = 10, _ condition: (VisibleScreen) throws -> Bool
  ) throws {
    let end = Self.milliseconds() + Int(seconds * 1000)
    while true {
      let hasEnded = checkEnding() != nil
      read(for: 0)
      if try condition(screen) { return }
      if Self.milliseconds() > end || hasEnded {
        throw Failure(description: "waited in vain for \(what)\n" + report)
      }
      read(for: 20)
    }
  }

  /// Reads until some row holds a text.
  ///
  /// - Parameters:
  ///   - text: what is waited for.
  ///   - seconds: how long to wait at most.
  /// - Throws: `Failure` like the other function.
  public func waitFor(text: String, seconds: Double = 10) throws {
    try waitFor("“\(text)”", seconds: seconds) { $0.contains(text) }
  }

  /// Reads until nothing has come for a while.
  ///
  /// - Parameter milliseconds: how long it must be quiet.
  public func waitForQuiet(milliseconds: Int = 50) {
    var last = Self.milliseconds()
    var count = transcript.count
    while Self.milliseconds() - last < milliseconds {
      read(for: 10)
      if transcript.count != count { (last, count) = (Self.milliseconds(), transcript.count) }
    }
  }

  /// Reads until the process ends.
  ///
  /// - Parameter seconds: how long to wait at most.
  /// - Returns: how it ended.
  /// - Throws: `Failure` with the screen when it does not end in time.
  public func waitForEnd(seconds: Double = 10) throws -> Ending {
    let end = Self.milliseconds() + Int(seconds * 1000)
    while true {
      read(for: 5)
      if let ending = checkEnding() {
        read(for: 0)
        return ending
      }
      if Self.milliseconds() > end { throw Failure(description: "it did not end\n" + report) }
    }
  }

  /// Reads nothing until the process ends.
  ///
  /// - Parameter milliseconds: how long to wait at most.
  /// - Returns: how it ended; nil where it has not.
  public func waitForEndWithoutReading(milliseconds: Int) -> Ending? {
    let end = Self.milliseconds() + milliseconds
    while Self.milliseconds() < end {
      if let ending = checkEnding() { return ending }
      poll(nil, 0, 5)
    }
    return checkEnding()
  }

  /// Reads nothing until the process can write nothing more to its terminal.
  ///
  /// - Returns: whether it came to that within ten seconds.
  public func waitUntilBlocked() -> Bool {
    let end = Self.milliseconds() + 10_000
    while Self.milliseconds() < end {
      var waited = pollfd(fd: slave, events: Int16(POLLOUT), revents: 0)
      if unsafe poll(&waited, 1, 0) == 0 { return true }
      poll(nil, 0, 5)
    }
    return false
  }

  /// Waits until the process is stopped.
  ///
  /// - Parameter seconds: how long to wait at most.
  /// - Throws: `Failure` with the screen when it is not stopped in time.
  public func waitForStop(seconds: Double = 10) throws {
    let end = Self.milliseconds() + Int(seconds * 1000)
    while true {
      read(for: 5)
      var status: Int32 = 0
      if unsafe waitpid(identifier, &status, WNOHANG | WUNTRACED) == identifier,
        status & 0xFF == 0x7F
      {
        return
      }
      if Self.milliseconds() > end { throw Failure(description: "it did not stop\n" + report) }
    }
  }

  /// Closes the terminal, as a person does who closes the window.
  public func closeTerminal() {
    if master >= 0 { close(master) }
    if slave >= 0 { close(slave) }
    (master, slave) = (-1, -1)
  }

  /// The flags of the line discipline: input, output, control, local.
  public var modes: [UInt32] { Self.modes(of: slave) }

  private static func modes(of terminal: Int32) -> [UInt32] {
    var modes = termios()
    guard unsafe tcgetattr(terminal, &modes) == 0 else { return [] }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  /// The screen and the last bytes, for messages.
  public var report: String {
    let tail = String(decoding: transcript.suffix(400), as: UTF8.self).debugDescription
    let rows = screen.rows.map { "│\($0)" }.joined(separator: "\n")
    return "\(rows)\ncursor \(screen.cursor), last bytes \(tail)"
  }

  private func checkEnding() -> Ending? {
    var status: Int32 = 0
    if ending == nil, unsafe waitpid(identifier, &status, WNOHANG) == identifier {
      let signal = status & 0x7F
      ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
    }
    return ending
  }

  /// Takes what has come.
  private func read(for milliseconds: Int) {
    guard master >= 0 else {
      poll(nil, 0, Int32(milliseconds))
      return
    }
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    unsafe poll(&waiting, 1, Int32(milliseconds))
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe Glibc.read(master, &bytes, bytes.count)
      if count <= 0 { return }
      transcript += bytes[..<count]
      screen.feed(Array(bytes[..<count]))
    }
  }

  /// The folder in which the tests and all executables of the package lie.
  private static var folder: String {
    let program = CommandLine.arguments.first ?? ""
    return program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/"
  }

  private static func spawn(
    _ path: String, _ arguments: [String], terminal: String, environment: [String: String]
  ) throws -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // Opened by name by the leader of a new session, it becomes the session's terminal.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Tests run on threads that block signals, and a child inherits that.
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int16 = 0x80
    unsafe posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    var variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"] {
      variables[name] = unsafe getenv(name).map { unsafe String(cString: $0) }
    }
    variables.merge(Sanitizer.environment.merging(environment) { $1 }) { $1 }
    let texts = variables.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var identifier: pid_t = 0
    let result = unsafe posix_spawn(
      &identifier, path, &actions, &attributes, &words, &settings)
    guard result == 0 else { throw Failure(description: "\(path) cannot be run: \(result)") }
    return identifier
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
