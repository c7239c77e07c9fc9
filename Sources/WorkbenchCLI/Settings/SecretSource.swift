/// Where the secret of an API client is kept.
enum SecretSource: Hashable, Sendable {
  /// A program prints it: its name and its arguments.
  case command([String])
  /// A line for the shell prints it.
  case shell(String)
  /// It is the first line of a file that only its owner can read.
  case file(String)
  /// It is the value of a variable of the environment.
  case variable(String)
  /// It is asked for each time.
  case prompt

  /// The characters that mean the same to the shell as to nobody.
  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+, ")

  /// Reads a command that is written in one text.
  ///
  /// One of plain words is run as it is; only one that holds anything else needs the shell.
  ///
  /// - Parameter line: the command as it would be typed.
  init(line: String) {
    self =
      line.allSatisfy(Self.plain.contains)
      ? .command(line.split(separator: " ").map(String.init)) : .shell(line)
  }
}
