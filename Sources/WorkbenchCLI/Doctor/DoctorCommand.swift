import CasesHTTP

/// Tests each step on the way to the cases and says which one fails.
struct DoctorCommand {
  private let environment: Environment
  private let console: Console

  init(_ environment: Environment, _ console: Console) {
    self.environment = environment
    self.console = console
  }

  /// Runs the command.
  ///
  /// - Parameter arguments: may hold `--profile`, `--url` and `--plain-http`.
  /// - Throws: `CommandError.failed` where a step fails; the report is on standard output by then.
  func run(_ arguments: Arguments) throws(CommandError) {
    var checks: [Check] = []
    var isPersonal = false
    do throws(CommandError) {
      let found = try SettingsSearch(environment, console).find(arguments)
      checks.append(Check("settings", .good(found.origin)))
      switch found.configuration {
      case .personal:
        isPersonal = true
        checks.append(Check("server", .good("it runs inside the program when it is opened")))
      case .remote(let address, let credentials):
        checks.append(Check("server", .good("\(address), \(credentials)")))
        let proxy = found.proxy ?? Proxy(for: address) { environment[$0] }
        checks += ServerChecks(
          probe: ServerProbe(
            address: address, credentials: credentials, trust: found.trust, proxy: proxy,
            limits: found.limits)
        ).run()
      }
    } catch {
      // The machine is worth a look all the same.
      let advice = "Mend that first: nothing that needs the settings was tested."
      checks.append(Check("settings", .bad(error.reason, advice: advice)))
    }
    checks += MachineChecks(
      environment: environment, isTerminal: console.isTerminal, isPersonal: isPersonal
    ).run()
    let width = checks.map(\.title.count).max() ?? 0
    try console.print(checks.flatMap { $0.lines(width) }.map { $0 + "\n" }.joined())
    let bad = checks.filter(\.isBad).map(\.title)
    if !bad.isEmpty { throw .failed("fails: \(bad.joined(separator: ", "))") }
  }
}
