import CaseWire
import CasesAPI
import TerminalModel
import Workbench

extension Walk {
  /// Gives the marked cases to jo@example.com and lets all of these changes be saved.
  ///
  /// - Parameter numbers: the marked cases.
  package mutating func assignMarked(_ numbers: some Sequence<Int64>) {
    press("b", "a")
    type("jo@example.com\n")
    send(.dialogDrawn)
    press("y")
    for number in numbers {
      var draft = Draft(of: Sample.whole(number), at: Walk.now)
      draft.texts.assignee = "jo@example.com"
      var stored = Sample.whole(number)
      stored.summary.assigneeUsername = "jo@example.com"
      stored.summary.assignee = UserUID("4")
      send(
        .bulkStepEnded(
          CaseNumber(number),
          .saved(SaveOrder(draft, closes: false), .change(.saved(stored, kept: [])))))
    }
  }
}
