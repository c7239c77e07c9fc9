import CasesAPI
import TestSupport
import Testing

@testable import Workbench

@Suite struct DifferenceSheetTests {
  private func texts(_ before: String, _ after: String, width: Int = 40) -> [String] {
    DifferenceSheet.lines(from: before, to: after, width: width).map(\.text)
  }

  @Test(arguments: [
    ("a\nb\nc", "a\nB\nc", ["  a", "- b", "+ B", "  c"]),
    ("a", "a\nb", ["  a", "+ b"]), ("a", "a\n\nb", ["  a", "+ ", "+ b"]),
    ("a", "a\n", ["  a", "+ "]),
    ("a\nb", "a", ["  a", "- b"]), ("", "a", ["+ a"]), ("a", "", ["- a"]),
    ("a\nb", "b", ["- a", "  b"]),
    ("b", "a\nb", ["+ a", "  b"]), ("a\nb", "a b", ["- a", "- b", "+ a b"]),
    ("1\n2\n3\n4\n5\nx", "1\n2\n3\n4\n5\ny", ["  ⋯", "  5", "- x", "+ y"]),
    ("a\r\nb\r\n", "a\r\nc\r\n", ["  a", "- b", "+ c"]),
  ])
  func linesTellWhatChanged(before: String, after: String, lines: [String]) {
    #expect(texts(before, after) == lines)
  }

  @Test func changedWordsAreMarkedAndNothingElse() {
    let lines = DifferenceSheet.lines(
      from: "Seen on 中文 Friday.", to: "Seen on 中文 Sunday late.", width: 60)
    #expect(
      lines == [
        SheetLine(.removed([15..<21]), "- Seen on 中文 Friday."),
        SheetLine(.added([15..<26]), "+ Seen on 中文 Sunday late."),
      ])
  }

  @Test func aLongLineHasItsSignInEachRow() {
    #expect(
      texts("one two three four", "one two three five", width: 12)
        == ["- one two", "- three four", "+ one two", "+ three five"])
  }

  /// All lines of both texts can be read off the blocks, byte for byte but for the line ends.
  @Test func bothTextsCanBeReadOffTheBlocks() {
    var random = SeededRandom(seed: 3)
    let words = ["a", "b ", "c", "\n", "\n\n", "ä", "e\u{301}", "中", "\r\n"]
    for _ in 0..<2_000 {
      let (before, after) = (text(&random, words), text(&random, words))
      let blocks = DifferenceBlock.blocks(of: TextDifference(from: before, to: after))
      var (old, new) = ("", "")
      for block in blocks {
        switch block {
        case .kept(let line):
          old += line
          new += line
        case .changed(let gone, let come):
          old += gone?.text ?? ""
          new += come?.text ?? ""
        }
      }
      let kept = [old, new].map { $0.filter { !$0.isNewline } }
      #expect(kept == [before, after].map { $0.filter { !$0.isNewline } })
    }
  }

  private func text(_ random: inout SeededRandom, _ words: [String]) -> String {
    (0..<random.next(below: 12)).map { _ in words[random.next(below: words.count)] }.joined()
  }
}
