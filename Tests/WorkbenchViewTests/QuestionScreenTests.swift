import CaseWire
import CasesAPI
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport
import WorkbenchView

/// Questions about many cases show every one of them, and what will not be changed and why.
@Suite struct QuestionScreenTests {
  private func rows(_ walk: Walk) -> [String] {
    let grid = WorkbenchView.draw(walk.state)
    return (0..<grid.size.height).map { grid.text(row: $0) }
  }

  /// The lines within the dialog.
  private func lines(_ walk: Walk) -> [String] {
    rows(walk).compactMap { row in
      let parts = row.split(separator: "│", omittingEmptySubsequences: false).map(String.init)
      return parts.first { $0.contains("#") || $0.contains("!") }
    }
  }

  private func place(_ walk: Walk) -> String? {
    rows(walk).last { $0.contains(" of ") && $0.contains("─") }.flatMap { row in
      row.split(separator: "─").last { $0.contains(" of ") }.map { $0.trimmingBlanks }
    }
  }

  /// Cases 60 down to 1, of which 48 are marked.
  private func marked(_ width: Int, _ height: Int) -> Walk {
    var walk = Walk.withCases(60, width, height)
    for _ in 0..<48 { walk.press(" ") }
    return walk
  }

  private static let sizes = [(40, 12), (80, 24), (120, 40)]

  /// The question told the first cases and a number for the rest.
  @Test(arguments: sizes, ["X", "D"] as [Key])
  func everyCaseOfAQuestionAboutManyCanBeSeen(size: (Int, Int), key: Key) {
    var walk = marked(size.0, size.1)
    walk.press(key)
    walk.send(.dialogDrawn)
    var seen: Set<Int> = []
    for _ in 0..<60 {
      for line in lines(walk) {
        for number in 1...60 where line.contains("#\(number)  Case \(number) ") {
          seen.insert(number)
        }
      }
      walk.press("j")
    }
    #expect(seen.isSuperset(of: 13...60))
    #expect(place(walk)?.hasSuffix("–48 of 48") == true)
    walk.press("g")
    #expect(place(walk)?.hasPrefix("1–") == true && place(walk)?.hasSuffix("of 48 ↓") == true)
    #expect(rows(walk).contains { $0.contains("Type 48, their count:") })
    #expect(walk.state.outbox.isEmpty)
  }

  @Test(arguments: [.down, .up, .pageDown, .pageUp, .end, .home, "j", "k", "G", "g", " "] as [Key])
  func aKeyThatScrollsAQuestionAnswersNothing(key: Key) {
    var walk = marked(40, 12)
    walk.press("b", "a")
    walk.type("jo@example.com\n")
    walk.send(.dialogDrawn)
    walk.press(key)
    guard case .bulk = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(walk.state.bulk == nil)
    walk.press("y")
    #expect(walk.state.bulk?.order.cases.count == 48)
  }

  @Test func theCountIsTypedWhereverTheQuestionIsScrolled() {
    var walk = marked(40, 12)
    walk.press("X")
    walk.send(.dialogDrawn)
    walk.press("4", .pageDown, "j", "7", .backspace, "8", "G", .enter)
    #expect(walk.state.outbox.count == 1)
    var other = marked(40, 12)
    other.press("X")
    other.send(.dialogDrawn)
    other.press("4", "7", .control("u"), "4", "8", .enter)
    #expect(other.state.outbox.count == 1, "what edits a number that was begun is the box's")
  }

  /// What was known to stay as it is was told only once the others were closed.
  @Test(arguments: sizes)
  func whatStaysAsItIsIsToldFirstWithTheReason(size: (Int, Int)) {
    var walk = Walk(size.0, size.1)
    var rows = Sample.page(0, of: 9).cases
    rows[3] = Sample.summary(6, status: .closed)
    walk.send(.pageArrived(0, CasePage(cases: rows, totalCount: 9), at: Walk.now))
    var other = Draft(of: Sample.whole(2), at: Walk.now)
    other.texts.findings = "Written elsewhere."
    walk.send(
      .draftsLoaded([], others: [DraftEntry(other, file: "case-2~2.json")], troubles: []))
    walk.press("*", "X")
    walk.send(.dialogDrawn)
    let question = walk.state.dialog.flatMap(walk.state.question)
    let text = question?.text.lines.map(\.text).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(
      text?.contains("2 stay as they are, told first with the reason.") == true
        && text?.contains(
          "#2 Case 2 ! It has an unsaved draft; save or drop it first #6 Case 6 ! The case is "
            + "closed and can never be changed again #1 Case 1 #3 Case 3") == true
    )
  }

  @Test func takingBackWhatManyGotTellsEachOfThem() {
    var walk = Walk.withCases(30, 40, 12)
    for _ in 0..<20 { walk.press(" ") }
    walk.assignMarked(11...30)
    walk.press("u")
    walk.send(.dialogDrawn)
    #expect(rows(walk).contains { $0.contains("y yes   n no") })
    walk.press("G")
    #expect(lines(walk).contains { $0.contains("#30  Case 30") })
    #expect(place(walk)?.hasSuffix("–20 of 20") == true)
  }

  /// Reasons were cut at the edge of the report, and only the first of them could be seen.
  @Test func everyReasonOfWhatDidNotWorkCanBeRead() {
    var walk = Walk.withCases(30, 40, 12)
    for _ in 0..<20 { walk.press(" ") }
    walk.press("b", "a")
    walk.type("jo@example.com\n")
    walk.send(.dialogDrawn)
    walk.press("y")
    for number: Int64 in 11...30 { walk.send(.bulkStepEnded(CaseNumber(number), .changedSince)) }
    var words = ""
    for _ in 0..<80 {
      words += rows(walk).joined(separator: " ")
      walk.press("j")
    }
    for number in 11...30 { #expect(words.contains("✗ #\(number)  Somebody changed it")) }
    let all = rows(walk).joined(separator: " ").split { " │▌".contains($0) }.joined(separator: " ")
    #expect(all.contains("since it was marked; read it again"))
    #expect(place(walk)?.hasSuffix("20 of 20") == true)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
