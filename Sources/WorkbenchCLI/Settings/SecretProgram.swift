/// What is told of a program that should print a secret and does not.
///
/// Its arguments are never shown, since the secret may be one of them.
struct SecretProgram {
  /// The program, else the key under which it is set.
  let name: String
  /// What stands before the lines that it wrote to standard error; a shell's may be of any program.
  var label: String { isShell ? Self.key : name }
  private let owner: String
  private let isShell: Bool
  private static let key = "secret-command"

  /// Makes what is told.
  ///
  /// - Parameters:
  ///   - owner: whose secret it is, such as `profile 'work'`.
  ///   - program: the first word of the command.
  ///   - isShell: whether the shell runs it, whose own words may stand first.
  init(of owner: String, _ program: String?, isShell: Bool) {
    self.owner = owner
    self.isShell = isShell
    let isPlain =
      program?.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+".contains($0)) }
      ?? false
    name = isPlain ? program ?? "" : Self.key
  }

  private var subject: String {
    name == Self.key
      ? "the secret-command of \(owner)" : "the secret-command of \(owner), \(name.quoted),"
  }

  /// It cannot be started at all.
  ///
  /// - Parameter reason: what the system says.
  /// - Returns: one line.
  func notStarted(_ reason: String) -> String {
    "\(subject) cannot be started: \(reason). \(Self.install)"
  }

  /// It ran longer than it may.
  ///
  /// - Parameters:
  ///   - seconds: how long it may run.
  ///   - complaint: the first line that it wrote to standard error.
  /// - Returns: one line.
  func tooLong(_ seconds: Int, _ complaint: String?) -> String {
    "\(subject) did not end within \(seconds) seconds\(said(complaint)). It may wait for an answer "
      + "that nobody sees: unlock its store first, or run it by hand."
  }

  /// It ended without a secret.
  ///
  /// - Parameters:
  ///   - status: the status as waitpid(2) gives it.
  ///   - complaint: the first line that it wrote to standard error.
  /// - Returns: one line.
  func failed(_ status: Int32, _ complaint: String?) -> String {
    guard status != 0 else {
      return
        "\(subject) printed an empty first line\(said(complaint)). Check that the "
        + "entry it reads is there, and holds the secret in its first line."
    }
    let code = status >> 8 & 0xFF
    let end = status & 0x7F == 0 ? "status \(code)" : "signal \(status & 0x7F)"
    let advice =
      isShell && status & 0x7F == 0 && (code == 126 || code == 127) ? Self.install : Self.byHand
    return "\(subject) ended with \(end)\(said(complaint, orNothing: true)). \(advice)"
  }

  private func said(_ complaint: String?, orNothing: Bool = false) -> String {
    complaint.map { " and says: “\($0)”" } ?? (orNothing ? " and says nothing" : "")
  }

  private static let install = "Install it, or mend secret-command in the settings file."
  private static let byHand =
    "Run it by hand to see why: the entry may not be there, or its store (gpg, keyring) locked."
}
