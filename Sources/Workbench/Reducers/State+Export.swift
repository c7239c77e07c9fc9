import CasesAPI
import CaseWire
import StateStore
import TerminalModel

/// Files that are fetched and saved.
extension WorkbenchState {
  /// Opens the choice of what is saved of a case, or what is on its way already.
  mutating func startExport() -> Orders {
    let number = focus == .cases ? list.selected : detail.number
    guard let number else { return [] }
    var dialog = ExportDialog(number)
    if let order = exports[number] {
      dialog.stage = .path(order.kind)
      dialog.path = TextEditor(order.path, isMultiline: false)
      dialog.isSending = true
    }
    open(.export(dialog))
    return []
  }

  /// Takes a key where a file is saved: what, where to, and whether it may replace another.
  mutating func pressExport(_ key: Key, _ old: ExportDialog) -> Orders {
    var dialog = old
    guard !dialog.isSending else {
      if key == .enter { self.dialog = nil }
      return []
    }
    switch dialog.stage {
    case .kind:
      let kind: ExportKind? = key == "p" ? .summaryPDF : key == "c" ? .eventCSV : nil
      guard let kind else { return [] }
      dialog.stage = .path(kind)
      dialog.path = TextEditor(kind.fileName(for: dialog.number), isMultiline: false)
    case .path(let kind):
      if key == .enter { return export(dialog, kind, replacing: false) }
      if dialog.path.handle(key, width: 200) { dialog.problem = nil }
    case .replace(let kind):
      if key == "y", isDialogSeen { return export(dialog, kind, replacing: true) }
      guard key == "n" else { return [] }
      dialog.stage = .path(kind)
    }
    self.dialog = .export(dialog)
    return []
  }

  private mutating func export(
    _ old: ExportDialog, _ kind: ExportKind, replacing: Bool
  ) -> Orders {
    var dialog = old
    let path = dialog.path.text.trimmed
    guard !path.isEmpty else {
      dialog.problem = Wording.pathWanted
      self.dialog = .export(dialog)
      return []
    }
    dialog.stage = .path(kind)
    dialog.isSending = true
    dialog.problem = nil
    self.dialog = .export(dialog)
    let order = ExportOrder(number: dialog.number, kind: kind, path: path, replacing: replacing)
    exports[dialog.number] = order
    work[.export(dialog.number)] = Wording.exporting(order, nil)
    return [.run(.export(order), id: .export(dialog.number))]
  }

  /// Shows how far a file is.
  mutating func exportProgressed(_ order: ExportOrder, _ progress: DownloadProgress) {
    guard exports[order.number] == order else { return }
    let waited = Notice(.attention, Wording.leavingOnceDone(work.values.sorted()))
    work[.export(order.number)] = Wording.exporting(order, progress)
    if isLeaving, notice == waited {
      notice = Notice(.attention, Wording.leavingOnceDone(work.values.sorted()))
    }
  }

  /// Gives a file up that is on its way.
  mutating func cancelExport(of number: CaseNumber) -> Orders {
    guard let order = exports.removeValue(forKey: number) else { return [] }
    work[.export(number)] = nil
    notice = Notice(.attention, Wording.exportStopped(order))
    return [.cancel(.export(number))]
  }

  /// Tells what became of a file.
  mutating func exportEnded(_ order: ExportOrder, _ outcome: ExportOutcome) -> Orders {
    work[.export(order.number)] = nil
    exports[order.number] = nil
    if case .saved(let path, let bytes) = outcome {
      if order.kind == .eventCSV { exported.insert(order.number) }
      noteDeed(.exported(order.kind), of: order.number)
      if case .export(let dialog) = dialog, dialog.number == order.number { self.dialog = nil }
      notice = Notice(.done, Wording.savedFile(path, bytes: bytes))
      return []
    }
    isLeaving = false
    guard case .export(var dialog) = dialog, dialog.number == order.number else {
      notice = Notice(.error, Wording.notExported(order, outcome))
      return []
    }
    dialog.isSending = false
    if outcome == .exists {
      dialog.stage = .replace(order.kind)
      dialog.problem = nil
    } else {
      dialog.problem = Wording.notExported(order, outcome)
    }
    open(.export(dialog))
    return []
  }
}
