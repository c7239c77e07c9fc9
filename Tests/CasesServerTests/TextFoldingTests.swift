import Testing

@testable import CasesServer

@Suite struct TextFoldingTests {
  @Test(
    arguments: [
      ("ÜBER", "über"), ("u\u{308}ber", "\u{FC}BER"), ("ΣΊΣΥΦΟΣ", "σίσυφος"),
      ("straße", "STRAẞE"), ("ſ", "S"), ("\u{212A}", "k"), ("Ж", "ж"), ("\u{13A0}", "\u{AB70}"),
      ("한국", "\u{1112}\u{1161}\u{11AB}국"), ("e\u{301}\u{323}", "e\u{323}\u{301}"),
    ])
  func joins(_ left: String, _ right: String) {
    #expect(
      Array(TextFolding.folded(left).utf8) == Array(TextFolding.folded(right).utf8))
  }

  @Test(arguments: [("ß", "ss"), ("ı", "i"), ("İ", "i"), ("é", "e"), ("日", "曰")])
  func keepsApart(_ left: String, _ right: String) {
    #expect(TextFolding.folded(left) != TextFolding.folded(right))
  }

  @Test func trimsWhiteSpaceOfAllScripts() {
    #expect(TextFolding.trimmed("\u{3000} \t a b\u{A0}\n") == "a b")
    #expect(TextFolding.trimmed(" \u{2003}\u{85}") == "")
  }

  @Test func composes() {
    #expect(Array(TextFolding.composed("e\u{301}").utf8) == [0xC3, 0xA9])
  }
}
