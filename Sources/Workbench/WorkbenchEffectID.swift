public import CaseWire

/// The names under which effects run; a new one replaces what runs under its name.
public enum WorkbenchEffectID: Hashable, Codable, Sendable {
  /// A page of the list, from 0.
  case page(Int)
  /// What is done to one of many cases.
  case bulk(CaseNumber)
  /// What is done to many cases.
  case bulkRun
  /// The list as a queue.
  case queue
  /// A case that is fetched before it is shown.
  case prefetch(CaseNumber)
  /// The triage session on disk.
  case triage
  /// The drafts that other programs keep.
  case otherDrafts
  /// The templates of the user.
  case templates
  /// The cases whose events vanish next.
  case vanishing
  /// The counts of the views.
  case viewCounts
  /// The views in the settings.
  case views
  /// The history of a case.
  case history
  /// The words that one of its changes changed.
  case historyWords
  /// What changed since the last session.
  case shift
  /// What the next session needs on disk.
  case session
  /// The wait before that is kept.
  case sessionWait
  /// A text that is saved as a file.
  case textFile
  /// The wait until what is shown is fetched again.
  case refresh
  /// The row of the case under the cursor.
  case row
  /// The case that is shown.
  case detail
  /// The look at the case in the form.
  case watch
  /// The events that are shown.
  case events
  /// All of one event.
  case event
  /// The change of a case.
  case save(DraftKey)
  /// The assignee of a case.
  case assign(CaseNumber)
  /// The change of a case's events.
  case changeEvents(CaseNumber)
  /// The wait before a case is closed or deleted for ever.
  case outbox(CaseNumber)
  /// The end of a case.
  case delete(CaseNumber)
  /// A file of a case.
  case export(CaseNumber)
  /// The rendered text of the form.
  case preview
  /// The draft of a case on disk.
  case draft(DraftKey)
  /// A draft that is kept beside the one that is written on; each has a number of its own.
  case draftAside(Int)
  /// All drafts on disk.
  case drafts
  /// The people of the filter.
  case people
  /// People whose names begin as typed.
  case suggestions
}
