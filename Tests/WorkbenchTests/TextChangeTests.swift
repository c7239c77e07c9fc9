import TestSupport
import Testing

@testable import Workbench

@Suite struct TextChangeTests {
  private func check(_ before: String, _ after: String) {
    let changes = TextChange.changes(from: before, to: after)
    let old = changes.filter { $0.kind != .added }.map(\.line)
    let new = changes.filter { $0.kind != .removed }.map(\.line)
    #expect(old.joined(separator: "\n") == before)
    #expect(new.joined(separator: "\n") == after)
  }

  @Test func bothTextsCanBeReadOffTheChanges() {
    var random = SeededRandom(seed: 3)
    let lines = ["a", "b", "c", "", "ä", "中"]
    func text() -> String {
      (0..<random.next(below: 12)).map { _ in lines[random.next(below: lines.count)] }
        .joined(separator: "\n")
    }
    for _ in 0..<2_000 { check(text(), text()) }
  }

  @Test func aLineThatChangedIsAllThatIsTold() {
    let changes = TextChange.changes(from: "a\nb\nc", to: "a\nB\nc")
    #expect(changes.map(\.kind) == [.kept, .removed, .added, .kept])
  }

  @Test func longTextsWithNothingInCommonAreToldAsReplaced() {
    let before = (0..<3_000).map { "old \($0)" }.joined(separator: "\n")
    let after = (0..<3_000).map { "new \($0)" }.joined(separator: "\n")
    check(before, after)
    #expect(TextChange.changes(from: before, to: after).count == 6_000)
  }
}
