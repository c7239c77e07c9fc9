import FoundationEssentials
import Glibc
import Threads
import TestSupport
import Testing

/// A program that a test runs, with its output in files.
///
/// Files instead of pipes: no other process that starts at the same moment can hold an end open.
final class ChildProcess: Sendable {
  private let process: pid_t
  private let hasEnded = Locked(false)
  private let outputFile: String
  private let errorFile: String

  /// The program that the package builds, which lies beside the tests.
  static var program: String {
    let bundle = CommandLine.arguments[0]
    return bundle[..<(bundle.lastIndex(of: "/") ?? bundle.startIndex)] + "/caseworkbench"
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: its arguments, without its name.
  ///   - path: the path of the program.
  ///   - environment: all of its environment.
  ///   - folder: where its output is kept.
  /// - Throws: an issue where it cannot start.
  init(
    _ arguments: [String], of path: String = program, environment: [String: String] = [:],
    in folder: String
  ) throws {
    let files = "\(folder)/\(UInt64.random(in: 0 ... .max))"
    outputFile = files + ".out"
    errorFile = files + ".err"

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let fresh = O_WRONLY | O_CREAT | O_APPEND
    unsafe posix_spawn_file_actions_addopen(&actions, 1, outputFile, fresh, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errorFile, fresh, 0o600)

    // The threads of the tests block signals; a child must not inherit that.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "TMPDIR": folder]
      .merging(Sanitizer.environment.merging(environment) { $1 }) { $1 }
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = unsafe variables.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, path, &actions, &attributes, &words, &settings)
    try #require(code == 0, "\(path) cannot start: error \(code)")
    self.process = process
  }

  /// A test that fails on its way leaves no process behind.
  deinit {
    if !hasEnded.withLock({ $0 }) {
      send(SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// What the program has written to standard output.
  var output: String { Self.text(outputFile) }
  /// What the program has written to standard error.
  var error: String { Self.text(errorFile) }

  /// Sends a signal to the program.
  func send(_ signal: Int32) { if !hasEnded.withLock({ $0 }) { kill(process, signal) } }

  /// Waits for the first line of standard output.
  func firstLine() throws -> String {
    var line: Substring?
    try waitUntil("a line from the program; standard error has: \(error)") {
      let text = output
      line = text.firstIndex(of: "\n").map { text[..<$0] }
      return line != nil
    }
    return String(try #require(line))
  }

  /// Waits for the end of the program, which is killed if it takes more than 60 seconds.
  @discardableResult
  func wait() throws -> ExitStatus {
    var word: Int32 = 0
    do {
      try waitUntil("the end of the program; standard error has: \(error)", seconds: 60) {
        unsafe waitpid(process, &word, WNOHANG) == process
      }
    } catch {
      send(SIGKILL)
      unsafe waitpid(process, &word, 0)
      hasEnded.withLock { $0 = true }
      throw error
    }
    hasEnded.withLock { $0 = true }
    return ExitStatus(word: word)
  }

  private static func text(_ file: String) -> String {
    String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
  }
}

/// What a program did from start to end.
struct Run: Equatable {
  let status: ExitStatus
  let output: String
  let error: String

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - arguments: its arguments, without its name.
  ///   - path: the path of the program.
  ///   - environment: all of its environment.
  ///   - folder: where its output is kept.
  /// - Throws: an issue where it cannot start or does not end.
  init(
    _ arguments: [String], of path: String = ChildProcess.program,
    environment: [String: String] = [:], in folder: String
  ) throws {
    let child = try ChildProcess(arguments, of: path, environment: environment, in: folder)
    status = try child.wait()
    output = child.output
    error = child.error
  }

  init(status: ExitStatus, output: String, error: String) {
    self.status = status
    self.output = output
    self.error = error
  }
}
