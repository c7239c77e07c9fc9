import CaseWire
import CasesAPI
import TerminalModel
import Testing
import WorkbenchSupport

@testable import Workbench

/// What was not edited is sent as it came.
@Suite struct RoundTripTests {
  /// Tabs, blanks at the ends of lines, a carriage return within a fence, line breaks of all kinds,
  /// empty lines at the end, and signs that mean something elsewhere.
  static let texts = [
    "Summary of the transfer  \n\n\tindented by a tab\n* item one\n* item two   \n\n```\n"
      + "curl -T report.zip ftp://203.0.113.7/\r\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\n"
      + "Last line without newline",
    "ends with empty lines\n\n\n",
    "a=b&c=\"d\" #1 `code` https://example.com/?q=%20&r=1#f\r\nnext\r\n",
    "one\rtwo\n\rthree", "e\u{301} is not \u{E9}", "  ", "\n",
  ]

  /// Trial T005 and test line 15: untouched, nothing is sent.
  @Test(arguments: texts)
  func untouchedTextIsNotSent(text: String) {
    var walk = Walk.withCases(7)
    walk.send(.caseArrived(Sample.whole(7, findings: text)))
    walk.press("e", .controlHome, .down, .shiftControlEnd, .control("c"), .control("s"))
    #expect(walk.saves.isEmpty)
    #expect(walk.state.form == nil)
    #expect(walk.state.drafts.isEmpty)
  }

  /// Trial T005 and test line 15: a line is added three times, and all other bytes are as before.
  @Test(arguments: texts)
  func anAddedLineIsAllThatDiffers(text: String) {
    var stored = text
    for count in 1...3 {
      var walk = Walk.withCases(7)
      walk.send(.caseArrived(Sample.whole(7, findings: stored)))
      walk.press("e", .controlHome)
      walk.type("Line \(count).")
      walk.press(.control("s"))
      let sent = walk.saves.first?.draft.texts.findings
      #expect(sent?.isIdentical(to: "Line \(count)." + stored) == true)
      #expect(walk.saves.first?.draft.changedFields == [.findings])
      stored = sent ?? ""
    }
  }
}
