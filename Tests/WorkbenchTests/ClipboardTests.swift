import CaseWire
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// What is handed to the terminal to copy.
@Suite struct ClipboardTests {
  @Test func theCaseOrTheEventUnderTheCursorIsCopied() {
    var walk = Walk.withCase(7)
    walk.press("y")
    #expect(walk.state.clipping == "#7 Case 7")
    #expect(walk.state.notice?.text == "Given to the terminal to copy: “#7 Case 7”")
    walk.send(.clipped)
    #expect(walk.state.clipping == nil)
    walk.send(.eventsArrived(CaseNumber(7), page: 1, Sample.events(2)))
    walk.press("l", "l", "j", "y")
    #expect(walk.state.clipping == "e2")
  }

  @Test func aReportIsCopiedAsMarkdown() {
    var walk = Walk.withCases(7)
    walk.press("T")
    walk.press("T", at: Walk.now.adding(seconds: 3))
    walk.press("y")
    #expect(walk.state.clipping?.hasPrefix("# Triage session\n") == true)
  }

  @Test func whatNoTerminalTakesIsSaidToBeTooLong() {
    var walk = Walk(120, 40)
    var summary = Sample.summary(1)
    summary.name = String(repeating: "x", count: 80_000)
    walk.send(.pageArrived(0, CasePage(cases: [summary], totalCount: 1), at: Walk.now))
    walk.press("y")
    #expect(walk.state.clipping == nil)
    #expect(
      walk.state.notice?.text == "Too long for the clipboard of a terminal; save it as a file")
  }
}
