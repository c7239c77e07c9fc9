import FoundationEssentials
import Glibc
import WorkbenchCLI

@main
enum CaseWorkbench {
  // Synchronous, so that the thread that the terminal belongs to stays this one.
  static func main() {
    // Writing to a connection or pipe that has gone must be an error, not the end.
    signal(SIGPIPE, SIG_IGN)
    // So must be writing more than a file may hold, lest a quota ends it with words unkept.
    signal(SIGXFSZ, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    let program = Program(
      environment: environment, console: .process,
      openWorkbench: { connection, signals throws(CommandError) in
        try WorkbenchSession(connection, environment: environment).run(holding: signals)
      })
    exit(program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
