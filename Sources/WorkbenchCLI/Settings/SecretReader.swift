import Glibc

/// Fetches the secret of a profile from where it is kept.
struct SecretReader {
  private let environment: Environment
  private let console: Console
  private let limit: Int

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - environment: the variables, which commands get too.
  ///   - console: where complaints of commands are reported, and where the secret is asked for.
  ///   - limit: how long a command may take, in milliseconds.
  init(_ environment: Environment, _ console: Console, limit: Int = 60_000) {
    self.environment = environment
    self.console = console
    self.limit = limit
  }

  /// Fetches a secret.
  ///
  /// - Parameters:
  ///   - source: where it is kept.
  ///   - client: for which API client, to be named in a question.
  ///   - folder: the folder of the settings file, from which paths of files count.
  ///   - profile: the name of the profile, for errors.
  /// - Returns: the secret, a line that is not empty.
  /// - Throws: `CommandError` that says why there is none, without any part of it.
  func secret(
    _ source: SecretSource, of client: String, from folder: String, for profile: String
  ) throws(CommandError) -> String {
    let owner = "profile \(profile.quoted)"
    switch source {
    case .command(let words):
      return try run(words, SecretProgram(of: owner, words.first, isShell: false))
    case .shell(let line):
      let program = line.split(separator: " ").first.map(String.init)
      return try run(["/bin/sh", "-c", line], SecretProgram(of: owner, program, isShell: true))
    case .file(let name):
      let path = environment.path(name, from: folder)
      let bytes: [UInt8]?
      do throws(SettingsError) {
        bytes = try PrivateFile.read(path)
      } catch {
        throw .failed(error.text)
      }
      guard let bytes else {
        throw .failed(
          "the secret's file \(path.quoted) of \(owner) is not there; write the secret into it with "
            + "mode 0600, or run 'caseworkbench login'")
      }
      return try firstLine(of: bytes, from: path.quoted)
    case .variable(let name):
      guard let secret = environment[name] else {
        throw .failed(
          "the secret's variable \(name.printable) of \(owner) is not set; export it before the start"
        )
      }
      return try firstLine(of: Array(secret.utf8), from: name.printable)
    case .prompt:
      let answer = try console.ask("Secret of API client \(client.printable): ", .hidden)
      return try firstLine(of: Array(answer.utf8), from: "the terminal")
    }
  }

  private func run(
    _ words: [String], _ program: SecretProgram
  ) throws(CommandError) -> String {
    let outcome: SecretCommand.Outcome
    do throws(SystemError) {
      outcome = try SecretCommand.run(words, environment: environment.pairs, within: limit)
    } catch {
      throw .failed(program.notStarted(error.text))
    }
    let secret = outcome.output.split(whereSeparator: { $0 == 10 || $0 == 13 }).first
    let complaints = complaints(outcome.complaint, without: secret.map(Array.init) ?? [])
    let isGood = outcome.status == 0 && outcome.output.first.map { $0 != 10 && $0 != 13 } ?? false
    // The first one of a failure stands in the error.
    for line in isGood ? complaints : Array(complaints.dropFirst()) {
      console.report("\(program.label): \(line)")
    }
    guard let status = outcome.status else {
      throw .failed(program.tooLong(limit / 1_000, complaints.first))
    }
    guard isGood else { throw .failed(program.failed(status, complaints.first)) }
    return try firstLine(of: outcome.output, from: program.name)
  }

  /// What a command wrote to standard error, safe to print and without the secret.
  private func complaints(_ bytes: [UInt8], without secret: [UInt8]) -> [String] {
    let hidden = String(decoding: secret, as: UTF8.self)
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { !$0.allSatisfy(\.isWhitespace) }.prefix(5).map { line in
        let open = hidden.isEmpty ? String(line) : String(line).replacing(hidden, with: "***")
        return String(open.prefix(200)).printable
      }
  }

  /// Passwords are kept with notes below them, so the first line alone counts.
  private func firstLine(of bytes: [UInt8], from place: String) throws(CommandError) -> String {
    let line = bytes.prefix { $0 != 10 && $0 != 13 }
    guard !line.isEmpty else { throw .failed("no secret came from \(place): the line is empty") }
    guard line.allSatisfy({ $0 >= 32 && $0 != 127 }),
      let secret = String(validating: line, as: UTF8.self)
    else { throw .failed("what came from \(place) is no secret: it holds control characters") }
    return secret
  }
}
