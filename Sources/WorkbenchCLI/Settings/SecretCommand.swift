import Glibc

/// Runs a program that prints a secret.
struct SecretCommand {
  /// How a program ended.
  struct Outcome: Equatable, Sendable {
    /// What it printed, up to a limit.
    var output: [UInt8] = []
    /// What it printed to standard error, up to a limit.
    var complaint: [UInt8] = []
    /// The status as waitpid(2) gives it; nil where it took too long and was ended.
    var status: Int32?
  }

  private static let mostBytes = 64 * 1_024

  /// Runs a program to its end, on the terminal of this one so that it can ask there.
  ///
  /// - Parameters:
  ///   - words: the program, looked up in PATH, and its arguments.
  ///   - environment: its variables, as `NAME=value`.
  ///   - milliseconds: how long it may take.
  /// - Returns: how it ended.
  /// - Throws: `SystemError` where it cannot be started.
  static func run(
    _ words: [String], environment: [String], within milliseconds: Int
  ) throws(SystemError) -> Outcome {
    let output = try pipe()
    defer { close(output.read) }
    let complaint: (read: Int32, write: Int32)
    do throws(SystemError) {
      complaint = try pipe()
    } catch {
      close(output.write)
      throw error
    }
    defer { close(complaint.read) }
    let spawned = Result { () throws(SystemError) in
      try spawn(words, environment, output: output.write, error: complaint.write)
    }
    // Held open here, the pipes would never end.
    close(output.write)
    close(complaint.write)
    let process = try spawned.get()
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    var outcome = Outcome()
    let isDone = drain(output.read, complaint.read, until: deadline, &outcome)
    outcome.status = end(process, waits: isDone, until: deadline)
    return outcome
  }

  /// Makes a pipe that no other program inherits.
  static func pipe() throws(SystemError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw .last }
    // No other program that starts meanwhile may hold an end open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ words: [String], _ environment: [String], output: Int32, error: Int32
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, error, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // It must not inherit what this program ignores or holds, a broken pipe above all.
    var all = sigset_t()
    var none = sigset_t()
    unsafe sigfillset(&all)
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let number = unsafe posix_spawnp(
      &process, words[0], &actions, &attributes, &arguments, &variables)
    guard number == 0 else { throw SystemError(number) }
    return process
  }

  /// Reads both pipes until both are closed; false where the time ran out or too much came.
  private static func drain(
    _ output: Int32, _ error: Int32, until deadline: ContinuousClock.Instant,
    _ outcome: inout Outcome
  ) -> Bool {
    var open = [output, error]
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !open.isEmpty {
      let left = remaining(until: deadline)
      if left == 0 { return false }
      var watched = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard unsafe poll(&watched, nfds_t(watched.count), left) > 0 else { continue }
      for entry in watched where entry.revents != 0 {
        let count = unsafe read(entry.fd, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          open.removeAll { $0 == entry.fd }
        } else if entry.fd == output {
          outcome.output += buffer[..<count]
        } else if outcome.complaint.count < mostBytes {
          outcome.complaint += buffer[..<count]
        }
        if outcome.output.count > mostBytes { return false }
      }
    }
    return true
  }

  /// The status of a process; one that does not end by itself is ended.
  private static func end(
    _ process: pid_t, waits: Bool, until deadline: ContinuousClock.Instant
  ) -> Int32? {
    var status: Int32 = 0
    while waits {
      let got = unsafe waitpid(process, &status, WNOHANG)
      if got == process { return status }
      if got < 0 && errno != EINTR { return nil }
      if remaining(until: deadline) == 0 { break }
      // It has closed its output, so it is at its very end.
      usleep(2_000)
    }
    kill(process, SIGKILL)
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return nil
  }

  private static func remaining(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = deadline - .now
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    return Int32(min(60_000, seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
  }
}
