import CaseWire
import CasesAPI
import TerminalModel
import Testing
import WorkbenchSupport

@testable import Workbench

/// What keys do in the text of a form.
@Suite struct TextKeysTests {
  /// The form of case 7, its cursor at the end of the findings.
  private func form(_ findings: String = "Seen on Friday.") -> Walk {
    var walk = Walk.withCases(7)
    walk.send(.caseArrived(Sample.whole(7, findings: findings)))
    walk.press("e", .controlEnd)
    return walk
  }

  @Test func whatIsCutInOneFieldIsPutIntoAnother() {
    var walk = form()
    walk.press(.shiftControlLeft, .shiftControlLeft, .control("x"))
    #expect(walk.state.form?.texts.findings == "Seen ")
    walk.press(.tab, .control("v"))
    #expect(walk.state.form?.texts.name == "Case 7on Friday.")
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.name == "Case 7")
  }

  @Test func whatIsCopiedOrDeletedIsThereInTheNextForm() {
    var walk = form()
    walk.press(.shiftHome, .control("c"), .control("u"), .escape, "e", .control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
    walk.press(.control("v"), .control("y"))
    #expect(walk.state.form?.texts.findings.contains("Seen on Friday.Seen on Friday.") == true)
  }

  @Test func deletionsOfTwoFieldsAreNotJoined() {
    var walk = form("one")
    walk.press(.control("u"), .tab, .control("u"), .backTab, .control("y"))
    #expect(walk.state.form?.texts.findings == "Case 7")
  }

  /// Only the last deletion could be put back.
  @Test func olderDeletionsAreThereToo() {
    var walk = form("one\ntwo\nthree")
    walk.press(.control("u"), .up, .end, .control("u"), .tab, .control("u"), .backTab, .controlEnd)
    #expect(walk.state.form?.texts.findings == "one\n\n")
    walk.press(.control("y"))
    #expect(walk.state.form?.texts.findings == "one\n\nCase 7")
    walk.press(.control("g"), "y")
    #expect(walk.state.form?.texts.findings == "one\n\ntwo")
    walk.press(.control("g"), "y")
    #expect(walk.state.form?.texts.findings == "one\n\nthree")
    walk.press(.control("g"), "y")
    #expect(walk.state.form?.texts.findings == "one\n\nCase 7", "after the first comes the last")
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "one\n\nthree")
    // Whatever is done between leaves what was put back where it is.
    walk.press(.control("y"), .left, .control("g"), "y")
    #expect(walk.state.form?.texts.findings == "one\n\nthreeCase 7")
    #expect(walk.state.notice?.text.hasPrefix("There is nothing older") == true)
  }

  @Test func twentyDeletionsAreKept() {
    var clippings = TextClippings()
    for number in 1...25 { clippings.keep("\(number)") }
    #expect(clippings.deletions == (6...25).map { "\($0)" })
  }

  /// Nothing that is selected goes where there is nothing to put back.
  @Test func nothingIsPutBackOverASelection() {
    var walk = form()
    walk.press(.control("g"), "a", .control("y"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
  }

  @Test(arguments: [Key.control("c"), .control("x"), .control("v")])
  func withoutASelectionTheyChangeNothingAndSayWhy(key: Key) {
    var walk = form()
    let before = walk.state.form
    walk.press(key)
    #expect(walk.state.form == before)
    #expect(walk.state.notice?.kind == .info)
    #expect(!walk.state.isLeaving)
  }

  @Test func moreKeysUndoRedoAndSelectAll() {
    var walk = form()
    walk.type("!")
    walk.press(.control("g"), "u")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.")
    walk.press(.control("g"), "r")
    #expect(walk.state.form?.texts.findings == "Seen on Friday.!")
    walk.press(.control("g"), "a", "x")
    #expect(walk.state.form?.texts.findings == "x")
    walk.press(.control("g"), "q")
    #expect(walk.state.form?.texts.findings == "x")
    #expect(
      walk.state.notice?.text
        == "^G q means nothing; u undoes, r redoes, y puts back an older deletion, a selects all")
    walk.press(.control("_"))
    #expect(walk.state.form?.texts.findings == "Seen on Friday.!")
  }

  /// Test line 1: what was typed is there again, and the cursor where it stood.
  @Test func escAndBackKeepTextCursorAndUndo() {
    var walk = form("one two three")
    walk.press(.controlLeft)
    walk.type("and ")
    walk.press(.left)
    let editor = walk.state.form?.editors[.findings]
    walk.press(.escape, "e")
    #expect(walk.state.form?.editors[.findings] == editor)
    walk.type("!")
    #expect(walk.state.form?.texts.findings == "one two and! three")
    walk.press(.control("_"), .control("_"))
    #expect(walk.state.form?.texts.findings == "one two three")
  }

  /// Keys that delete, each after a text was typed and selected: undo brings all of it back.
  @Test(arguments: [
    Key.backspace, .delete, .control("w"), .control("k"), .control("u"), .control("x"), "x",
    .enter, .control("v"), .control("y"),
  ])
  func noKeyTakesTextAwayForGood(key: Key) {
    for selects in [true, false] {
      var walk = form("one two\nthree four\n- five")
      walk.press(.control("u"), .control("_"), .shiftHome, .control("c"), .up, .controlRight)
      if selects { walk.press(.shiftUp) }
      let before = walk.state.form?.texts
      walk.press(key)
      walk.press(.control("_"))
      #expect(walk.state.form?.texts == before)
    }
  }

  @Test func aPageIsAsHighAsTheBox() {
    var walk = form((1...200).map(String.init).joined(separator: "\n"))
    let height = walk.state.formLayout.boxes[.findings]?.height ?? 0
    walk.press(.controlHome, .pageDown)
    walk.type("!")
    #expect(walk.state.form?.texts.findings.contains("\n!\(height + 1)\n") == true)
  }
}
