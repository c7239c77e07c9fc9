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
      } else if key == .enter, dialog.hasCases {
        return openCase(of: dialog)
      } else if key == .enter {
        self.dialog = nil
        return []
      } else if !move(key, &dialog) {
        return []
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

  /// Moves the cursor of a report; false for a key that does not.
  private func move(_ key: Key, _ dialog: inout ReportDialog) -> Bool {
    let layout = DialogLayout.event(in: size)
    let page = dialog.room(in: layout).height
    if let item = moved(dialog.cursor, by: key, count: dialog.report.items.count) {
      dialog.moveCursor(to: item, in: layout)
    } else if let rows = scrolled(page, by: key, page: page) {
      dialog.moveCursor(byRows: rows - page, in: layout)
    } else {
      return false
    }
    return true
  }

  /// Opens the case under the cursor.
  private mutating func openCase(of dialog: ReportDialog) -> Orders {
    guard let number = dialog.report.items[dialog.cursor].number else {
      notice = Notice(.info, Wording.caseIsGone)
      return []
    }
    self.dialog = nil
    return show(number)
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
