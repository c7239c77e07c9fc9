import Glibc

extension Terminal {
  /// Puts a text into the clipboard of the terminal (xterm's control sequences, OSC 52).
  ///
  /// A terminal that does not know the sequence, or does not allow it, passes it over. Inside tmux
  /// it is handed on to the terminal outside, where tmux allows that.
  ///
  /// - Parameter text: the text.
  func copy(_ text: String) {
    let isNested = !(Self.environment("TMUX") ?? "").isEmpty
    Self.write(ClipboardSequence.bytes(text, insideTmux: isNested), to: output)
  }
}
