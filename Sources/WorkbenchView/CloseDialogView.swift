import CaseWire
import CasesAPI
import TerminalModel
import Workbench

/// The question whether a case shall be closed for ever: what will be fixed, then its number.
enum CloseDialogView {
  /// Draws the question.
  static func draw(_ dialog: CloseDialog, _ state: WorkbenchState, _ grid: inout Grid) {
    let layout = DialogLayout(in: state.size, width: 66, height: 14)
    let number = dialog.shown.number
    grid.writeFrame("Close #\(number) for ever", layout.frame)
    let text = layout.text
    let isShort = text.height < 12
    var row = text.row
    func line(_ words: String, _ style: Style = .plain) {
      guard row < text.endRow else { return }
      grid.write(words, row: row, column: text.column, width: text.width, style: style)
      row += 1
    }
    line(dialog.shown.summary.name, Theme.title)
    line("A closed case can never be opened or changed again.", Theme.attention)
    if !isShort { line("") }
    for check in checks(dialog) {
      line((check.isGood ? "✓ " : "! ") + check.text, check.isGood ? .plain : Theme.attention)
    }
    if !isShort { line("") }
    let prompt = "Type \(number) to close it: "
    guard row < text.endRow else { return }
    let used = grid.write(prompt, row: row, column: text.column)
    grid.writeBox(
      dialog.input,
      in: Rect(
        row: row, column: text.column + used, width: max(2, text.width - used), height: 1),
      isFocused: true, style: Theme.key)
    DialogView.writeProblem(dialog.problem, row: row + 1, in: text, rows: 2, &grid)
  }

  private static func checks(_ dialog: CloseDialog) -> [(isGood: Bool, text: String)] {
    let texts = dialog.draft.texts
    let count = texts.findings.unicodeScalars.count
    var checks = [
      (
        count > 0,
        "Findings   " + (count > 0 ? "\(Wording.grouped(count)) characters" : "none")
      ),
      (
        !texts.assignee.isEmpty,
        "Assignee   " + (texts.assignee.isEmpty ? "nobody" : texts.assignee)
      ),
    ]
    if dialog.draft.isChanged {
      let fields = dialog.draft.changedFields.map(Wording.name).joined(separator: ", ")
      checks.append((false, "Draft      \(fields): saved by the same change"))
    }
    if let events = dialog.eventCount {
      checks.append((true, "Events     \(Wording.grouped(events))"))
    }
    return checks
  }
}
