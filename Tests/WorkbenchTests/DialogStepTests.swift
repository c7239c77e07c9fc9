import CaseWire
import CasesAPI
import StateStore
import TerminalModel
import Testing
import Workbench
import WorkbenchSupport

/// Esc goes one step back in dialogs that have several, and only then leaves.
@Suite struct DialogStepTests {
  private func stage(_ walk: Walk) -> String {
    switch walk.state.dialog {
    case .report(let dialog): "\(dialog.stage)"
    case .export(let dialog): "\(dialog.stage)"
    case .views(let dialog): "\(dialog.stage)"
    case .bulk(let dialog): "\(dialog.stage)"
    case nil: "none"
    default: "another"
    }
  }

  private func way(_ walk: Walk) -> String? {
    walk.state.hints.last.map { "\($0.key) \($0.label)" }
  }

  @Test func theNameOfAReportIsOneStepFromTheReport() {
    var walk = Walk.withCases(9)
    walk.press("T", "T", "m")
    #expect(way(walk) == "Esc back")
    walk.press(.escape)
    #expect(stage(walk) == "report" && way(walk) == "Esc leave")
    walk.press("m", .enter)
    guard case .run(.writeText(let order), _) = walk.orders.first else {
      Issue.record("nothing is written")
      return
    }
    walk.send(.textWritten(order, .exists))
    #expect(stage(walk).hasPrefix("replace"))
    walk.press(.escape)
    #expect(stage(walk).hasPrefix("path"))
    walk.press(.escape, .escape)
    #expect(stage(walk) == "none")
  }

  @Test func thePathOfAnExportIsOneStepFromItsKinds() {
    var walk = Walk.withCase(7)
    walk.press("x", "c")
    #expect(stage(walk) == "path(Workbench.ExportKind.eventCSV)")
    walk.press(.escape)
    #expect(stage(walk) == "kind")
    walk.press("p", .escape, .escape)
    #expect(stage(walk) == "none")
  }

  @Test(arguments: ["n", "s", "d"] as [Key])
  func whatIsAskedOfAViewIsOneStepFromTheViews(key: Key) {
    var walk = Walk.withCases(9)
    walk.press("F", key)
    #expect(stage(walk) != "list")
    walk.press(.escape)
    #expect(stage(walk) == "list" && walk.state.views.count == 5)
    walk.press(.escape)
    #expect(stage(walk) == "none")
  }

  @Test func whatIsDoneToManyIsGoneBackThroughStepByStep() {
    var walk = Walk.withCases(9)
    walk.press(" ", " ", "b", "a")
    walk.type("kim@example.com\n")
    #expect(stage(walk).hasPrefix("confirm"))
    walk.send(.dialogDrawn)
    walk.press(.escape)
    guard case .bulk(let dialog) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(dialog.input.text == "kim@example.com", "what was typed is still there")
    walk.press(.escape)
    #expect(stage(walk) == "menu")
    walk.press("s")
    guard case .bulk(let other) = walk.state.dialog else {
      Issue.record("the question is gone")
      return
    }
    #expect(other.input.isEmpty, "the assignee is no subject")
    walk.press(.escape, "X")
    walk.send(.dialogDrawn)
    walk.press("2", .escape, "D")
    walk.send(.dialogDrawn)
    walk.press(.enter)
    #expect(walk.state.outbox.isEmpty, "a count that was typed for another act counts for none")
    walk.press(.escape, .escape)
    #expect(stage(walk) == "none")
    #expect(walk.state.marks.count == 2)
  }

  /// The keys that ask at once have no step before the question.
  @Test func aQuestionThatWasAskedAtOnceIsLeftAtOnce() {
    var walk = Walk.withCases(9)
    walk.press(" ", "X")
    walk.send(.dialogDrawn)
    walk.press(.escape)
    #expect(stage(walk) == "none")
  }

  @Test func controlCLeavesFromAnyStep() {
    var walk = Walk.withCases(9)
    walk.press(" ", "b", "a", .control("c"))
    #expect(stage(walk) == "none")
  }
}
