import TerminalModel
import Testing

@Suite("Wrap") struct WrapTests {
  @Test(
    "a text is broken at its breaks, at blanks, beside wide characters, within long words",
    arguments: [
      ("", 5, [""]),
      ("one two three", 7, ["one two", "three"]),
      ("one two three", 8, ["one two", "three"]),
      ("one  two", 4, ["one", "two"]),
      ("a\n\nb\r\nc\rd", 5, ["a", "", "b", "c", "d"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
      ("  - indented text", 12, ["  - indented", "text"]),
      ("中文字", 4, ["中文", "字"]),
      ("中文字", 5, ["中文", "字"]),
      ("x 中文", 4, ["x 中", "文"]),
      ("中", 1, ["中"]),
      ("end\n", 5, ["end", ""]),
      ("     ", 2, [""]),
    ])
  func breaks(text: String, width: Int, expected: [String]) {
    #expect(Wrap.lines(text, width: width) == expected)
  }

  @Test("lines tell their characters; blanks at which a line was broken belong to it")
  func positions() {
    typealias Line = Wrap.Line
    #expect(
      Wrap.positionedLines("one  two\nthree", width: 4) == [
        Line(characters: 0..<5, text: "one", endsParagraph: false),
        Line(characters: 5..<8, text: "two", endsParagraph: true),
        Line(characters: 9..<13, text: "thre", endsParagraph: false),
        Line(characters: 13..<14, text: "e", endsParagraph: true),
      ])
  }

  @Test("every character but the breaks is in just one line, and no line is too wide")
  func nothingIsLost() {
    var random = SystemRandomNumberGenerator()
    let alphabet: [Character] = ["a", "b", " ", "中", "\n", "é", "-", "👍🏽", "\r\n", "\t"]
    for _ in 0..<500 {
      let length = Int.random(in: 0..<60, using: &random)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      let width = Int.random(in: 2..<12, using: &random)
      let lines = Wrap.positionedLines(text, width: width)
      let characters = Array(text)
      let covered = lines.flatMap { Array($0.characters) }
      let wanted = characters.indices.filter { characters[$0] != "\n" && characters[$0] != "\r\n" }
      #expect(covered == wanted, "\(text.debugDescription) at \(width)")
      #expect(
        lines.allSatisfy { CellText.width(of: $0.text) <= width },
        "\(text.debugDescription) at \(width)")
    }
  }
}
