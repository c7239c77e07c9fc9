/// The operations of the client, named in errors.
public enum CasesOperation: String, Hashable, Codable, Sendable {
  case signIn, createCase, listCases, getCase, replaceCase, listEvents, getEvent, addEvent
  case addEvents, removeEvent, deleteCase, exportSummary, exportEvents
  case exportArchive, getSourceFile, searchEvents, getHistory
  case findUsers, getUser, findActors, getActor, getParentActor
}
