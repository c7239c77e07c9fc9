import Glibc

/// Asks for a line on the terminal of the process, whatever its standard input is.
enum TerminalQuestion {
  /// Whether what is typed can be seen.
  enum Kind: Sendable { case visible, hidden }

  private static let mostBytes = 4_096

  /// Asks a question.
  ///
  /// What is hidden is never on the screen; the terminal shows what is typed again in any case,
  /// also where a signal ends the program meanwhile.
  ///
  /// - Parameters:
  ///   - question: what to ask, with its colon and blank.
  ///   - kind: whether what is typed can be seen.
  /// - Returns: the line; empty where only Enter was pressed.
  /// - Throws: `CommandError` where there is no terminal, or where the answer was broken off.
  static func ask(_ question: String, _ kind: Kind) throws(CommandError) -> String {
    let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw .failed("there is no terminal to ask on: \(question.dropLast(2))")
    }
    defer { close(terminal) }
    let signals = HeldSignals()
    // A signal that came meanwhile ends the program here, with the terminal as it was.
    defer { signals.release() }
    var before = termios()
    guard unsafe tcgetattr(terminal, &before) == 0 else {
      throw .failed("the terminal cannot be used: \(SystemError.last.text)")
    }
    var asking = before
    // Signal keys are read as characters, or ^C would leave the terminal without its echo.
    let off = ISIG | ICANON | ECHO
    asking.c_lflag &= ~tcflag_t(off)
    unsafe tcsetattr(terminal, TCSAFLUSH, &asking)
    defer {
      unsafe tcsetattr(terminal, TCSAFLUSH, &before)
      write("\n", to: terminal)
    }
    write(question, to: terminal)
    var line: [UInt8] = []
    while true {
      var watched = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&watched, 1, 200)
      if signals.hasCome { throw .failed("ended while a question was open") }
      if ready <= 0 { continue }
      var byte: UInt8 = 0
      guard unsafe read(terminal, &byte, 1) == 1 else { throw .failed("the terminal has gone") }
      switch byte {
      case 10, 13: return String(decoding: line, as: UTF8.self)
      case 3, 4, 28: throw .failed("nothing was done: the question was broken off")
      case 8, 127: erase(&line, on: kind == .visible ? terminal : nil)
      case 21: while !line.isEmpty { erase(&line, on: kind == .visible ? terminal : nil) }
      case 0..<32: continue
      default:
        guard line.count < mostBytes else { continue }
        line.append(byte)
        if kind == .visible { write([byte], to: terminal) }
      }
    }
  }

  /// Takes back the last character.
  private static func erase(_ line: inout [UInt8], on terminal: Int32?) {
    guard !line.isEmpty else { return }
    while let last = line.popLast(), last & 0xC0 == 0x80 {}
    if let terminal { write("\u{8} \u{8}", to: terminal) }
  }

  private static func write(_ text: String, to terminal: Int32) {
    write(Array(text.utf8), to: terminal)
  }

  private static func write(_ bytes: [UInt8], to terminal: Int32) {
    _ = unsafe Glibc.write(terminal, bytes, bytes.count)
  }
}
