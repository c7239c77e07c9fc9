import CasesAPI
import TerminalModel
import Workbench

/// The form in which a case is written.
enum CaseFormView {
  /// Draws the form into its pane.
  static func draw(_ form: CaseForm, _ state: WorkbenchState, in pane: Rect, _ grid: inout Grid) {
    let layout = FormLayout(pane, problem: form.toldProblem, hasFind: form.find != nil)
    let doing = form.news.flatMap(Wording.standing) ?? "editing"
    let title = form.key.number.map { "#\($0) · \(doing)" } ?? "New case"
    let standing = [usage(form, in: pane), standing(form, state)].compactMap(\.self)
    grid.writeTitle(title, standing.joined(separator: " · "), in: pane, isFocused: true)
    for (offset, line) in layout.problem.enumerated() {
      grid.write(
        line, row: pane.row + 1 + offset, column: pane.column + 1, width: pane.width - 2,
        style: Theme.danger)
    }
    for field in CaseForm.fields {
      guard let box = layout.boxes[field], let editor = form.editors[field] else { continue }
      let isFocused = form.focus == field && state.dialog == nil && form.find == nil
      drawLabel(field, form, layout, in: pane, &grid)
      grid.writeBox(
        editor, in: box, top: form.tops[field] ?? 0, isFocused: isFocused,
        style: field == .findings ? .plain : form.focus == field ? .plain : Theme.secondary)
      if CaseForm.isMultiline(field) {
        grid.styleMarkdown(editor, in: box, top: form.tops[field] ?? 0)
      }
      grid.writeMarks(
        editor, in: box, top: form.tops[field] ?? 0,
        hits: form.focus == field ? form.find?.hits ?? [] : [])
      if editor.isEmpty, form.focus != field, field == .subject || field == .assignee {
        grid.write(
          AssignDialog.nobody, row: box.row, column: box.column, width: box.width,
          style: Theme.secondary)
      }
    }
    drawPeople(form, state, layout, in: pane, &grid)
    if let find = form.find, let rows = layout.find {
      FindView.draw(find, hasFocus: state.dialog == nil, in: rows, &grid)
    }
  }

  /// The people that are offered, right under the field in use.
  private static func drawPeople(
    _ form: CaseForm, _ state: WorkbenchState, _ layout: FormLayout, in pane: Rect,
    _ grid: inout Grid
  ) {
    let names = state.offeredPeople
    guard !names.isEmpty, state.dialog == nil, let box = layout.boxes[form.focus] else { return }
    let height = min(names.count, 8, pane.endRow - box.row - 1)
    guard height > 0 else { return }
    let below = Rect(row: box.row + 1, column: box.column, width: box.width, height: height)
    let isOnly = state.isOnlyPerson(of: names, beginning: form.texts[form.focus])
    let cursor = form.people?.row(isOnly: isOnly)
    PeopleView.draw(names, cursor: cursor, me: state.me, in: below, &grid)
  }

  /// How much of the field in use is used and left; the findings tell it above themselves.
  private static func usage(_ form: CaseForm, in pane: Rect) -> String? {
    guard form.focus != .findings, let limit = CaseForm.limit(of: form.focus) else { return nil }
    return Wording.usage(form.length(of: form.focus), of: limit, isShort: pane.width < 60)
  }

  private static func drawLabel(
    _ field: CaseField, _ form: CaseForm, _ layout: FormLayout, in pane: Rect, _ grid: inout Grid
  ) {
    let row = field == .findings ? layout.findingsTitle : layout.boxes[field]?.row ?? pane.row
    guard row < pane.endRow else { return }
    let isWrong = form.problems[field] != nil || form.isTooLong(field)
    let mark = isWrong ? " ✗" : form.isChanged(field) ? " ✎" : ""
    let style = isWrong ? Theme.danger : form.focus == field ? Theme.focusedTitle : Theme.title
    grid.write(
      Wording.name(of: field) + mark, row: row, column: pane.column + 1, style: style)
    guard field == .findings, let limit = CaseForm.limit(of: field) else { return }
    grid.writeRight(
      Wording.usage(form.length(of: field), of: limit, isShort: pane.width < 30), row: row,
      endColumn: pane.endColumn - 1,
      style: form.isTooLong(field) ? Theme.danger : Theme.secondary)
  }

  /// Where the text stands: on its way to the server, on disk, or unchanged.
  private static func standing(_ form: CaseForm, _ state: WorkbenchState) -> String {
    if form.isSaving { return "saving…" }
    guard state.drafts[form.key] != nil else { return "unchanged" }
    if state.draftTrouble != nil { return "! draft in memory only" }
    return state.unkept[form.key] == nil ? "draft kept" : "draft…"
  }
}
