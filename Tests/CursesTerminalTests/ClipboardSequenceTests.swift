import Testing

@testable import CursesTerminal

@Suite struct ClipboardSequenceTests {
  @Test func theTextIsBase64ForTheTerminal() {
    #expect(
      ClipboardSequence.bytes("é\u{1B}", insideTmux: false) == Array("\u{1B}]52;c;w6kb\u{07}".utf8))
  }

  /// Test line 65: inside tmux the sequence is wrapped, its Escape doubled.
  @Test func tmuxIsToldToHandItOn() {
    #expect(
      ClipboardSequence.bytes("a", insideTmux: true)
        == Array("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{07}\u{1B}\\".utf8))
  }
}
