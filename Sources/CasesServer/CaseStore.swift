public import CaseWire

/// Where the embedded server keeps its data.
///
/// Every function is one transaction and may be called from any thread; a change that returns is
/// kept, whatever happens to the process afterwards. Other processes may use the same data at the
/// same time. Texts arrive checked and trimmed; what depends on the data is checked here: names
/// that are taken, people and events that are unknown, cases that are settled.
public protocol CaseStore: Sendable {
  /// Finds a user by identifier.
  ///
  /// - Parameter uid: the identifier.
  /// - Returns: the user, or nil.
  /// - Throws: `ServerError.database` when the store fails.
  func user(_ uid: UserUID) throws(ServerError) -> UserRecord?

  /// Lists users by name.
  ///
  /// - Parameters:
  ///   - name: the name that the users must have, whatever its case; nil for all.
  ///   - page: which page.
  /// - Returns: the users of the page and how many there are in all.
  /// - Throws: `ServerError.database` when the store fails.
  func users(
    named name: String?, page: PageRequest
  ) throws(ServerError) -> (users: [UserRecord], totalCount: Int)

  /// Lists users by the ends of their names, in the order of their names.
  ///
  /// - Parameters:
  ///   - prefix: how the names begin, whatever their case; empty for all.
  ///   - suffix: how the names end, whatever their case; empty for all.
  ///   - page: which page.
  /// - Returns: the users of the page.
  /// - Throws: `ServerError.database` when the store fails.
  func users(
    startingWith prefix: String, endingWith suffix: String, page: PageRequest
  ) throws(ServerError) -> [User]

  /// Takes a new user.
  ///
  /// - Parameters:
  ///   - user: the user.
  ///   - time: when the user was made.
  /// - Returns: the user that has the name now: the one that was there before, or the new one.
  /// - Throws: `ServerError.database` when the store fails.
  func addUser(_ user: User, at time: Timestamp) throws(ServerError) -> User

  /// Finds an API client.
  ///
  /// - Parameter id: the identifier.
  /// - Returns: the client, or nil.
  /// - Throws: `ServerError.database` when the store fails.
  func client(_ id: String) throws(ServerError) -> ClientRecord?

  /// Takes a new API client.
  ///
  /// - Parameter client: the client; its user is there already.
  /// - Throws: `ServerError.database` when the store fails.
  func addClient(_ client: ClientRecord) throws(ServerError)

  /// Lists cases.
  ///
  /// - Parameter query: which cases, in which order, which page.
  /// - Returns: the rows as JSON objects; none behind the last page.
  /// - Throws: `ServerError.database` when the store fails.
  func cases(_ query: CaseListQuery) throws(ServerError) -> RowPage

  /// Finds a case.
  ///
  /// - Parameter number: the number of the case.
  /// - Returns: the case, or nil.
  /// - Throws: `ServerError.database` when the store fails.
  func findCase(_ number: CaseNumber) throws(ServerError) -> Case?

  /// Makes a case.
  ///
  /// - Parameters:
  ///   - content: its five fields.
  ///   - stamp: who makes it, and when.
  /// - Returns: the case.
  /// - Throws: `ServerError.refused` with `NAME_EXISTS` or `INVALID_USER`.
  func createCase(_ content: CaseContent, _ stamp: ChangeStamp) throws(ServerError) -> Case

  /// Replaces the fields of a case.
  ///
  /// A case that becomes archived loses its events for good, in the same transaction.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - content: its five fields.
  ///   - status: where it shall stand; nil leaves it where it stands.
  ///   - condition: the states in which it may be changed; nil for all.
  ///   - stamp: who changes it, and when.
  /// - Returns: the case; unchanged, its times too, where nothing differs.
  /// - Throws: `ServerError.refused` with `NO_SUCH_CASE`, `NO_EDITS_ONCE_CLOSED`,
  ///   `NO_EDITS_ONCE_ARCHIVED`, `CASE_HAS_CHANGED`, `NAME_EXISTS` or `INVALID_USER`.
  func replaceCase(
    _ number: CaseNumber, _ content: CaseContent, status: CaseStatus?, if condition: IfMatch?,
    _ stamp: ChangeStamp
  ) throws(ServerError) -> Case

  /// Lists what was changed of a case, the newest change first.
  ///
  /// Every change of a case and its events is noted in the transaction that makes it; a case that
  /// is older than the history has only what was changed since.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page.
  /// - Returns: the rows as JSON objects, or nil where there is no such case.
  /// - Throws: `ServerError.database` when the store fails.
  func history(of number: CaseNumber, page: PageRequest) throws(ServerError) -> RowPage?

  /// Deletes a case in whatever state, with its history; its number is never given again.
  ///
  /// - Parameter number: the number of the case.
  /// - Throws: `ServerError.refused` with `NO_SUCH_CASE`.
  func deleteCase(_ number: CaseNumber) throws(ServerError)

  /// Lists the events of a case by time, then by identifier.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - page: which page.
  /// - Returns: the rows as JSON objects, or nil where there is no such case.
  /// - Throws: `ServerError.database` when the store fails.
  func events(of number: CaseNumber, page: PageRequest) throws(ServerError) -> RowPage?

  /// Finds an event of a case.
  ///
  /// - Parameters:
  ///   - id: the identifier of the event.
  ///   - number: the number of the case.
  /// - Returns: its whole document, or nil where there is no such case or event in it.
  /// - Throws: `ServerError.database` when the store fails.
  func event(_ id: EventID, of number: CaseNumber) throws(ServerError) -> [UInt8]?

  /// Goes through a case's events, by time, then by identifier.
  ///
  /// - Parameters:
  ///   - number: the number of the case.
  ///   - body: is given one event after the other: its row and its whole document, both JSON.
  /// - Returns: false where there is no such case.
  /// - Throws: `ServerError.database` when the store fails.
  func eachEvent(
    of number: CaseNumber, _ body: (_ row: [UInt8], _ document: [UInt8]) -> Void
  ) throws(ServerError) -> Bool

  /// Adds events to a case, all of them or none.
  ///
  /// - Parameters:
  ///   - ids: the identifiers, each once.
  ///   - number: the number of the case.
  ///   - isLenient: whether events that are in the case already are passed over.
  ///   - stamp: who adds them, and when; the case is stamped where an event was added.
  /// - Throws: `ServerError.refused` with `NO_SUCH_CASE`, `CASE_IS_CLOSED`, `NO_SUCH_EVENT`,
  ///   `CASE_ALREADY_HAS_EVENT` or `CASE_EVENT_LIMIT_REACHED`.
  func addEvents(
    _ ids: [EventID], to number: CaseNumber, isLenient: Bool, _ stamp: ChangeStamp
  ) throws(ServerError)

  /// Removes an event from a case.
  ///
  /// - Parameters:
  ///   - id: the identifier of the event.
  ///   - number: the number of the case.
  ///   - stamp: who removes it, and when.
  /// - Throws: `ServerError.refused` with `NO_SUCH_CASE`, `CASE_IS_CLOSED` or `NO_SUCH_EVENT`.
  func removeEvent(
    _ id: EventID, from number: CaseNumber, _ stamp: ChangeStamp
  ) throws(ServerError)

  /// Loads rows within one transaction, if no case was ever made in the store.
  ///
  /// - Parameter body: gives the rows to the loader; it may not keep it.
  /// - Returns: false where nothing was loaded, since the store is in use.
  /// - Throws: what the body throws; nothing is loaded then.
  func loadIfEmpty(
    _ body: (any CaseLoader) throws(ServerError) -> Void
  ) throws(ServerError) -> Bool
}
