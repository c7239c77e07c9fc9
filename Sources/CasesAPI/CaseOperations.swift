public import CaseWire

/// What the workbench asks of a Cases API; `CasesClient` does it over HTTP, tests do it as they
/// like.
///
/// Every function ends at once when its task is cancelled.
public protocol CaseOperations: Sendable {
  /// Fetches one page of the list of cases.
  ///
  /// - Parameters:
  ///   - filter: which cases.
  ///   - order: in which order.
  ///   - page: which page of how many rows.
  /// - Returns: the rows and how many there are in all; no rows behind the last page.
  /// - Throws: `CasesError` when there is no such result.
  func cases(
    _ filter: CaseFilter, order: CaseOrder, page: PageRequest
  ) async throws(CasesError) -> CasePage

  /// Fetches a case with its long texts.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the case; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  func getCase(_ number: CaseNumber) async throws(CasesError) -> Case

  /// Fetches a case with the name of its state, for a change that may be made to no other one.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the case with its entity tag; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  func taggedCase(_ number: CaseNumber) async throws(CasesError) -> TaggedCase

  /// Fetches what was changed of a case, and by whom; not every server keeps that.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page, of 1 to 100 rows.
  /// - Returns: the changes, the newest first; none behind the last page.
  /// - Throws: `CasesError` when there is no such result; `.notFound`, or a refusal with status 405
  ///   or 501, where the server keeps no history.
  func history(
    of number: CaseNumber, page: PageRequest
  ) async throws(CasesError) -> HistoryPage

  /// Makes a case.
  ///
  /// - Parameter content: the five fields that analysts write.
  /// - Returns: the case as the server keeps it.
  /// - Throws: `CasesError` when there is no such result.
  func create(_ content: CaseContent) async throws(CasesError) -> Case

  /// Replaces the whole of a case; prefer `save(_:)`, which loses nobody's change.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - replacement: all six fields.
  ///   - tag: the entity tag of the only state that may be replaced; nil for any. In another state
  ///     the server refuses with status 412, where it knows such conditions.
  /// - Returns: the case as the server keeps it.
  /// - Throws: `CasesError` when there is no such result.
  func replace(
    _ number: CaseNumber, with replacement: CaseReplacement, ifMatch tag: String?
  ) async throws(CasesError) -> Case

  /// Deletes a case for ever; prefer `deleteOnce(_:)`, which knows what became of it.
  ///
  /// - Parameter number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  func delete(_ number: CaseNumber) async throws(CasesError)

  /// Fetches events of a case.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page of how many rows.
  ///   - archive: the identifier of the archive whose events are wanted; nil for those of all.
  /// - Returns: the events in the server's order.
  /// - Throws: `CasesError` when there is no such result.
  func events(
    of number: CaseNumber, page: PageRequest, archive: String?
  ) async throws(CasesError) -> FileEventPage

  /// Fetches all that is known about one event of a case.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  /// - Returns: the event as the server sends it.
  /// - Throws: `CasesError` when there is no such result.
  func event(_ event: EventID, of number: CaseNumber) async throws(CasesError) -> JSONValue

  /// Adds an event to a case; prefer `addOnce(_:to:)`, which knows what became of it.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  func add(_ event: EventID, to number: CaseNumber) async throws(CasesError)

  /// Adds events to a case; prefer `addOnce(_:to:)`, which knows what became of it.
  ///
  /// - Parameters:
  ///   - events: the identifiers; those that the case has already are passed over.
  ///   - number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  func add(_ events: [EventID], to number: CaseNumber) async throws(CasesError)

  /// Removes an event from a case; prefer `removeOnce(_:from:)`, which knows what became of it.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  func remove(_ event: EventID, from number: CaseNumber) async throws(CasesError)

