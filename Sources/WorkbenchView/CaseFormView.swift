import CasesAPI
import TerminalModel
import Workbench

/// The form in which a case is written.
enum CaseFormView {
  /// Draws the form into its pane.
  static func draw(_ form: CaseForm, _ state: WorkbenchState, in pane: Rect, _ grid: inout Grid) {
    let layout = FormLayout(pane, problem: form.toldProblem)
    let title = form.key.number.map { "#\($0) · editing" } ?? "New case"
    grid.writeTitle(title, standing(form, state), in: pane, isFocused: true)
    for (offset, line) in layout.problem.enumerated() {
      grid.write(
        line, row: pane.row + 1 + offset, column: pane.column + 1, width: pane.width - 2,
        style: Theme.danger)
    }
    for field in CaseForm.fields {
      guard let box = layout.boxes[field], let editor = form.editors[field] else { continue }
      let isFocused = form.focus == field && state.dialog == nil
      drawLabel(field, form, layout, in: pane, &grid)
      grid.writeBox(
        editor, in: box, top: form.tops[field] ?? 0, isFocused: isFocused,
        style: field == .findings ? .plain : form.focus == field ? .plain : Theme.secondary)
    }
  }

  private static func drawLabel(
    _ field: CaseField, _ form: CaseForm, _ layout: FormLayout, in pane: Rect, _ grid: inout Grid
  ) {
    let row = field == .findings ? layout.findingsTitle : layout.boxes[field]?.row ?? pane.row
    guard row < pane.endRow else { return }
    let isWrong = form.problems[field] != nil
    let isChanged = form.editors[field]?.text != form.draft.origin[field]
    let mark = isWrong ? " ✗" : isChanged ? " ✎" : ""
    let style = isWrong ? Theme.danger : form.focus == field ? Theme.focusedTitle : Theme.title
    grid.write(
      Wording.name(of: field) + mark, row: row, column: pane.column + 1, style: style)
    guard let limit = CaseForm.limit(of: field), let count = form.editors[field]?.scalarCount,
      field == .findings || (form.focus == field && count * 10 >= limit * 8)
    else { return }
    let usage = "\(Wording.grouped(count)) of \(Wording.grouped(limit))"
    grid.writeRight(
      usage, row: row, endColumn: pane.endColumn - 1,
      style: count > limit ? Theme.danger : Theme.secondary)
  }

  /// Where the text stands: on its way to the server, on disk, or unchanged.
  private static func standing(_ form: CaseForm, _ state: WorkbenchState) -> String {
    if form.isSaving { return "saving…" }
    guard state.drafts[form.key] != nil else { return "unchanged" }
    if state.draftTrouble != nil { return "! draft in memory only" }
    return state.unkept[form.key] == nil ? "draft kept" : "draft…"
  }
}
