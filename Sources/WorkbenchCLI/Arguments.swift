import Workbench

/// A command line, read.
struct Arguments: Equatable, Sendable {
  /// What is to be done with the command.
  enum Purpose: Equatable, Sendable { case run, showHelp, showVersion }

  /// What is to be done with the command.
  var purpose = Purpose.run
  /// The command.
  var command = Command.workbench
  /// The values of the options that are given; empty for options without one.
  var options: [OptionName: String] = [:]
  /// What follows the command and is no option.
  var operands: [String] = []
}

extension Arguments {
  /// Reads a command line.
  ///
  /// Options may be written `--name value` or `--name=value`; `--` ends them. The first `--help` or
  /// `--version` ends the reading, so that help is to be had in the middle of a command.
  ///
  /// - Parameter arguments: the arguments without the name of the program.
  /// - Throws: `CommandError.misused` for the first argument that makes no sense, or for one that
  ///   is missing.
  init(_ arguments: [String]) throws(CommandError) {
    var rest = arguments[...]
    let asksForHelp = rest.first == "help"
    if asksForHelp { rest.removeFirst() }
    while let word = rest.first, let next = command.subcommand(word) {
      command = next
      rest.removeFirst()
    }
    if asksForHelp { purpose = .showHelp }
    do throws(UsageError) {
      try readOptions(&rest)
      if purpose == .run { try checkOperands() }
    } catch {
      throw .misuse(error, of: command)
    }
  }

  private mutating func readOptions(_ rest: inout ArraySlice<String>) throws(UsageError) {
    while let argument = rest.popFirst() {
      switch argument {
      case "--":
        operands += rest
        return
      case "-h", "--help":
        purpose = .showHelp
        return
      case "--version":
        purpose = .showVersion
        return
      case let option where option.hasPrefix("--"):
        try readOption(option, &rest)
      case let option where option.hasPrefix("-") && option != "-":
        throw .unknownOption(option, nearest: nil)
      default:
        if operands.count >= command.form.operands.count { throw surplus(argument) }
        operands.append(argument)
      }
    }
  }

  private mutating func readOption(
    _ argument: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = parts.first.map(String.init) ?? ""
    let value = parts.count == 2 ? String(parts[1]) : nil
    guard let option = command.option(typed) else { throw unknown(typed) }
    if options[option.name] != nil { throw .givenTwice(option.name) }
    switch (option.argument, value) {
    case (.none, nil): options[option.name] = ""
    case (.none, _?): throw .valueUnexpected(option.name)
    case (.required, let value?), (.optionalNumber, let value?): options[option.name] = value
    case (.required(let word), nil):
      guard let next = rest.first else {
        throw .valueMissing(option.name, word: word, butDash: nil)
      }
      if next.hasPrefix("-") && next != "-" {
        throw .valueMissing(option.name, word: word, butDash: next)
      }
      options[option.name] = next
      rest.removeFirst()
    case (.optionalNumber(_, let number), nil):
      // Only a number can follow, so a command with operands keeps them.
      if let next = rest.first, next.isDigits {
        options[option.name] = next
        rest.removeFirst()
      } else {
        options[option.name] = String(number)
      }
    }
  }

  /// What is wrong about an option that the command does not have.
  private func unknown(_ name: String) -> UsageError {
    let secrets = ["client-id", "client-secret", "password", "secret", "token"]
    if secrets.contains(where: name.lowercased().contains) { return .secretOption("--\(name)") }
    let own = command.allOptions.map(\.name.typed)
    return .unknownOption("--\(name)", nearest: Nearest.word(to: "--\(name)", in: own))
  }

  /// What is wrong about an argument where the command takes no more of them.
  private func surplus(_ argument: String) -> UsageError {
    guard operands.isEmpty, !command.subcommands.isEmpty else {
      return .operandUnexpected(argument)
    }
    if !options.isEmpty, let meant = command.subcommand(argument) { return .commandNotFirst(meant) }
    let words = command.subcommands.compactMap(\.words.last)
    return .unknownCommand(argument, nearest: Nearest.word(to: argument, in: words))
  }

  private func checkOperands() throws(UsageError) {
    if command.isGroup { throw .commandMissing(of: command) }
    let words = command.form.operands
    if operands.count < words.count { throw .operandMissing(words[operands.count]) }
    // Arguments after `--` are not counted while they are read.
    if operands.count > words.count { throw .operandUnexpected(operands[words.count]) }
  }

  /// The value of an option that takes a whole number.
  ///
  /// - Parameters:
  ///   - name: the option.
  ///   - range: the numbers it takes.
  /// - Returns: nil where the option is not given.
  /// - Throws: `CommandError.misused` where the value is anything else.
  func number(_ name: OptionName, in range: ClosedRange<Int>) throws(CommandError) -> Int? {
    guard let text = options[name] else { return nil }
    guard text.isDigits, let number = Int(text), range.contains(number) else {
      throw .misuse(.notANumber(name, text, range), of: command)
    }
    return number
  }

  /// The value of an option that must not be empty.
  ///
  /// - Parameter name: the option.
  /// - Returns: nil where the option is not given.
  /// - Throws: `CommandError.misused` where it is given and empty.
  func text(_ name: OptionName) throws(CommandError) -> String? {
    if options[name] == "" { throw .misuse(.emptyValue(name), of: command) }
    return options[name]
  }
}
