import CasesHTTP

/// The file that a user wants the requests noted in.
struct LogFile: Hashable, Sendable {
  /// Where it is.
  let path: String
  /// How much is noted.
  let level: RequestLogLevel

  /// Reads what was typed, else what the environment says; nil where no file is named.
  ///
  /// - Parameters:
  ///   - arguments: may hold `--log` and `--log-level`.
  ///   - environment: may hold `CASEWORKBENCH_LOG` and `CASEWORKBENCH_LOG_LEVEL`.
  /// - Throws: `CommandError` for a level that there is not, or one that was typed without a file.
  init?(_ arguments: Arguments, _ environment: Environment) throws(CommandError) {
    let typedLevel = try arguments.text(.logLevel)
    guard let path = try arguments.text(.log) ?? environment["CASEWORKBENCH_LOG"] else {
      if typedLevel != nil { throw .misuse(.notWithout(.logLevel, .log), of: arguments.command) }
      return nil
    }
    let setLevel = typedLevel ?? environment["CASEWORKBENCH_LOG_LEVEL"]
    let word = setLevel ?? RequestLogLevel.requests.rawValue
    guard let level = RequestLogLevel(rawValue: word) else {
      let name = typedLevel == nil ? "CASEWORKBENCH_LOG_LEVEL" : OptionName.logLevel.typed
      let words = RequestLogLevel.allCases.map(\.rawValue)
      throw .misuse(.notOneOf(name, word, words), of: arguments.command)
    }
    self.path = path
    self.level = level
  }

  /// Opens the file.
  ///
  /// - Returns: the log, readable by nobody but the user.
  /// - Throws: `CommandError.failed` where the file cannot be written or shut to others.
  func open() throws(CommandError) -> RequestLog {
    do throws(RequestLogError) {
      return try RequestLog(path: path, level: level) { WallClock.now }
    } catch {
      throw .failed("requests cannot be noted in \(path.quoted): \(Self.text(error))")
    }
  }

  /// Tells where lines are missing, once the work is over.
  ///
  /// - Parameters:
  ///   - log: the log.
  ///   - console: where it is told.
  func report(_ log: RequestLog, on console: Console) {
    guard let number = log.failure else { return }
    console.report("warning: \(path.quoted) lacks lines: \(SystemError(number).text)")
  }

  private static func text(_ error: RequestLogError) -> String {
    switch error {
    case .cannotOpen(let number): SystemError(number).text
    case .notAFile: "it is no ordinary file"
    case .cannotProtect(let number):
      "others can read it, and that cannot be changed: \(SystemError(number).text)"
    }
  }
}
