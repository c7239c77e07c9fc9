import CaseWire
import TerminalModel
import Workbench

/// The question whether a case shall be closed for ever.
enum CloseDialogView {
  /// Draws the question.
  static func draw(_ dialog: CloseDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let number = dialog.shown.number
    NumberQuestionView(
      title: "Close #\(number) for ever", name: dialog.shown.summary.name,
      warning: "A closed case can never be opened or changed again.",
      checks: Wording.checks(
        of: dialog, events: state.eventCount(of: number), in: state.zone),
      prompt: "Type \(number) to close it: ",
      input: dialog.input, problem: dialog.problem
    ).draw(state.size, &grid)
  }
}
