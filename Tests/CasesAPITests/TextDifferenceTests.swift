import CasesAPI
import TestSupport
import Testing

@Suite struct TextDifferenceTests {
  @Test func aReplacedPhraseReadsAsAPhrase() {
    #expect(
      TextDifference(from: "the quick fox ran", to: "the slow dog ran").runs == [
        DifferenceRun(.kept, "the "), DifferenceRun(.removed, "quick fox"),
        DifferenceRun(.added, "slow dog"), DifferenceRun(.kept, " ran"),
      ])
  }

  @Test func anAddedParagraphLeavesTheOthersAlone() {
    #expect(
      TextDifference(from: "a\nb\n\nc", to: "a\nb\n\nnew\n\nc", by: .paragraph).runs == [
        DifferenceRun(.kept, "a\nb\n\n"), DifferenceRun(.added, "new\n\n"),
        DifferenceRun(.kept, "c"),
      ])
  }

  @Test func otherBytesOfTheSameLetterAreADifference() {
    #expect(!TextDifference(from: "\u{E9}", to: "e\u{301}").isEmpty)
  }

  /// 3,000 pairs of texts of blanks, line ends, accents and wide letters, from fixed seeds.
  @Test(arguments: [DifferenceUnit.word, .line, .paragraph])
  func theRunsGiveBothTextsByteForByte(unit: DifferenceUnit) {
    let parts = [
      "a", "b", " ", "\n", "\n\n", "\r\n", "\r", "\t", "e\u{301}", "\u{301}", "\u{E9}", "語", "👩‍👩‍👧",
      "_1", "-", "\u{2028}",
    ]
    for seed in 0..<1_000 {
      var random = SeededRandom(seed: UInt64(seed))
      func text() -> String {
        (0..<random.next(below: 30)).map { _ in parts[random.next(below: parts.count)] }.joined()
      }
      let (old, new) = (text(), text())
      let difference = TextDifference(from: old, to: new, by: unit)
      #expect(Array(difference.old.utf8) == Array(old.utf8), "seed \(seed)")
      #expect(Array(difference.new.utf8) == Array(new.utf8), "seed \(seed)")
      #expect(TextDifference(from: old, to: old, by: unit).isEmpty)
    }
  }

  /// The bound is far above what a debug build takes, and far below what unbounded work would.
  @Test(arguments: [0, 1, 2])
  func hostileTextsTakeABoundedTime(kind: Int) {
    var random = SeededRandom(seed: UInt64(kind))
    func text(_ side: Int) -> String {
      (0..<15_000).map { place in
        switch kind {
        case 0: random.next(below: 2) == 0 ? "a " : "b "
        case 1: side == 0 ? "x\n" : "y\n"
        default: (place + side) % 3 == 0 ? "a\n" : "b-"
        }
      }.joined()
    }
    let (old, new) = (text(0), text(1))
    let start = ContinuousClock.now
    let difference = TextDifference(from: old, to: new)
    #expect(difference.old == old && difference.new == new)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
