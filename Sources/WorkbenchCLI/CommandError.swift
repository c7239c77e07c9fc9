/// Why a command was not carried out.
public enum CommandError: Error, Hashable, Sendable {
  /// Something failed; the text says what, in one line and without secrets.
  case failed(String)
  /// The arguments or settings make no sense; the text says why, in one line and without secrets.
  case misused(String, helpCommand: String)
  /// A signal asked the program to end; all is put away.
  case ended(by: Int32)

  /// The line for standard error.
  var text: String {
    switch self {
    case .failed(let text): text
    case .misused(let text, let help): "\(text) (see '\(help) --help')"
    case .ended(let signal): "ended by signal \(signal)"
    }
  }

  /// What is wrong, without the hint at the help.
  var reason: String { if case .misused(let text, _) = self { text } else { text } }

  /// How the program ends.
  var exitCode: ExitCode {
    switch self {
    case .failed, .ended: .failure
    case .misused: .usage
    }
  }
}

extension CommandError {
  /// A command line that makes no sense.
  static func misuse(_ error: UsageError, of command: Command) -> CommandError {
    .misused(error.text, helpCommand: command.typed)
  }
}
