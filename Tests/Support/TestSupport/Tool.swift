import FoundationEssentials
import Glibc
import Testing

/// A program of the system that a test runs, with what it says in a file.
public final class Tool {
  private let process: pid_t
  private let file: String
  private var status: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: its name, which is looked up as a shell does, and its arguments.
  ///   - folder: its working folder, where its output is kept too.
  /// - Throws: an issue where it cannot start.
  public init(_ words: [String], in folder: String) throws {
    file = "\(folder)/\(UInt64.random(in: 0 ... .max)).out"
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var arguments = unsafe (["env", "-C", folder] + words).map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, "env", &actions, nil, &arguments, environ)
    try #require(code == 0, "\(words[0]) cannot start: error \(code)")
    self.process = process
  }

  deinit {
    guard status == nil else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// What it has said so far.
  public var output: String {
    String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
  }

  /// Runs a program to its end, which must be a good one.
  ///
  /// - Parameters:
  ///   - words: its name and its arguments.
  ///   - folder: its working folder.
  /// - Throws: an issue where it cannot start, or ends badly.
  public static func run(_ words: [String], in folder: String) throws {
    let tool = try Tool(words, in: folder)
    var status: Int32 = 0
    while unsafe waitpid(tool.process, &status, 0) < 0 && errno == EINTR {}
    tool.status = status
    try #require(status == 0, "\(words.joined(separator: " ")): \(tool.output)")
  }
}
