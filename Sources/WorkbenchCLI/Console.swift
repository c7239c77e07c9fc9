import Glibc

/// Where a command writes, and whether a person sits there.
public struct Console {
  /// Writes to standard output, whole and at once; the error tells why it could not.
  let writeOutput: (String) throws(SystemError) -> Void
  /// Writes to standard error; what cannot be written there is lost.
  let writeError: (String) -> Void
  /// Whether standard input and output are a terminal.
  let isTerminal: Bool

  /// Makes a console.
  ///
  /// - Parameters:
  ///   - isTerminal: whether standard input and output are a terminal.
  ///   - writeOutput: writes to standard output.
  ///   - writeError: writes to standard error.
  init(
    isTerminal: Bool, writeOutput: @escaping (String) throws(SystemError) -> Void,
    writeError: @escaping (String) -> Void
  ) {
    self.isTerminal = isTerminal
    self.writeOutput = writeOutput
    self.writeError = writeError
  }

  /// The console of the process: descriptors 0, 1 and 2, without a buffer.
  public static var process: Console {
    Console(
      isTerminal: isatty(0) == 1 && isatty(1) == 1,
      writeOutput: { text throws(SystemError) in try write(text, to: 1) },
      writeError: { text in
        do throws(SystemError) {
          try write(text, to: 2)
        } catch {
          // There is nowhere left to tell it.
        }
      })
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

  private static func write(_ text: String, to descriptor: Int32) throws(SystemError) {
    var rest = Array(text.utf8)[...]
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
