import CaseWire
import CasesAPI
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// What is about to be sent can be read before it is.
@Suite struct DifferenceDialogTests {
  private func shown() -> Walk {
    var walk = Walk.withCase(7)
    walk.press("e", .controlEnd)
    walk.type("\nMore.")
    walk.press(.control("d"))
    return walk
  }

  @Test func itTellsWhatWillBeSentAndGoesBack() throws {
    var walk = shown()
    guard case .difference(let dialog) = walk.state.dialog else {
      Issue.record("nothing is shown")
      return
    }
    #expect(dialog.lines.map(\.text) == ["Findings", "  Seen on Friday.", "+ More."])
    walk.press("x", .escape)
    #expect(walk.state.dialog == nil)
    #expect(walk.state.form?.texts.findings == "Seen on Friday.\nMore.")
    #expect(walk.saves.isEmpty)
  }

  @Test func savingGoesOnFromThere() {
    var walk = shown()
    walk.press(.control("s"))
    #expect(walk.state.dialog == nil)
    #expect(walk.saves.map(\.draft.texts.findings) == ["Seen on Friday.\nMore."])
  }

  @Test func nothingChangedIsSaid() {
    var walk = Walk.withCase(7)
    walk.press("e", .control("d"))
    #expect(walk.state.dialog == nil)
    #expect(walk.state.notice?.text == "Nothing was changed; there is nothing to send")
  }

  @Test func anotherWidthBreaksTheLinesAnew() {
    var walk = shown()
    walk.send(.terminal(.resized(Size(width: 40, height: 12)), at: Walk.now))
    walk.press("j", "G", "k")
    guard case .difference(let dialog) = walk.state.dialog else {
      Issue.record("the difference is gone")
      return
    }
    #expect(dialog.scroll == 0)
    #expect(dialog.lines.allSatisfy { $0.text.count <= 36 })
  }
}
