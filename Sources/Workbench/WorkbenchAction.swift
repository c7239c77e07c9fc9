public import CasesAPI
public import CaseWire
public import TerminalModel

/// What has happened.
public enum WorkbenchAction: Hashable, Codable, Sendable {
  /// The program begins.
  case started
  /// The terminal tells something.
  case terminal(TerminalEvent, at: Timestamp)
  /// A time that is shown has become untrue.
  case clockMoved(Timestamp)
  /// The dialog was drawn, so the user can have seen it.
  case dialogDrawn

  /// The editor gave the terminal back.
  case editorEnded(ExternalEdit, ExternalEditOutcome)

  /// A request waits before it is sent again; the text says how long and why, nil that none waits.
  case requestWaits(String?)

  /// It is time to fetch again what is shown.
  case refreshDue(at: Timestamp)
  /// A page of the list has come, or has not.
  case pageArrived(Int, CasePage, at: Timestamp)
  case pageFailed(Int, CasesError)
  /// The case in the form was looked at again, or could not be.
  case caseWatched(Case)
  case watchFailed(CaseNumber)
  /// The row of a case was looked for; nil where it is not in the list or cannot be told.
  case rowFound(Int?, of: CaseNumber)
  /// A case has come, or has not.
  case caseArrived(Case)
  case caseFailed(CaseNumber, CasesError)
  /// A case did not come, and this is how it was seen last.
  case caseRemembered(SeenCase, CasesError)
  /// Events have come, or have not.
  case eventsArrived(CaseNumber, page: Int, FileEventPage)
  case eventsFailed(CaseNumber, CasesError)
  /// All of one event has come, or has not.
  case eventArrived(EventID, JSONValue)
  case eventFailed(EventID, CasesError)

  /// A change was sent, or was not.
  case saveEnded(SaveOrder, SaveOutcome)
  /// A case was assigned, or was not.
  case assignEnded(CaseNumber, BulkOutcome)
  /// The time to take a change back is over.
  case outboxDue(CaseNumber)
  /// The list has come as a queue, or has not.
  case queueArrived(CaseQuery, [CaseSummary], for: QueuePurpose)
  case queueFailed(CasesError)
  /// Something was done to one of many cases, or was not.
  case bulkStepEnded(CaseNumber, BulkOutcome)
  /// A case and its first events have come before they are shown; nil where they have not.
  case prefetched(CaseNumber, Case?, FileEventPage?)
  /// The triage session that was left was read from disk; nil where there is none.
  case triageLoaded(TriageSession?)
  /// The triage session could not be kept on disk, or not be read; the text says why.
  case triageNotKept(String)
  /// The session that was left cannot be read, and why.
  case triageNotRead(String)
  /// The templates of the user were read; the paths are of those that cannot be.
  case templatesLoaded([Template], troubles: [String])
  /// These cases lose their events next, the first one first.
  case vanishingFound([CaseSummary])
  /// The cases of the views were counted; nil for one that cannot be.
  case viewsCounted([Int?])
  /// The views could not be kept; the text says why.
  case viewsNotStored(String)
  /// A page of the history of a case has come, from 1, or more of it has not.
  case historyArrived(CaseNumber, page: Int, HistoryPage)
  case historyFailed(CaseNumber, CasesError)
  /// The states in which a case was seen, the last one last, and why its server tells no more.
  case historySeen(CaseNumber, [SeenCase], because: CasesError)
  /// The words in which long texts differ before and after a change were found.
  case historyCompared(CaseNumber, Timestamp, [CaseField: TextDifference])
  /// What changed since the last session has come, or has not.
  case shiftLoaded([ShiftEntry], of: Int, since: Timestamp)
  case shiftFailed(CasesError)
  /// The terminal was given the text for its clipboard.
  case clipped
  /// It is time to keep what the next session needs.
  case sessionRested
  /// A text was saved as a file, or was not.
  case textWritten(TextFileOrder, ExportOutcome)
  /// A case was deleted, or was not.
  case deleteEnded(CaseNumber, ChangeOutcome)
  /// Events were added or taken off, or were not.
  case eventsChanged(EventChange, EventChangeOutcome)
  /// A file is on its way.
  case exportProgressed(ExportOrder, DownloadProgress)
  /// A file was saved, or was not.
  case exportEnded(ExportOrder, ExportOutcome)

  /// A text of the form was rendered.
  case previewRendered(RenderedText)
  /// Drafts were read from disk, and further ones of the same cases; the texts say what could not
  /// be read.
  case draftsLoaded([Draft], others: [DraftEntry] = [], troubles: [String])
  /// These drafts are kept by other programs now; those of these file names are gone since they
  /// were read.
  case otherDraftsFound([DraftEntry], gone: [String])
  /// The drafts of other programs could not be looked at; the text says why.
  case otherDraftsNotRead(String)
  /// One of several drafts is written on now, nil for none yet; and those that there are besides.
  case draftChosen(DraftKey, DraftChoice, Draft?, others: [DraftEntry])
  /// None of several drafts could be chosen; the text says why.
  case draftNotChosen(DraftKey, String)
  /// A draft as it was at a moment is on disk.
  case draftKept(DraftKey, changedAt: Timestamp)
  /// A draft is on disk beside the one that is written on; and those that there are besides.
  case draftSetAside(Draft, others: [DraftEntry])
  /// A draft could not be kept beside another one; the text says why.
  case draftNotSetAside(Draft, String)
  /// A draft could not be written; the text says why.
  case draftNotKept(DraftKey, String)

  /// The people of a filter were found.
  case peopleFound(CaseQuery)
  /// A name of the filter is nobody's, as the text says, or names could not be looked up.
  case personUnknown(CaseQuery.PersonRole, String)
  /// These people's names begin as typed.
  case peopleSuggested(String, [String])
  case peopleFailed(CasesError)
}
