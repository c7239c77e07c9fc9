import Glibc

/// The program: reads its command line and carries the command out.
public struct Program {
  /// Opens the workbench on a server and returns when the user leaves it.
  ///
  /// It is called with the signals held, may let them through while it answers them itself, and
  /// returns with the signals held.
  public typealias OpenWorkbench = (Connection, HeldSignals) throws(CommandError) -> Void

  private let environment: Environment
  private let console: Console
  private let openWorkbench: OpenWorkbench

  /// Makes the program; nothing runs yet.
  ///
  /// - Parameters:
  ///   - environment: the variables of the environment.
  ///   - console: where it writes.
  ///   - openWorkbench: opens the workbench on a server.
  public init(
    environment: [String: String], console: Console, openWorkbench: @escaping OpenWorkbench
  ) {
    self.environment = Environment(environment)
    self.console = console
    self.openWorkbench = openWorkbench
  }

  /// Runs the program in the calling thread, which must be the main one for the workbench.
  ///
  /// - Parameter arguments: the arguments without the name of the program.
  /// - Returns: how the program ends; what went wrong is on standard error by then.
  public func run(_ arguments: [String]) -> ExitCode {
    do throws(CommandError) {
      try carryOut(arguments)
      return .success
    } catch .ended(let signal) {
      // Whoever waits for the program shall see what ended it, as if it had put nothing away.
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
      return .failure
    } catch {
      console.report(error.text)
      return error.exitCode
    }
  }

  private func carryOut(_ line: [String]) throws(CommandError) {
    let arguments = try Arguments(line)
    switch arguments.purpose {
    case .showHelp: try console.print(Help.text(of: arguments.command))
    case .showVersion: try console.print("caseworkbench \(Version.number)\n")
    case .run: try run(arguments)
    }
  }

  private func run(_ arguments: Arguments) throws(CommandError) {
    switch arguments.command {
    case .workbench:
      try WorkbenchCommand(environment, console, openWorkbench).run(arguments)
    case .demo:
      try DemoCommand(environment, console, openWorkbench).run(arguments)
    case .login:
      try LoginCommand(environment, console).run(arguments)
    case .doctor:
      try DoctorCommand(environment, console).run(arguments)
    case .draftsList: try DraftsCommand(environment, console).list(arguments)
    case .draftsShow: try DraftsCommand(environment, console).show(arguments)
    case .draftsDrop: try DraftsCommand(environment, console).drop(arguments)
    case .serverStart:
      let signals = HeldSignals()
      try ServerStartCommand(environment, console, untilEnd: signals.wait).run(arguments)
    case .serverAddUser:
      try AddUserCommand(environment, console).run(arguments)
    case .server, .drafts:
      throw .misuse(.commandMissing(of: arguments.command), of: arguments.command)
    }
  }
}
