/// Why a command line cannot be understood.
enum UsageError: Error, Hashable, Sendable {
  case unknownCommand(String, nearest: String?)
  case commandMissing(of: Command)
  case commandNotFirst(Command)
  case unknownOption(String, nearest: String?)
  case secretOption(String)
  case valueMissing(OptionName, word: String, butDash: String?)
  case valueUnexpected(OptionName)
  case givenTwice(OptionName)
  case operandMissing(String)
  case operandUnexpected(String)
  case notANumber(OptionName, String, ClosedRange<Int>)
  case notAnAddress(OptionName, String)
  case notOneOf(String, String, [String])
  case notBoth(OptionName, OptionName)
  case notWithout(OptionName, OptionName)
  case emptyValue(OptionName)

  /// The error in one line.
  var text: String {
    switch self {
    case .unknownCommand(let word, let nearest):
      "unknown command \(word.quoted)" + Self.question(nearest)
    case .commandMissing(let group):
      "'\(group.words.joined(separator: " "))' needs a command: "
        + group.subcommands.compactMap(\.words.last).joined(separator: " or ")
    case .commandNotFirst(let command):
      "the command comes before its options: \(command.typed) ..."
    case .unknownOption(let name, let nearest):
      "unknown option \(name.quoted)" + Self.question(nearest)
        + (name.hasPrefix("--") ? "" : "; what begins with a dash and is no option goes after --")
    case .secretOption(let name):
      "there is no option \(name.quoted), since others can read arguments; "
        + "set CASEWORKBENCH_CLIENT_ID and CASEWORKBENCH_CLIENT_SECRET, or CASEWORKBENCH_TOKEN"
    case .valueMissing(let name, let word, nil):
      "\(name.typed) needs a value: \(name.typed) \(word)"
    case .valueMissing(let name, _, let dashed?):
      "\(name.typed) needs a value; one that begins with a dash is written "
        + "\(name.typed)=\(dashed.printable)"
    case .valueUnexpected(let name):
      "\(name.typed) takes no value"
    case .givenTwice(let name):
      "\(name.typed) is given twice"
    case .operandMissing(let word):
      "\(word) is missing"
    case .operandUnexpected(let word):
      "unexpected argument \(word.quoted)"
    case .notANumber(let name, let text, let range):
      "\(name.typed) takes a whole number from \(range.lowerBound) to \(range.upperBound), "
        + "not \(text.quoted)"
    case .notAnAddress(let name, let text):
      "\(name.typed) takes a numeric address and a port, such as 127.0.0.1:8484 or [::1]:8484, "
        + "not \(text.quoted)"
    case .notBoth(let one, let other):
      "\(one.typed) and \(other.typed) exclude each other"
    case .notOneOf(let name, let text, let words):
      "\(name) takes one of \(words.joined(separator: ", ")), not \(text.quoted)"
    case .notWithout(let one, let other):
      "\(one.typed) has no meaning without \(other.typed)"
    case .emptyValue(let name):
      "\(name.typed) is empty"
    }
  }

  private static func question(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }
}
