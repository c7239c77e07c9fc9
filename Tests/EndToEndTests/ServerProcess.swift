import CaseWire
import Glibc
import Testing

/// A running `caseworkbench server start` with an API client.
struct ServerProcess {
  /// What `server add-user` prints.
  struct NewUser: Decodable {
    let userUid: String
    let username: String
    let clientId: String
    let clientSecret: String
  }

  private let process: ChildProcess
  /// The address that it announced.
  let url: String

  /// Starts a server and waits until it listens.
  ///
  /// - Parameters:
  ///   - data: the folder of its store.
  ///   - address: where it listens; by itself on a port of the system's choice.
  ///   - options: further options.
  ///   - folder: where its output is kept.
  /// - Throws: an issue where it does not start.
  init(
    data: String, at address: String = "127.0.0.1:0", _ options: [String] = [], in folder: String
  ) throws {
    process = try ChildProcess(
      ["server", "start", "--listen", address, "--data", data] + options, in: folder)
    let line = try process.firstLine()
    let announced = try #require(line.wholeMatch(of: #/listening on (http://127\.0\.0\.1:\d+)/#))
    url = String(announced.1)
  }

  /// What it wrote to standard error.
  var error: String { process.error }

  /// Sends it a signal.
  func send(_ signal: Int32) { process.send(signal) }

  /// Waits for its end.
  func wait() throws -> ExitStatus { try process.wait() }

  /// Sends it a signal and waits for its end.
  @discardableResult
  func end(_ signal: Int32 = SIGTERM) throws -> ExitStatus {
    process.send(signal)
    return try process.wait()
  }

  /// Adds a user to a folder.
  static func addUser(_ name: String, to data: String, in folder: String) throws -> NewUser {
    let run = try Run(["server", "add-user", "--data", data, name], in: folder)
    try #require(run.status == .exited(0), "\(run.error)")
    return try WireJSON.decode(NewUser.self, from: Array(run.output.utf8))
  }
}
