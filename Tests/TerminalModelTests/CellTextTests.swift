import TerminalModel
import Testing

@Suite("CellText") struct CellTextTests {
  /// What a text is shown as: its glyphs without a separator, then its columns.
  static func shown(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var width = 0
    for glyph in CellText.glyphs(of: text) {
      view.append(glyph.scalar)
      view.append(contentsOf: glyph.marks)
      width += glyph.width
    }
    return "\(String(view)) \(width)"
  }

  @Test(
    "each cluster becomes what every terminal agrees on",
    arguments: zip(
      [
        "plain", "中文", "e\u{301}", "🙂", "👨‍👩‍👧", "⚠️", "👍🏽", "🇩🇪", "1️⃣", "한", "\u{1112}\u{1161}\u{11AB}",
        "नि", "a\u{300}\u{301}\u{302}\u{303}\u{304}", "", "ﾊﾟ",
      ],
      [
        "plain 5", "中文 4", "e\u{301} 1", "🙂 2", "👨 2", "⚠ 1", "👍 2", "DE 2", "1 1", "한 2", "한 2",
        "न\u{93F} 2", "a\u{300}\u{301}\u{302}\u{303}· 2", " 0", "ﾊﾟ 2",
      ]))
  func clusters(text: String, expected: String) {
    #expect(Self.shown(text) == expected)
  }

  @Test(
    "what steers a terminal, turns the direction or hides becomes a visible mark",
    arguments: zip(
      [
        "a\u{1B}[2Jb", "a\tb", "a\r\nb", "x\u{9B}31m", "inv\u{202E}fdp", "a\u{200B}b", "\u{7F}",
        "\u{E000}",
        "\u{2028}", "\u{301}", "a\u{200D}b", "x\u{E0041}\u{E0042}", "\u{FEFF}a", "\u{378}",
      ],
      [
        "a·[2Jb 6", "a·b 3", "a·b 3", "x·31m 5", "inv·fdp 7", "a·b 3", "· 1", "· 1",
        "· 1", "· 1", "a·b 3", "x· 2", "·a 2", "· 1",
      ]))
  func marks(text: String, expected: String) {
    #expect(Self.shown(text) == expected)
  }

  @Test("no text gives a glyph that a terminal could take for a command, and widths add up")
  func everyScalar() {
    var wrong: [UInt32] = []
    for value in (0...0x10FFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      let glyphs = CellText.glyphs(of: character)
      let isSafe = glyphs.allSatisfy { glyph in
        CellWidth(glyph.scalar).columns == glyph.width && glyph.width > 0
          && glyph.marks.allSatisfy { CellWidth($0) == .mark }
      }
      let width = glyphs.reduce(0) { $0 + $1.width }
      if !isSafe || width != CellText.width(of: character) { wrong.append(value) }
    }
    #expect(wrong == [])
  }

  @Test(
    "a text is cut at a whole character",
    arguments: [
      ("abc", 2, "ab"), ("中文", 3, "中"), ("中文", 1, ""), ("e\u{301}a", 1, "e\u{301}"),
      ("ab", 9, "ab"),
      ("🇩🇪x", 1, ""), ("🇩🇪x", 2, "🇩🇪"), ("a", 0, ""),
    ])
  func cut(text: String, width: Int, expected: String) {
    #expect(CellText.prefix(of: text, width: width) == expected)
  }
}
