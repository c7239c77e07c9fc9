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
  /// - Returns: the secret, a line that is not empty.
  /// - Throws: `CommandError` that says why there is none, without any part of it.
  func secret(
    _ source: SecretSource, of client: String, from folder: String
  ) throws(CommandError) -> String {
    switch source {
    case .command(let words):
      return try run(words)
    case .shell(let line):
      return try run(["/bin/sh", "-c", line])
    case .file(let name):
      let path = environment.path(name, from: folder)
      let bytes: [UInt8]?
      do throws(SettingsError) {
        bytes = try PrivateFile.read(path)
      } catch {
        throw .failed(error.text)
      }
      guard let bytes else { throw .failed("the secret's file \(path.quoted) is not there") }
      return try firstLine(of: bytes, from: path.quoted)
    case .variable(let name):
      guard let secret = environment[name] else {
        throw .failed("the secret's variable \(name.printable) is not set")
      }
      return try firstLine(of: Array(secret.utf8), from: name.printable)
    case .prompt:
      let answer = try console.ask("Secret of API client \(client.printable): ", .hidden)
      return try firstLine(of: Array(answer.utf8), from: "the terminal")
    }
  }

  private func run(_ words: [String]) throws(CommandError) -> String {
    let name = words[0] == "/bin/sh" ? "secret-command" : String(words[0]).printable
    let outcome: SecretCommand.Outcome
    do throws(SystemError) {
      outcome = try SecretCommand.run(words, environment: environment.pairs, within: limit)
    } catch {
      throw .failed("\(name), which should print the secret, cannot be started: \(error.text)")
    }
    let secret = outcome.output.split(whereSeparator: { $0 == 10 || $0 == 13 }).first
    complain(outcome.complaint, of: name, without: secret.map(Array.init) ?? [])
    guard let status = outcome.status else {
      throw .failed(
        "\(name), which should print the secret, did not end within \(limit / 1_000) seconds")
    }
    guard status == 0 else {
      let end = status & 0x7F == 0 ? "status \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
      throw .failed("\(name), which should print the secret, ended with \(end)")
    }
    return try firstLine(of: outcome.output, from: name)
  }

  /// Reports what a command wrote to standard error, safe to print and without the secret.
  private func complain(_ bytes: [UInt8], of name: String, without secret: [UInt8]) {
    let hidden = String(decoding: secret, as: UTF8.self)
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline).prefix(5) {
      let open = hidden.isEmpty ? String(line) : String(line).replacing(hidden, with: "***")
      console.report("\(name): " + String(open.prefix(200)).printable)
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
