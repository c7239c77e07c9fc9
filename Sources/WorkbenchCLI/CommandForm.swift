/// One command: what the parser takes and what the help says.
struct CommandForm: Sendable {
  /// A further section of the help: a title over rows of a word and what it means.
  struct Section: Sendable {
    let title: String
    let rows: [(word: String, meaning: String)]
  }

  /// What the command does, in a line.
  let summary: String
  /// What more there is to know, one paragraph an element.
  var remarks: [String] = []
  /// The words for the arguments that follow the command, all of them required.
  var operands: [String] = []
  /// The options, without those that every command has.
  var options: [OptionForm] = []
  /// Sections that only this command's help has.
  var sections: [Section] = []
}
