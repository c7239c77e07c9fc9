import CaseWire
import TerminalModel
import Workbench

/// The question whether a case shall be deleted for ever.
enum DeleteDialogView {
  /// Draws the question.
  static func draw(_ dialog: DeleteDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let number = dialog.shown.number
    NumberQuestionView(
      title: "Delete #\(number) for ever", name: dialog.shown.name,
      warning: "A deleted case can never be brought back.",
      checks: Wording.checks(of: dialog, events: state.eventCount(of: number)),
      prompt: "Type \(number) to delete it: ",
      input: dialog.input, problem: dialog.problem
    ).draw(state.size, &grid)
  }
}
