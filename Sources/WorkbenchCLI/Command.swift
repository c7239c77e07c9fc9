/// The commands of the program.
enum Command: Hashable, CaseIterable, Sendable {
  case workbench
  case demo
  case login
  case doctor
  case drafts
  case draftsList
  case draftsShow
  case draftsDrop
  case server
  case serverStart
  case serverAddUser

  /// The words by which the command is called, after the name of the program.
  var words: [String] {
    switch self {
    case .workbench: []
    case .demo: ["demo"]
    case .login: ["login"]
    case .doctor: ["doctor"]
    case .drafts: ["drafts"]
    case .draftsList: ["drafts", "list"]
    case .draftsShow: ["drafts", "show"]
    case .draftsDrop: ["drafts", "drop"]
    case .server: ["server"]
    case .serverStart: ["server", "start"]
    case .serverAddUser: ["server", "add-user"]
    }
  }

  /// The whole command as it is typed.
  var typed: String { (["caseworkbench"] + words).joined(separator: " ") }

  /// The commands whose words are this command's words and one more.
  var subcommands: [Command] {
    Command.allCases.filter { $0.words.count == words.count + 1 && $0.words.starts(with: words) }
  }

  /// Whether the command only gathers others and does nothing by itself.
  var isGroup: Bool { self == .server || self == .drafts }

  /// The subcommand that a word calls.
  ///
  /// - Parameter word: the next word of the command line.
  /// - Returns: nil where there is none of that name.
  func subcommand(_ word: String) -> Command? {
    subcommands.first { $0.words.last == word }
  }

  /// The option that a name stands for in this command.
  ///
  /// - Parameter name: the name without its dashes.
  /// - Returns: nil where the command has no such option.
  func option(_ name: String) -> OptionForm? {
    allOptions.first { $0.name.rawValue == name }
  }

  /// The options of the command, with those that every command has at the end.
  var allOptions: [OptionForm] {
    form.options + [
      OptionForm(.help, .none, "show this help; -h does the same"),
      OptionForm(.version, .none, "show the version"),
    ]
  }
}
