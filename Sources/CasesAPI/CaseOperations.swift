public import CaseWire

/// What the workbench asks of a Cases API; `CasesClient` does it over HTTP, tests do it as they like.
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
  /// - Returns: the case as the server keeps it.
  /// - Throws: `CasesError` when there is no such result.
  func replace(
    _ number: CaseNumber, with replacement: CaseReplacement
  ) async throws(CasesError) -> Case

  /// Fetches events of a case.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page of how many rows.
  /// - Returns: the events in the server's order.
  /// - Throws: `CasesError` when there is no such result.
  func events(
    of number: CaseNumber, page: PageRequest
  ) async throws(CasesError) -> FileEventPage

  /// Fetches all that is known about one event of a case.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  /// - Returns: the event as the server sends it.
  /// - Throws: `CasesError` when there is no such result.
  func event(_ event: EventID, of number: CaseNumber) async throws(CasesError) -> JSONValue

  /// Adds an event to a case.
  ///
  /// - Parameters:
  ///   - event: the identifier of the event.
  ///   - number: the number of the case.
  /// - Throws: `CasesError` when there is no such result.
  func add(_ event: EventID, to number: CaseNumber) async throws(CasesError)

  /// Fetches the summary of a case as PDF.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the file.
  /// - Throws: `CasesError` when there is no such result.
  func summaryPDF(of number: CaseNumber) async throws(CasesError) -> Export

  /// Fetches the events of a case as CSV.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the file.
  /// - Throws: `CasesError` when there is no such result.
  func eventCSV(of number: CaseNumber) async throws(CasesError) -> Export

  /// Finds users by their exact name.
  ///
  /// - Parameter name: the user name.
  /// - Returns: who has the name; empty where nobody has.
  /// - Throws: `CasesError` when there is no such result.
  func users(named name: String) async throws(CasesError) -> [User]
}
