import FoundationEssentials
import Glibc
import WorkbenchCLI

@main
enum CaseWorkbench {
  // Synchronous, so that the thread that the terminal belongs to stays this one.
  static func main() {
    // A file that took the number of a closed stream would get what is said to people.
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
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
