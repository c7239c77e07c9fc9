/// The help, written from the tables that the parser reads by.
enum Help {
  private static let width = 80

  /// The help of a command.
  ///
  /// - Parameter command: which command.
  /// - Returns: lines of at most 80 characters, the last with a line feed.
  static func text(of command: Command) -> String {
    let form = command.form
    var blocks = ["\(command.typed): \(form.summary)"]
    blocks.append((["Usage:"] + usages(of: command)).joined(separator: "\n"))
    blocks += form.remarks.map { wrap($0, at: width).joined(separator: "\n") }
    let listed = command.isGroup ? command.subcommands : command == .workbench ? leaves : []
    if !listed.isEmpty {
      blocks.append(
        section("Commands", rows: listed.map { ($0.words.joined(separator: " "), $0.form.summary) })
      )
    }
    blocks.append(section("Options", rows: command.allOptions.map { ($0.usage, $0.summary) }))
    blocks += form.sections.map { section($0.title, rows: $0.rows) }
    if command == .workbench {
      blocks.append("'caseworkbench COMMAND --help' shows the help of a command.")
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The commands that do something, without the workbench itself.
  private static var leaves: [Command] {
    Command.allCases.filter { !$0.isGroup && $0 != .workbench }
  }

  /// How a command is called; for a group, how each of its commands is.
  private static func usages(of command: Command) -> [String] {
    let commands = command.isGroup ? command.subcommands : [command]
    let lines = commands.flatMap { command in
      let options = command.form.options.map { "[\($0.usage)]" }
      let parts = [command.typed] + options + command.form.operands
      return wrap(parts, at: width - 6).enumerated().map { ($0 == 0 ? "  " : "      ") + $1 }
    }
    return lines + (command == .workbench ? ["  caseworkbench COMMAND ..."] : [])
  }

  /// A title over rows of two columns.
  private static func section(_ title: String, rows: [(word: String, meaning: String)]) -> String {
    let left = (rows.map(\.word.count).max() ?? 0) + 4
    let lines = rows.flatMap { row in
      wrap(row.meaning, at: width - left).enumerated().map { index, line in
        let head = index == 0 ? "  " + row.word : ""
        return head + String(repeating: " ", count: left - head.count) + line
      }
    }
    return (["\(title):"] + lines).joined(separator: "\n")
  }

  private static func wrap(_ text: String, at width: Int) -> [String] {
    wrap(text.split(separator: " ").map(String.init), at: width)
  }

  private static func wrap(_ words: [String], at width: Int) -> [String] {
    words.reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
  }
}
