import Glibc

/// Where a command writes, and whether a person sits there.
public struct Console: Sendable {
  /// Writes to standard output, whole and at once; the error tells why it could not.
  let writeOutput: @Sendable (String) throws(SystemError) -> Void
  /// Writes to standard error; what cannot be written there is lost.
  let writeError: @Sendable (String) -> Void
  /// Whether standard input and output are a terminal.
  let isTerminal: Bool
  /// Whether standard output is a terminal.
  var isOutputTerminal: Bool
  /// Asks a person for a line.
  let ask: @Sendable (String, TerminalQuestion.Kind) throws(CommandError) -> String

  /// Makes a console.
  ///
  /// - Parameters:
  ///   - isTerminal: whether standard input and output are a terminal.
  ///   - writeOutput: writes to standard output.
  ///   - writeError: writes to standard error.
  ///   - ask: asks a person for a line.
  init(
    isTerminal: Bool, writeOutput: @escaping @Sendable (String) throws(SystemError) -> Void,
    writeError: @escaping @Sendable (String) -> Void,
    ask: @escaping @Sendable (String, TerminalQuestion.Kind) throws(CommandError) -> String = {
      question, kind throws(CommandError) in try TerminalQuestion.ask(question, kind)
    }
  ) {
    self.isTerminal = isTerminal
    isOutputTerminal = isTerminal
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.ask = ask
  }

  /// The console of the process: descriptors 0, 1 and 2, without a buffer.
  public static var process: Console {
    var console = Console(
      isTerminal: isatty(0) == 1 && isatty(1) == 1,
      writeOutput: { text throws(SystemError) in try write(Array(text.utf8), to: 1) },
      writeError: { text in
        do throws(SystemError) {
          try write(Array(text.utf8), to: 2)
        } catch {
          // There is nowhere left to tell it.
        }
      })
    console.isOutputTerminal = isatty(1) == 1
    return console
  }

  /// Writes a text to standard output; a reader who has gone away is no trouble.
  ///
  /// - Parameter text: the text with its line feeds.
  /// - Throws: `CommandError.failed` where the text did not arrive for another reason.
  func print(_ text: String) throws(CommandError) {
    do throws(SystemError) {
      try writeOutput(text)
    } catch {
      if error.number != EPIPE {
        throw .failed("cannot write to standard output: \(error.text)")
      }
    }
  }

  /// Ends a command that needs a terminal where there is none.
  ///
  /// - Throws: `CommandError.failed` where standard input or output is no terminal.
  func requireTerminal() throws(CommandError) {
    if !isTerminal { throw .failed("standard input and output must be a terminal") }
  }

  /// Writes a line about trouble to standard error, named after the program.
  ///
  /// - Parameter text: the line without its line feed.
  func report(_ text: String) {
    writeError("caseworkbench: \(text)\n")
  }

  /// Writes bytes, all of them.
  ///
  /// - Parameters:
  ///   - bytes: what to write.
  ///   - descriptor: where.
  /// - Throws: `SystemError` where not all could be written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        throw .last
      }
    }
  }
}
