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
  /// The row of a case was looked for; nil where it is not in the list or cannot be told.
  case rowFound(Int?, of: CaseNumber)
  /// A case has come, or has not.
  case caseArrived(Case)
  case caseFailed(CaseNumber, CasesError)
  /// Events have come, or have not.
  case eventsArrived(CaseNumber, page: Int, FileEventPage)
  case eventsFailed(CaseNumber, CasesError)
  /// All of one event has come, or has not.
  case eventArrived(EventID, JSONValue)
  case eventFailed(EventID, CasesError)

  /// A change was sent, or was not.
  case saveEnded(SaveOrder, SaveOutcome)
  /// The time to take a change back is over.
  case outboxDue(CaseNumber)
  /// A case was deleted, or was not.
  case deleteEnded(CaseNumber, ChangeOutcome)
  /// Events were added or taken off, or were not.
  case eventsChanged(EventChange, EventChangeOutcome)
  /// A file was saved, or was not.
  case exportEnded(ExportOrder, ExportOutcome)

  /// Drafts were read from disk; the texts say what could not be read.
  case draftsLoaded([Draft], troubles: [String])
  /// A draft as it was at a moment is on disk.
  case draftKept(DraftKey, changedAt: Timestamp)
  /// A draft could not be written; the text says why.
  case draftNotKept(DraftKey, String)

  /// The people of a filter were found.
  case peopleFound(CaseQuery)
  /// Nobody has a user name of the filter, or names could not be looked up.
  case personUnknown(CaseQuery.PersonRole, String)
  case peopleFailed(CasesError)
}
