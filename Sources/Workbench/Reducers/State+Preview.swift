public import CasesAPI
import StateStore
public import TerminalModel

/// The preview of the Markdown that is written in the form.
///
/// A key never waits for it: it is rendered by an effect, one at a time, and what is shown is
/// behind the text for as long as that takes.
extension WorkbenchState {
  /// The rest between a key and the rendering of what it changed, in milliseconds.
  static let restBeforeRendering = 120

  /// Where the preview stands; nil where none is shown.
  public var previewPane: Rect? {
    guard form != nil else { return nil }
    let layout = layout
    return layout.preview ?? (preview.isInstead ? layout.detail : nil)
  }

  /// Where the lines of the preview stand within its pane: below the title, beside the mark of the
  /// cursor's line.
  public var previewBody: Rect? { previewPane?.inset(top: 1, left: 2, right: 1) }

  /// The text that is previewed: the one that is typed, or else the findings.
  public var previewedField: CaseField {
    guard let focus = form?.focus, CaseForm.isMultiline(focus) else { return .findings }
    return focus
  }

  /// Whether what the preview shows is behind what was typed.
  public var isPreviewBehind: Bool { preview.source != previewSource }

  /// The rows of the preview that show the line of the cursor.
  public var previewRows: Range<Int> {
    guard let editor = form?.editors[previewedField], let shown = preview.shown else {
      return 0..<0
    }
    return shown.rows(of: editor.cursorLine + 1)
  }

  private var previewSource: FormPreview.Source? {
    let field = previewedField
    guard let form, let editor = form.editors[field], let body = previewBody else { return nil }
    return FormPreview.Source(
      key: form.key, field: field, revision: editor.revision, byteCount: editor.byteCount,
      width: max(1, body.width))
  }

  /// Switches the preview beside the text on and off, or shows it in place of the form.
  mutating func togglePreview() -> Orders {
    if layout.preview != nil {
      preview.isWanted = false
    } else if layout.hasRoomForPreview {
      preview.isWanted = true
    } else {
      preview.isInstead.toggle()
      preview.isFollowing = true
    }
    return []
  }

  /// Takes a key while the preview stands in place of the form.
  ///
  /// What puts something in goes on in the text, which is shown again; what takes something away
  /// only shows it, since nobody takes away what is not seen.
  ///
  /// - Returns: nil for a key that is the form's.
  mutating func pressPreview(_ key: Key) -> Orders? {
    guard preview.isInstead, let body = previewBody else { return nil }
    let page = max(1, body.height - 1)
    switch key {
    case .up: scrollPreview(to: preview.top - 1)
    case .down: scrollPreview(to: preview.top + 1)
    case .pageUp: scrollPreview(to: preview.top - page)
    case .pageDown: scrollPreview(to: preview.top + page)
    case .home: scrollPreview(to: 0)
    case .end: scrollPreview(to: .max)
    case .escape: preview.isInstead = false
    case _ where keys.command(for: key, in: .form) == .togglePreview: return togglePreview()
    case _ where keys.command(for: key, in: .form) == .showKeys: return nil
    default:
      if takesAway(key) {
        preview.isInstead = false
        notice = Notice(.info, Wording.backInText(key))
        return []
      }
      if putsIn(key) { goOnInText() }
      preview.isInstead = false
      return nil
    }
    return []
  }

  /// Shows the text in the place of its preview; what is selected there stays, whatever is put in.
  mutating func goOnInText() {
    guard preview.isInstead, let field = form?.focus else { return }
    preview.isInstead = false
    form?.editors[field]?.deselect()
  }

  private func putsIn(_ key: Key) -> Bool {
    if case .character = key { return true }
    let command = keys.command(for: key, in: .form)
    return key == .enter || command == .pasteText || command == .putBack
  }

  private func takesAway(_ key: Key) -> Bool {
    switch keys.command(for: key, in: .form) {
    case .deleteWord, .deleteToEnd, .deleteToStart, .cutText, .undoText: true
    default: key == .backspace || key == .delete
    }
  }

  private mutating func scrollPreview(to row: Int) {
    preview.isFollowing = false
    preview.top = row
  }

  /// Takes a rendered text; what was not ordered last is dropped.
  mutating func previewRendered(_ text: RenderedText) -> Orders {
    guard let awaited = preview.awaited, text.version == preview.version else { return [] }
    preview.awaited = nil
    preview.source = awaited
    preview.shown = text
    return []
  }

  /// Lets the preview follow the text and the cursor, and forgets it with the form.
  mutating func followPreview() -> Orders {
    if layout.preview != nil { preview.isInstead = false }
    guard let form, let source = previewSource, let body = previewBody else {
      if form == nil { preview.isInstead = false }
      preview.shown = nil
      preview.source = nil
      preview.top = 0
      return cancelPreview()
    }
    if let shown = preview.source, shown.key != source.key || shown.field != source.field {
      preview.shown = nil
      preview.source = nil
    }
    let count = preview.shown?.lines?.count ?? 0
    if preview.isFollowing {
      let rows = previewRows
      preview.top = min(max(preview.top, rows.upperBound - body.height), rows.lowerBound)
    }
    preview.top = max(0, min(preview.top, count - body.height))
    guard source != preview.source else { return cancelPreview() }
    // One rendering is finished before the next one begins, so that there is news while one types;
    // what is of no use any more is not waited for.
    if let awaited = preview.awaited, awaited.isAkin(to: source) { return [] }
    let rest = preview.source?.isAkin(to: source) == true ? Self.restBeforeRendering : 0
    preview.awaited = source
    preview.version += 1
    let text = form.editors[source.field]?.text ?? ""
    return [
      .run(
        .renderPreview(text, width: source.width, version: preview.version, rest: rest),
        id: .preview)
    ]
  }

  private mutating func cancelPreview() -> Orders {
    guard preview.awaited != nil else { return [] }
    preview.awaited = nil
    return [.cancel(.preview)]
  }
}
