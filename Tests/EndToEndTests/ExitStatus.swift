import Glibc

/// How a process ended, as in wait(2).
enum ExitStatus: Equatable {
  case exited(Int32)
  case signalled(Int32)

  /// Reads the word that waitpid(2) stores; the macros for it are not imported.
  init(word: Int32) {
    let signal = word & 0x7f
    self = signal == 0 ? .exited(word >> 8 & 0xff) : .signalled(signal)
  }
}
