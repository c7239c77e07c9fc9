import TestSupport
import Testing

@testable import Workbench

/// Three texts set beside each other: nothing of any of them goes, and nothing is invented.
@Suite struct ConflictBlockTests {
  private typealias Texts = (base: String, theirs: String, mine: String)

  private func text(_ random: inout SeededRandom) -> [String] {
    (0..<random.next(below: 12)).map { _ in
      (0..<random.next(below: 4)).map { _ in ["a", "b", "é", "中"][random.next(below: 4)] }
        .joined(separator: " ")
    }
  }

  /// Takes lines out, puts lines in, and changes some.
  private func changed(_ lines: [String], _ random: inout SeededRandom) -> [String] {
    lines.flatMap { line -> [String] in
      switch random.next(below: 6) {
      case 0: []
      case 1: [line, "new"]
      case 2: ["\(line) x"]
      default: [line]
      }
    }
  }

  @Test func theBlocksGiveEachTextAgain() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2_000 {
      let base = text(&random)
      let texts: Texts = (
        base.joined(separator: "\n"), changed(base, &random).joined(separator: "\n"),
        changed(base, &random).joined(separator: "\n")
      )
      var found: (base: [String], theirs: [String], mine: [String]) = ([], [], [])
      let blocks = ConflictBlock.blocks(
        base: texts.base, theirs: texts.theirs, mine: texts.mine)
      for block in blocks {
        switch block {
        case .kept(let line):
          found.base.append(line)
          found.theirs.append(line)
          found.mine.append(line)
        case .changed(let base, let theirs, let mine):
          if let base { found.base.append(base.text) }
          if let theirs { found.theirs.append(theirs.text) }
          if let mine { found.mine.append(mine.text) }
        }
      }
      // A line end behind the last line is no line of its own.
      #expect(found.base.joined(separator: "\n") == Self.tidy(texts.base))
      #expect(found.theirs.joined(separator: "\n") == Self.tidy(texts.theirs))
      #expect(found.mine.joined(separator: "\n") == Self.tidy(texts.mine))
    }
  }

  /// Whoever takes the signs and one side of each dispute out has that side, with what only the
  /// other side changed.
  @Test func eachSideOfAMergedTextIsWhole() {
    var random = SeededRandom(seed: 8)
    for _ in 0..<2_000 {
      let base = text(&random)
      let (first, second) = (changed(base, &random), changed(base, &random))
      let merged = MergedText(
        base: base.joined(separator: "\n"), theirs: first.joined(separator: "\n"),
        mine: second.joined(separator: "\n"))
      let lines = merged.text(by: "kim").split(separator: "\n").map(String.init)
      for line in first + second where !base.contains(line) && !line.isEmpty {
        #expect(lines.contains(line))
      }
      guard let both = merged.addedUp?.split(separator: "\n").map(String.init) else { continue }
      #expect(Set(lines.filter { !Self.isSign($0) }) == Set(both))
    }
  }

  private static func tidy(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private static func isSign(_ line: String) -> Bool {
    ["<<<<<<< ", "======= ", ">>>>>>> "].contains { line.hasPrefix($0) }
  }
}
