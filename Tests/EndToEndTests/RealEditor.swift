import Testing

/// An editor of the system, and the keys with which it adds a line at the end of a text.
struct RealEditor: Sendable, CustomTestStringConvertible {
  /// How it is called.
  let command: String
  /// What shows that it is there.
  let sign: String
  /// Whether it has a screen of its own.
  let fillsScreen: Bool
  /// What is typed, bit by bit.
  let keys: [String]
  /// The line that is added.
  let line: String

  var testDescription: String { command }

  /// Those that an analyst may have.
  static let all = [
    RealEditor(
      command: "ed -p edit:", sign: "edit:", fillsScreen: false,
      keys: ["$a\nBy ed, é 中.\n.\nw\nq\n"], line: "By ed, é 中."),
    RealEditor(
      command: "vim.tiny", sign: "findings.md", fillsScreen: true,
      keys: ["GoBy vim, é 中.", "\u{1B}", ":wq\r"], line: "By vim, é 中."),
    RealEditor(
      command: "nano", sign: "^X Exit", fillsScreen: true,
      keys: ["\u{1B}/", "By nano, é 中.", "\u{0F}", "\r", "\u{18}"], line: "By nano, é 中."),
  ]
}
