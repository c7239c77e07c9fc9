import FoundationEssentials

/// The bytes that put a text into the clipboard of a terminal.
enum ClipboardSequence {
  /// Makes the bytes; whatever the text holds, no terminal reads it as anything but base64.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - insideTmux: whether tmux stands between, which must be told to hand the sequence on.
  /// - Returns: the whole sequence.
  static func bytes(_ text: String, insideTmux: Bool) -> [UInt8] {
    let plain = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    guard insideTmux else { return Array(plain.utf8) }
    // Each Escape is doubled within the wrapper (tmux(1), allow-passthrough).
    return Array("\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\".utf8)
  }
}
