import CaseWire

/// Words of this server for refusals on which the vendor's specification is silent.
extension ProblemWord {
  static let badCredentials = ProblemWord(rawValue: "UNAUTHORIZED")
  static let badGrantType = ProblemWord(rawValue: "INVALID_GRANT_TYPE")
  static let notFound = ProblemWord(rawValue: "NOT_FOUND")
  static let caseHasChanged = ProblemWord(rawValue: "CASE_HAS_CHANGED")
  static let noSuchUser = ProblemWord(rawValue: "NO_SUCH_USER")
  static let methodNotAllowed = ProblemWord(rawValue: "METHOD_NOT_ALLOWED")
  static let invalidBody = ProblemWord(rawValue: "INVALID_BODY")
  static let invalidRequest = ProblemWord(rawValue: "INVALID_REQUEST")
  static let bodyTooLarge = ProblemWord(rawValue: "BODY_TOO_LARGE")
  static let invalidStatus = ProblemWord(rawValue: "INVALID_STATUS")
  static let invalidSortKey = ProblemWord(rawValue: "INVALID_SORT_KEY")
  static let invalidSortDirection = ProblemWord(rawValue: "INVALID_SORT_DIRECTION")
  static let invalidActive = ProblemWord(rawValue: "INVALID_ACTIVE")
  static let invalidIsAssigned = ProblemWord(rawValue: "INVALID_IS_ASSIGNED")
  static let tooManyEvents = ProblemWord(rawValue: "TOO_MANY_EVENTS")
  static let summaryUnavailable = ProblemWord(rawValue: "SUMMARY_UNAVAILABLE")
  static let storeBusy = ProblemWord(rawValue: "STORE_BUSY")
  static let internalError = ProblemWord(rawValue: "INTERNAL_ERROR")
}
