/// One option of a command: what the parser takes and what the help says.
struct OptionForm: Sendable {
  /// What follows the name of an option.
  enum Argument: Hashable, Sendable {
    /// Nothing.
    case none
    /// A value, shown in the help by this word.
    case required(String)
    /// A whole number, shown in the help by this word, or nothing, which means the default.
    case optionalNumber(String, default: Int)
  }

  let name: OptionName
  let argument: Argument
  let summary: String

  init(_ name: OptionName, _ argument: Argument, _ summary: String) {
    self.name = name
    self.argument = argument
    self.summary = summary
  }

  /// The option with the word for its value, as the help shows it.
  var usage: String {
    switch argument {
    case .none: name.typed
    case .required(let word): "\(name.typed) \(word)"
    case .optionalNumber(let word, _): "\(name.typed) [\(word)]"
    }
  }
}
