import CasesHTTP

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
  /// - Parameter arguments: may hold `--url` or `--data`.
  /// - Throws: `CommandError` for settings that make no sense, or where the workbench cannot open.
  func run(_ arguments: Arguments) throws(CommandError) {
    let url = try arguments.text(.url)
    let folder = try arguments.text(.data)
    if url != nil && folder != nil { throw .misuse(.notBoth(.url, .data), of: .workbench) }
    // Who names a folder means the personal server, whatever the environment says.
    let configuration = folder == nil ? try configuration(url, arguments) : .personal
    let logFile = try LogFile(arguments, environment)
    try console.requireTerminal()
    let log = try logFile?.open()
    defer {
      if let logFile, let number = log?.failure {
        console.report("warning: \(logFile.path.quoted) lacks lines: \(SystemError(number).text)")
      }
    }
    let signals = HeldSignals()
    defer { signals.release() }
    switch configuration {
    case .personal:
      let folder = try DataFolder.path(of: .personal, wish: folder, environment)
      try EmbeddedSession(
        folder: folder, username: environment["USER"] ?? environment["LOGNAME"] ?? "analyst",
        label: "personal", sampleCases: 0, log: log
      )
      .run(holding: signals, openWorkbench)
    case .remote(let address, let credentials):
      if !address.isEncrypted && !address.isLoopback {
        console.report("warning: what goes to \(address.host) can be read on its way")
      }
      var connection = Connection(
        address: address, credentials: credentials, label: address.authority)
      connection.trust = try trust
      connection.log = log
      try openWorkbench(connection, signals)
    }
  }

  /// The files of certificates that the environment names.
  private var trust: TransportTrust {
    get throws(CommandError) {
      var trust = TransportTrust()
      trust.authorities = environment["CASEWORKBENCH_CA_FILE"]
      trust.certificate = environment["CASEWORKBENCH_CLIENT_CERT"]
      trust.key = environment["CASEWORKBENCH_CLIENT_KEY"]
      guard trust.key == nil || trust.certificate != nil else {
        throw .misused(
          ConfigurationError.missing(
            "CASEWORKBENCH_CLIENT_CERT", besides: "CASEWORKBENCH_CLIENT_KEY"
          ).text, helpCommand: Command.workbench.typed)
      }
      return trust
    }
  }

  private func configuration(
    _ url: String?, _ arguments: Arguments
  ) throws(CommandError) -> Configuration {
    do throws(ConfigurationError) {
      return try Configuration(
        url: url, allowsUnencrypted: arguments.options[.plainHTTP] != nil, environment)
    } catch {
      throw .misused(error.text, helpCommand: Command.workbench.typed)
    }
  }
}
