/// A question or a list that lies over the panes and takes all keys.
public enum Dialog: Equatable, Sendable {
  /// All keys.
  case keys(KeysDialog)
  /// Closing a case for ever.
  case close(CloseDialog)
  /// Deleting a case for ever.
  case delete(DeleteDialog)
  /// Which cases the list shows.
  case filter(FilterDialog)
  /// In which order the list shows them.
  case sort(SortDialog)
  /// Saving a file.
  case export(ExportDialog)
  /// Adding an event to a case.
  case addEvent(AddEventDialog)
  /// Who shall look after a case.
  case assign(AssignDialog)
  /// Opening a case by its number.
  case goToCase(GoToDialog)
  /// All of one event.
  case event(EventDialog)
  /// Somebody else has changed what the form changes.
  case conflict(ConflictDialog)
  /// Doing something to many cases.
  case bulk(BulkDialog)
  /// Something to be read and saved.
  case report(ReportDialog)
  /// All that can be done.
  case palette(PaletteDialog)
  /// Which columns the list shows.
  case columns(ColumnsDialog)
  /// The views on the number keys.
  case views(ViewsDialog)
  /// How a case changed.
  case history(HistoryDialog)
  /// What a save of the form will change.
  case difference(DifferenceDialog)
  /// What to put into a text.
  case insert(InsertDialog)
  /// With which of several drafts a form opens.
  case drafts(DraftsDialog)
  /// All drafts of this server.
  case allDrafts(AllDraftsDialog)
  /// A question that is answered with `y`.
  case confirm(ConfirmDialog)

  /// Whether keys typed before it was drawn must be dropped, since something follows from an
  /// answer.
  var mustBeSeen: Bool {
    switch self {
    case .close, .delete, .confirm, .conflict, .drafts: true
    case .keys, .filter, .sort, .export, .addEvent, .assign, .goToCase, .event, .report,
      .history, .views, .columns, .palette, .insert,
      .difference, .allDrafts:
      false
    case .bulk(let dialog): if case .confirm = dialog.stage { true } else { false }
    }
  }
  /// Whether it is a list or a text without a box, so that a letter can close it.
  var isOnlyRead: Bool {
    switch self {
    case .keys(let dialog): !dialog.isTyping
    case .views(let dialog): dialog.stage == .list
    case .report(let dialog): dialog.stage == .report && !dialog.isSending
    case .bulk(let dialog): dialog.stage == .run
    case .event, .history, .columns, .difference, .allDrafts, .sort: true
    case .close, .delete, .filter, .export, .addEvent, .assign, .goToCase, .conflict, .palette,
      .insert, .drafts, .confirm:
      false
    }
  }
}
