import CasesServer

/// Opens the workbench on a server with sample cases that vanishes at the end.
struct DemoCommand {
  private let environment: Environment
  private let console: Console
  private let openWorkbench: Program.OpenWorkbench

  init(
    _ environment: Environment, _ console: Console, _ openWorkbench: @escaping Program.OpenWorkbench
  ) {
    self.environment = environment
    self.console = console
    self.openWorkbench = openWorkbench
  }

  /// Runs the command until the user leaves the workbench.
  ///
  /// - Parameter arguments: may hold `--cases`, `--log` and `--log-level`.
  /// - Throws: `CommandError` for a bad number of cases, or where the workbench cannot open.
  func run(_ arguments: Arguments) throws(CommandError) {
    let cases = try arguments.number(.cases, in: 0...Command.mostSamples) ?? Command.sampleCount
    // What the environment says is passed over, here too.
    let logFile = try LogFile(arguments, Environment([:]))
    try console.requireTerminal()
    let log = try logFile?.open()
    defer { if let log { logFile?.report(log, on: console) } }
    let signals = HeldSignals()
    defer { signals.release() }
    let parent = environment["TMPDIR"] ?? "/tmp"
    let folder: TemporaryFolder
    do throws(SystemError) {
      folder = try TemporaryFolder(in: parent)
    } catch {
      throw .failed("cannot make a folder in \(parent.quoted): \(error.text)")
    }
    defer { folder.remove() }
    try EmbeddedSession(
      folder: folder.path, username: SampleData.username, label: "demo", sampleCases: cases,
      log: log, losesDrafts: true
    )
    .run(holding: signals, openWorkbench)
  }
}
