import CasesAPI
import Testing

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("plain ü 中 🙂", "plain ü 中 🙂"), ("a\tb\r\nc", "a b  c"),
    ("\u{1B}[31m\u{9B}\u{7F}\u{0}", "·[31m···"),
    ("a\u{202E}b\u{2028}c\u{FEFF}", "a·b c·"), ("\u{E000}\u{A0}", "· "),
  ])
  func textBecomesOneHarmlessLine(text: String, line: String) {
    #expect(PrintableText.line(text) == line)
  }

  @Test func textIsCutAndShowsIt() {
    #expect(PrintableText.line("abcd", limit: 3) == "abc…")
    #expect(PrintableText.line("abc", limit: 3) == "abc")
    #expect(PrintableText.beginning(of: Array("äöüß".utf8) + [0xFF], limit: 4) == "äöüß…")
    #expect(PrintableText.beginning(of: [0xFF, 0x61]) == "\u{FFFD}a")
  }
}
