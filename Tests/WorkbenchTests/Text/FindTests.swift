import CaseWire
import CasesAPI
import TerminalModel
import Testing
import WorkbenchSupport

@testable import Workbench

@Suite struct FindTests {
  /// The form of case 7 with a text in which something is looked for from the start on.
  private func find(_ wanted: String, in findings: String) -> Walk {
    var walk = Walk.withCases(7)
    walk.send(.caseArrived(Sample.whole(7, findings: findings)))
    walk.press("e", .controlHome, .control("f"))
    walk.type(wanted)
    return walk
  }

  private func told(_ walk: Walk) -> String? {
    walk.state.form?.find.map(Wording.hits)
  }

  private func selected(_ walk: Walk) -> Range<Int>? {
    walk.state.form?.editors[.findings]?.selection
  }

  @Test func hitsAreFoundAsOneTypesAndGoneThroughInARing() {
    var walk = find("a", in: "A cat, a bat")
    #expect(told(walk) == "1 of 4")
    walk.type("t")
    #expect(told(walk) == "1 of 2")
    #expect(selected(walk) == 3..<5)
    walk.press(.enter)
    #expect(selected(walk) == 10..<12)
    walk.press(.down)
    #expect(selected(walk) == 3..<5)
    walk.press(.up, .up, .control("f"))
    #expect(told(walk) == "2 of 2")
    walk.type("x")
    #expect(told(walk) == "no hit")
    #expect(selected(walk) == nil)
  }

  @Test func escLeavesTheHitSelectedSoThatTypingReplacesIt() {
    var walk = find("cat", in: "A cat")
    walk.press(.escape)
    walk.type("dog")
    #expect(walk.state.form?.texts.findings == "A dog")
    #expect(walk.state.form?.find == nil)
    walk.press(.controlHome, .control("f"))
    #expect(walk.state.form?.find?.query.text == "cat")
  }

  @Test func withoutAHitTheCursorGoesBack() {
    var walk = find("zebra", in: "A cat")
    walk.press(.escape)
    #expect(walk.state.form?.editors[.findings]?.cursor == 0)
  }

  @Test func whatIsSelectedIsLookedFor() {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd, .left, .shiftControlLeft, .control("f"))
    #expect(walk.state.form?.find?.query.text == "Friday")
    #expect(told(walk) == "1 of 1")
  }

  @Test func capitalsCountOnlyWhenAsked() {
    var walk = find("éTUDE", in: "E\u{301}tude, étude, ÉTUDE, éTUDE")
    #expect(told(walk) == "1 of 4")
    walk.press(.control("t"))
    #expect(told(walk) == "1 of 1")
    #expect(selected(walk)?.upperBound == walk.state.form?.texts.findings.utf8.count)
  }

  @Test func oneHitAfterTheOtherIsReplacedAndUndoneAlone() {
    var walk = find("a", in: "a b a b a")
    walk.press(.tab)
    walk.type("aa")
    walk.press(.enter, .enter)
    #expect(walk.state.form?.texts.findings == "aa b aa b a")
    #expect(told(walk) == "5 of 5")
    walk.press(.escape, .control("_"))
    #expect(walk.state.form?.texts.findings == "aa b a b a")
    #expect(walk.state.drafts.values.first?.texts.findings == "aa b a b a")
  }

  @Test func allHitsAreReplacedInOneStep() {
    let text = String(repeating: "A cat\r\n", count: 3_000)
    var walk = find("CAT", in: text)
    walk.press(.tab)
    walk.type("中")
    walk.press(.control("r"))
    #expect(walk.state.form?.texts.findings == String(repeating: "A 中\r\n", count: 3_000))
    #expect(walk.state.notice?.text == "3,000 hits replaced; Esc, then ^_, takes it back")
    #expect(told(walk) == "no hit")
    walk.press(.escape, .control("_"))
    #expect(walk.state.form?.texts.findings == text)
    #expect(walk.state.form?.editors[.findings]?.canUndo == false)
  }

  @Test func aPasteGoesIntoTheBoxAndSavingLeavesIt() {
    var walk = find("", in: "A cat")
    walk.send(.terminal(.paste("cat\n"), at: Walk.now))
    #expect(told(walk) == "1 of 1")
    walk.press(.tab)
    walk.type("dog")
    walk.press(.enter, .control("s"))
    #expect(walk.state.form?.find == nil)
    #expect(walk.saves.map(\.draft.texts.findings) == ["A dog"])
  }

  @Test func inAFieldOfOneLineToo() {
    var walk = Walk.withCase(7)
    walk.press("e", .tab, .control("f"))
    walk.type("7")
    walk.press(.tab)
    walk.type("8")
    walk.press(.control("r"), .escape)
    #expect(walk.state.form?.texts.name == "Case 8")
  }
}
