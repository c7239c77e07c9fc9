import CasesHTTP
import Workbench

/// Opens the workbench: on the server that is configured, else on the personal one.
struct WorkbenchCommand {
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
  /// - Parameter arguments: may hold `--profile`, `--url` or `--data`.
  /// - Throws: `CommandError` for settings that make no sense, or where the workbench cannot open.
  func run(_ arguments: Arguments) throws(CommandError) {
    let url = try arguments.text(.url)
    let folder = try arguments.text(.data)
    if url != nil && folder != nil { throw .misuse(.notBoth(.url, .data), of: .workbench) }
    let logFile = try LogFile(arguments, environment)
    if arguments.options[.profile] != nil && folder != nil {
      throw .misuse(.notBoth(.profile, .data), of: .workbench)
    }
    // Who names a folder means the personal server, whatever is set.
    let search = SettingsSearch(environment, console)
    // Wherever the server is found, the file says how the workbench behaves, and its warnings
    // count.
    let settings = try search.workbench(arguments)
    let found = folder == nil ? try search.find(arguments, warns: false) : .personal
    try console.requireTerminal()
    let log = try logFile?.open()
    defer {
      if let log { logFile?.report(log, on: console) }
    }
    let signals = HeldSignals()
    defer { signals.release() }
    switch found.configuration {
    case .personal:
      let folder = try DataFolder.path(of: .personal, wish: folder, environment)
      try EmbeddedSession(
        folder: folder, username: environment["USER"] ?? environment["LOGNAME"] ?? "analyst",
        label: "personal", sampleCases: 0, log: log,
        settings: settings, settingsFile: environment.settingsFile,
        isFresh: arguments.options[.fresh] != nil
      )
      .run(holding: signals, openWorkbench)
    case .remote(let address, let credentials):
      if !address.isEncrypted && !address.isLoopback {
        console.report("warning: what goes to \(address.host) can be read on its way")
      }
      if let path = environment.folders?.state, let problem = WritableFolder.problem(path) {
        console.report("warning: no drafts are kept, since they have no folder: \(problem)")
      }
      var connection = Connection(
        address: address, credentials: credentials, label: address.authority)
      connection.trust = found.trust
      connection.proxy = found.proxy
      connection.limits = found.limits
      connection.user = found.user
      connection.log = log
      connection.settings = settings
      connection.settingsFile = environment.settingsFile
      connection.isFresh = arguments.options[.fresh] != nil
      try openWorkbench(connection, signals)
    }
  }
}
