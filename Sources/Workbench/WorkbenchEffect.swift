public import CaseWire

/// What the reducers want done outside.
public enum WorkbenchEffect: Hashable, Codable, Sendable {
  /// Fetch a page of the list, from 0.
  case loadPage(CaseQuery, page: Int)
  /// Do nothing for some milliseconds, until what is shown is fetched again.
  case waitToRefresh(rest: Int)
  /// Fetch the whole list, as far as a triage session takes it.
  case loadQueue(CaseQuery, for: QueuePurpose)
  /// Do something to one of many cases, within the rules of closing.
  case bulkStep(BulkAct, CaseSummary, CloseRules)
  /// Take back what one of many cases got, or make it again.
  case bulkRetrace(SaveOrder)
  case bulkRetraceEvents(EventChange)
  /// Fetch a case and its first events before they are shown.
  case prefetch(CaseNumber)
  /// Write a triage session to disk after some milliseconds of rest.
  case keepTriage(TriageSession, rest: Int)
  /// Remove the triage session from disk.
  case dropTriage
  /// Read the templates of the user.
  case loadTemplates
  /// Find the cases whose events vanish next.
  case findVanishing
  /// Count the cases of views after some milliseconds of rest.
  case countViews([CaseQuery?], rest: Int)
  /// Keep the views in the settings.
  case storeViews([SavedView])
  /// Fetch a page of the history of a case, from 1; else read in which states it was seen.
  case loadHistory(CaseNumber, page: Int)
  /// Find the words in which long texts differ before and after a change.
  case compareHistory(CaseNumber, HistoryItem)
  /// Find out what changed since a moment, by the rows as they were left then; of some of them the
  /// list does not show any more that they are as they were.
  case loadShift(since: Timestamp, rows: [CaseSummary], unsure: [CaseSummary])
  /// Do nothing for some milliseconds before what the next session needs is kept.
  case waitForSession(rest: Int)
  /// Write what the next session needs to disk.
  case keepSession(SessionMemory)
  /// Save a text as a file.
  case writeText(TextFileOrder)
  /// Find out in which row of the list a case stands now.
  case findRow(of: CaseNumber, in: CaseQuery)
  /// Fetch a case after some milliseconds of rest.
  case loadCase(CaseNumber, rest: Int)
  /// Look after some milliseconds of rest whether somebody changed the case in the form.
  case watchCase(CaseNumber, rest: Int)
  /// Fetch a page of a case's events, from 1, after some milliseconds of rest.
  case loadEvents(CaseNumber, page: Int, rest: Int)
  /// Fetch all of one event.
  case loadEvent(EventID, of: CaseNumber)
  /// Look up the people of a draft, then make the case or change it.
  case save(SaveOrder)
  /// Assign a case as it was seen to a user name; to nobody where it is empty.
  case assign(CaseSummary, to: String)
  /// Add events to a case, or take them off.
  case changeEvents(EventChange)
  /// Do nothing for some milliseconds, in which what is to be sent can be taken back.
  case waitInOutbox(CaseNumber, rest: Int)
  /// Delete a case for ever.
  case delete(CaseNumber)
  /// Fetch a file and save it.
  case export(ExportOrder)
  /// Render a text of the form for a width, after some milliseconds of rest.
  case renderPreview(String, width: Int, version: Int, rest: Int)
  /// Write a draft to disk after some milliseconds of rest.
  case keepDraft(Draft, rest: Int)
  /// Choose among several drafts, once what waits to be on disk is there.
  case chooseDraft(DraftKey, DraftChoice, waiting: Draft?)
  /// Write a draft to disk beside the one that is written on.
  case setDraftAside(Draft)
  /// Remove a draft from disk.
  case dropDraft(DraftKey)
  /// Read all drafts from disk.
  case loadDrafts
  /// Look again at the drafts that other programs keep.
  case lookForDrafts
  /// Read the triage session that was left.
  case loadTriage
  /// Look up the people of a filter after some milliseconds of rest, then show it.
  case findPeople(CaseQuery, rest: Int)
  /// Find people whose names begin as typed, after some milliseconds of rest.
  case suggestPeople(String, rest: Int)
}