  /// Fetches the summary of a case as PDF; see `DownloadSink` for how it comes.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - language: the language, such as `de`; nil for the server's usual one.
  ///   - sink: what takes the file; worth nothing where an error is thrown.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came, a PDF at both its ends.
  /// - Throws: `CasesError` when there is no such result.
  func summaryPDF(
    of number: CaseNumber, language: String?, into sink: any DownloadSink,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws(CasesError) -> DownloadedFile

  /// Fetches the events of a case as CSV; see `DownloadSink` for how it comes.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - sink: what takes the file; worth nothing where an error is thrown.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came.
  /// - Throws: `CasesError` when there is no such result.
  func eventCSV(
    of number: CaseNumber, into sink: any DownloadSink,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws(CasesError) -> DownloadedFile

  /// Fetches all of a case, or some parts of it, as ZIP; see `DownloadSink` for how it comes.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - parts: what the archive shall hold; servers refuse an empty one.
  ///   - language: the language of the summary, such as `de`; nil for the server's usual one.
  ///   - sink: what takes the file; worth nothing where an error is thrown.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came, a ZIP at both its ends.
  /// - Throws: `CasesError` when there is no such result.
  func archive(
    of number: CaseNumber, parts: CaseArchiveParts, language: String?,
    into sink: any DownloadSink, progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws(CasesError) -> DownloadedFile

  /// Fetches the file that was captured with an event; see `DownloadSink` for how it comes.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  ///   - sink: what takes the file; worth nothing where an error is thrown.
  ///   - progress: is told how far the download is; called on any thread, and must not wait.
  /// - Returns: what came; `.notFound` is thrown where the event has no file.
  /// - Throws: `CasesError` when there is no such result.
  func sourceFile(
    of event: EventID, in number: CaseNumber, into sink: any DownloadSink,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws(CasesError) -> DownloadedFile

  /// Fetches one page of users.
  ///
  /// - Parameters:
  ///   - filter: which users.
  ///   - page: which page of how many rows.
  /// - Returns: the users; none behind the last page.
  /// - Throws: `CasesError` when there is no such result.
  func users(_ filter: UserFilter, page: PageRequest) async throws(CasesError) -> UserPage

  /// Finds users by their exact name.
  ///
  /// - Parameter name: the user name.
  /// - Returns: who has the name; empty where nobody has.
  /// - Throws: `CasesError` when there is no such result.
  func users(named name: String) async throws(CasesError) -> [User]

  /// Finds users by their exact name at the host that older clients ask.
  ///
  /// - Parameter name: the user name; upper and lower case are the same.
  /// - Returns: who has the name; empty where nobody has.
  /// - Throws: `CasesError` when there is no such result.
  func oldHostUsers(named name: String) async throws(CasesError) -> [User]

  /// Finds a user by identifier.
  ///
  /// - Parameter uid: the identifier.
  /// - Returns: the user; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  func user(_ uid: UserUID) async throws(CasesError) -> User

  /// Fetches one page of actors, for the completion of names that are being typed.
  ///
  /// - Parameters:
  ///   - filter: which actors.
  ///   - page: which page, of 1 to 500 rows.
  /// - Returns: the actors; none behind the last page.
  /// - Throws: `CasesError` when there is no such result.
  func actors(_ filter: ActorFilter, page: PageRequest) async throws(CasesError) -> [CaseActor]

  /// Finds an actor by identifier.
  ///
  /// - Parameter id: the identifier.
  /// - Returns: the actor; `.notFound` is thrown where there is none.
  /// - Throws: `CasesError` when there is no such result.
  func actor(_ id: UserUID) async throws(CasesError) -> CaseActor

  /// Finds the actor that stands for one of some name.
  ///
  /// - Parameter name: the whole name.
  /// - Returns: the parent of the actor with this name, or that actor where there is no parent.
  /// - Throws: `CasesError` when there is no such result.
  func parent(ofActorNamed name: String) async throws(CasesError) -> CaseActor

  /// Fetches one page of the file events that fit a query; `EventSearch` gives all of them.
  ///
  /// - Parameters:
  ///   - query: which events, in which order.
  ///   - pageSize: the most rows in a page, 1 to 10,000.
  ///   - token: what the page before gave for this one; the empty text for the first one.
  ///   - address: where the server takes the search; its version's terms must be the query's.
  /// - Returns: the events and what asks for the next page.
  /// - Throws: `CasesError` when there is no such result.
  func searchEvents(
    _ query: EventQuery, pageSize: Int, token: String, at address: EventSearchAddress
  ) async throws(CasesError) -> FoundEventPage
}

extension CaseOperations {
  /// Fetches events of a case, from all archives.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page of how many rows.
  /// - Returns: the events in the server's order.
  /// - Throws: `CasesError` when there is no such result.
  public func events(
    of number: CaseNumber, page: PageRequest
  ) async throws(CasesError) -> FileEventPage {
    try await events(of: number, page: page, archive: nil)
  }
}
