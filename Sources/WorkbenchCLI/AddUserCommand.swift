import CaseWire
import CasesServer

/// Adds a user with an API client to the folder of a server.
struct AddUserCommand {
  private let environment: Environment
  private let console: Console

  init(_ environment: Environment, _ console: Console) {
    self.environment = environment
    self.console = console
  }

  /// Runs the command.
  ///
  /// - Parameter arguments: the user name, and perhaps `--data`.
  /// - Throws: `CommandError` where the user cannot be added or the secret cannot be shown.
  func run(_ arguments: Arguments) throws(CommandError) {
    let folder = try DataFolder.path(of: .server, wish: arguments.text(.data), environment)
    let client: APIClient
    do throws(ServerError) {
      let service = CaseService(store: try SQLiteCaseStore(folder: folder)) { WallClock.now }
      client = try service.addUser(arguments.operands.joined())
    } catch {
      throw .failed(error.description)
    }
    guard let json = try? WireJSON.encode(client) else {
      throw .failed("the new API client cannot be written as JSON; add another")
    }
    do throws(SystemError) {
      try console.writeOutput(String(decoding: json, as: UTF8.self) + "\n")
    } catch {
      // Nobody has seen the secret, and nobody can see it any more.
      throw .failed("the user was added, but the secret was not shown: \(error.text); add it again")
    }
  }
}
