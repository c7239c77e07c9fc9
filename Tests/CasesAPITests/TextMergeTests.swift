import CasesAPI
import TestSupport
import Testing

@Suite struct TextMergeTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let base, mine, theirs: String
    /// The merged text; nil where somebody has to decide.
    let text: String?
    var testDescription: String { "\([base, mine, theirs])" }

    init(_ base: String, _ mine: String, _ theirs: String, _ text: String?) {
      (self.base, self.mine, self.theirs, self.text) = (base, mine, theirs, text)
    }
  }

  @Test(arguments: [
    // Neighbours, both rewritten.
    Row("a\n\nb", "a1\n\nb", "a\n\nb1", "a1\n\nb1"),
    Row("a\r\n\r\nb\r\n", "a1\r\n\r\nb\r\n", "a\r\n\r\nb1\r\n", "a1\r\n\r\nb1\r\n"),
    // The same paragraph.
    Row("a\n\nb", "a1\n\nb", "a2\n\nb", nil),
    Row("a\n\nb", "a1\n\nb", "b", nil),
    Row("a", "a\nmine", "a\ntheirs", nil),
    // Alike on both sides, once.
    Row("a\n\nb", "a1\n\nb", "a1\n\nb1", "a1\n\nb1"),
    Row("a", "a\n\nx", "a\n\nx", "a\n\nx"),
    // Two notes at the same place: whose comes first is for somebody to say.
    Row("a", "a\n\nmine", "a\n\ntheirs", nil),
    Row("", "mine", "theirs", nil),
    // A note beside what the other side rewrote.
    Row("a", "a\n\nmine", "a1", "a1\n\nmine"),
    Row("a\n\nb", "a\n\nmine\n\nb", "a\n\nb1", "a\n\nmine\n\nb1"),
    // A note beside what the other side took away.
    Row("a\n\nb", "a\n\nmine\n\nb", "a", nil),
    // Taken away and rewritten at different places.
    Row("a\n\nb\n\nc", "b\n\nc", "a\n\nb\n\nc1", "b\n\nc1"),
    // Moved by one side, rewritten by the other.
    Row("a\n\nb\n\nc", "b\n\nc\n\na", "a1\n\nb\n\nc", nil),
    // Several blank lines and blank ends stay as each side left them.
    Row("\n\na\n\n\n\nb\n\n", "\n\na1\n\n\n\nb\n\n", "\n\na\n\n\n\nb1\n\n", "\n\na1\n\n\n\nb1\n\n"),
    Row("a\n\nb", "a\n\n\n\nb", "a\n\nb1", "a\n\n\n\nb1"),
    Row("a\n\n", "a\n\nmine", "\ntheirs", nil),
    // Other bytes of the same letter are a change.
    Row("\u{E9}\n\nb", "e\u{301}\n\nb", "\u{E9}\n\nb1", "e\u{301}\n\nb1"),
    Row("\u{E9}\n\nb", "e\u{301}\n\nb", "\u{E9}1\n\nb", nil),
  ])
  func differentParagraphsMergeAndTheSameDoNot(row: Row) {
    let merge = TextMerge(base: row.base, mine: row.mine, theirs: row.theirs)
    #expect(merge.text.map { Array($0.utf8) } == row.text.map { Array($0.utf8) })
  }

  @Test func aDisputedPlaceHoldsAllThreeTexts() {
    #expect(
      TextMerge(base: "a\n\nb\n\nc", mine: "a1\n\nb\n\nc1", theirs: "a\n\nb\n\nc2").parts == [
        .settled("a1"), .settled("\n\nb\n\n"), .disputed(base: "c", theirs: "c2", mine: "c1"),
      ])
  }

  /// 20,000 pairs of changes of one text, from fixed seeds, each against the laws of a merge.
  @Test func noMergeLosesAWord() {
    var merged = 0
    for seed in 0..<20_000 {
      var random = SeededRandom(seed: UInt64(seed))
      var base = MergeSample(&random)
      let mine = base.changed("m", &random)
      // Some of what the others did is just what was done here.
      if random.next(below: 8) == 0 { base = mine }
      let theirs = base.changed("t", &random)
      let (b, m, t) = (base.text, mine.text, theirs.text)
      let merge = TextMerge(base: b, mine: m, theirs: t)
      let mirror = TextMerge(base: b, mine: t, theirs: m)
      var lawful = [
        same(TextMerge(base: b, mine: m, theirs: b).text, m),
        same(TextMerge(base: b, mine: b, theirs: t).text, t),
        same(TextMerge(base: b, mine: m, theirs: m).text, m),
        same(mirror.text, merge.text),
        mirror.parts.map(\.swapped) == merge.parts,
        hasOwnWords(of: m, t, over: b, in: sides(merge)),
      ]
      if let text = merge.text {
        merged += 1
        let allowed = Set(words(m)).union(words(t))
        lawful += [
          hasCommonWords(of: m, t, over: b, in: text),
          // No two words have grown together, and none has come back.
          words(text).allSatisfy(allowed.contains),
          // Merging the result again changes nothing.
          same(TextMerge(base: m, mine: text, theirs: m).text, text),
        ]
      }
      guard lawful.allSatisfy(\.self) else {
        Issue.record("seed \(seed): \(lawful) for \([b, m, t]) gave \(merge.parts)")
        return
      }
    }
    #expect((3_000...17_000).contains(merged))
  }

  private func same(_ text: String?, _ other: String?) -> Bool {
    text.map { Array($0.utf8) } == other.map { Array($0.utf8) }
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// The merge as read with all disputes settled for mine, and for theirs.
  private func sides(_ merge: TextMerge) -> [String] {
    var (mine, theirs) = ("", "")
    for part in merge.parts {
      switch part {
      case .settled(let text):
        mine += text
        theirs += text
      case .disputed(_, let other, let own):
        mine += own
        theirs += other
      }
    }
    return [mine, theirs]
  }

  /// What each side wrote is in its reading.
  private func hasOwnWords(
    of mine: String, _ theirs: String, over base: String, in readings: [String]
  ) -> Bool {
    let began = Set(words(base))
    return Set(words(mine)).subtracting(began).isSubset(of: words(readings[0]))
      && Set(words(theirs)).subtracting(began).isSubset(of: words(readings[1]))
  }

  /// A word that both sides have no less often than at the start is still there.
  private func hasCommonWords(
    of mine: String, _ theirs: String, over base: String, in text: String
  ) -> Bool {
    let (own, other) = (counts(mine), counts(theirs))
    let read = Set(words(text))
    return counts(base).allSatisfy { word, count in
      own[word, default: 0] < count || other[word, default: 0] < count || read.contains(word)
    }
  }

  private func counts(_ text: String) -> [Substring: Int] {
    Dictionary(words(text).map { ($0, 1) }, uniquingKeysWith: +)
  }
}

extension MergePart {
  fileprivate var swapped: MergePart {
    guard case .disputed(let base, let theirs, let mine) = self else { return self }
    return .disputed(base: base, theirs: mine, mine: theirs)
  }
}
