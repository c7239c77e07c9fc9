import CaseWire
import StateStore
import TerminalModel

/// Reports: read, scrolled, saved.
extension WorkbenchState {
  /// Takes a key in the report.
  mutating func pressReport(_ key: Key, _ old: ReportDialog) -> Orders {
    var dialog = old
    guard !dialog.isSending else { return [] }
    switch dialog.stage {
    case .report:
      let format: Report.Format? = key == "m" ? .markdown : key == "c" ? .csv : nil
      if let format, dialog.report.text(format) != nil {
        dialog.stage = .path(format)
        dialog.path = TextEditor(dialog.report.fileName(format), isMultiline: false)
        dialog.path.moveToEnd()
      } else if key == "y" {
        copy(dialog.report.markdown)
        return []
      } else if key == "q" || key == .enter {
        self.dialog = nil
        return []
      } else {
        let page = DialogLayout.event(in: size).textHeight - 3
        guard let line = scrolled(dialog.scroll, by: key, page: max(1, page)) else {
          return []
        }
        dialog.scroll = max(0, min(line, dialog.report.lines.count - page))
      }
    case .path(let format):
      if key == .enter { return write(dialog, format, replacing: false) }
      if dialog.path.handle(key, width: 200) { dialog.problem = nil }
    case .replace(let format):
      if key == "y", isDialogSeen { return write(dialog, format, replacing: true) }
      guard key == "n" else { return [] }
      dialog.stage = .path(format)
    }
    self.dialog = .report(dialog)
    return []
  }

  private mutating func write(
    _ old: ReportDialog, _ format: Report.Format, replacing: Bool
  ) -> Orders {
    var dialog = old
    let path = dialog.path.text.trimmed
    dialog.problem = path.isEmpty ? Wording.pathWanted : nil
    dialog.isSending = !path.isEmpty
    self.dialog = .report(dialog)
    guard !path.isEmpty, let text = dialog.report.text(format) else { return [] }
    let order = TextFileOrder(text, path: path, replacing: replacing)
    return [.run(.writeText(order), id: .textFile)]
  }

  /// Tells what became of a text that was to be saved.
  mutating func textWritten(_ order: TextFileOrder, _ outcome: ExportOutcome) -> Orders {
    guard case .report(var dialog) = dialog else {
      if case .saved(let path, let bytes) = outcome {
        notice = Notice(.done, Wording.savedFile(path, bytes: bytes))
      }
      return []
    }
    dialog.isSending = false
    switch outcome {
    case .saved(let path, let bytes):
      dialog.stage = .report
      dialog.problem = nil
      dialog.done = Wording.savedFile(path, bytes: bytes)
    case .exists:
      if case .path(let format) = dialog.stage { dialog.stage = .replace(format) }
    case .notFetched(let error):
      dialog.problem = Wording.text(error)
    case .notWritten(let reason):
      dialog.problem = reason
    }
    open(.report(dialog))
    return []
  }
}
