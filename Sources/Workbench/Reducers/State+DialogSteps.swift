import StateStore

/// One step back in the dialogs that have several.
extension WorkbenchState {
  /// A dialog as it was a step before; what was typed stays where it can be gone on with.
  ///
  /// - Parameter dialog: the dialog.
  /// - Returns: nil where the step before is to leave it.
  func stepBack(from dialog: Dialog) -> Dialog? {
    switch dialog {
    case .report(var report) where !report.isSending:
      switch report.stage {
      case .report: return nil
      case .path: report.stage = .report
      case .replace(let format): report.stage = .path(format)
      }
      report.problem = nil
      return .report(report)
    case .export(var export) where !export.isSending:
      switch export.stage {
      case .kind: return nil
      case .path: export.stage = .kind
      case .replace(let kind): export.stage = .path(kind)
      }
      export.problem = nil
      return .export(export)
    case .views(var views) where views.stage != .list:
      views.stage = .list
      views.problem = nil
      return .views(views)
    case .drafts(var drafts) where drafts.isDropping:
      drafts.isDropping = false
      return .drafts(drafts)
    case .keys(var keys) where keys.isTyping:
      keys.isTyping = false
      return .keys(keys)
    case .bulk(var bulk):
      return bulk.goBack() ? .bulk(bulk) : nil
    default:
      return nil
    }
  }

  /// Goes a step back, or leaves the dialog; nothing is changed by either.
  mutating func stepBackOrLeave(_ dialog: Dialog) -> Orders {
    guard let before = stepBack(from: dialog) else { return leave(dialog) }
    open(before)
    if case .bulk(let bulk) = dialog, case .words(let kind) = bulk.stage, kind.isPerson {
      return [.cancel(.suggestions)]
    }
    return []
  }
}
