public import CasesAPI
import CaseWire

extension Wording {
  /// An error in plain words: what was tried, what was answered, what to do.
  ///
  /// - Parameter error: the error.
  /// - Returns: one or two sentences.
  public static func text(_ error: CasesError) -> String {
    switch error {
    case .transport(_, let cause):
      text(cause)
    case .unauthorized:
      "The server does not accept the credentials; check them and start again."
    case .notFound(let operation):
      operation == .getCase || operation == .replaceCase
        ? "The server has no such case." : "The server has nothing of that name."
    case .refused(let operation, let status, let problem):
      problem.flatMap { meaning($0) }
        ?? refusal(of: operation, status, problem)
    case .unreadable(_, let status, let detail) where error.isOfSomethingBetween:
      "Something before the server answered in its place (status \(status)): \(detail)"
    case .unreadable(let operation, let status, let detail):
      "The answer to \(verb(operation)) cannot be read (status \(status)): \(detail)"
    }
  }

  /// An error in plain words, with the key that tries again where that can help.
  ///
  /// - Parameter error: the error.
  /// - Returns: one to three sentences.
  public static func offeringRetry(_ error: CasesError) -> String {
    canTryAgain(error) ? "\(text(error)) r tries again." : text(error)
  }

  /// That what is shown is being fetched because somebody asked for it.
  public static let fetchingAnew = "Fetching anew what is shown…"

  /// That what is shown could not be fetched anew, why, and the key that tries again where that can
  /// help.
  ///
  /// - Parameter error: the error.
  /// - Returns: two or three sentences.
  public static func stale(_ error: CasesError) -> String {
    canTryAgain(error)
      ? "From before; r tries again. \(text(error))" : "From before. \(text(error))"
  }

  /// That another list could not be fetched, so that what is shown is the one before, and why.
  ///
  /// - Parameter error: the error.
  /// - Returns: two or three sentences.
  public static func unfetched(_ error: CasesError) -> String {
    let retry = canTryAgain(error) ? " r tries again." : ""
    return "Not fetched; these are the rows of the list before.\(retry) \(text(error))"
  }

  /// Refused credentials are not sent again, and settings are read once, at the start.
  private static func canTryAgain(_ error: CasesError) -> Bool {
    switch error {
    case .unauthorized: false
    case .transport(_, let cause):
      cause.kind != .unidentified
        && ![.authoritiesUnreadable, .proxyWantsName, .proxyRefusesName].contains(cause.fault)
    case .notFound, .refused, .unreadable: true
    }
  }

  /// A pause before a request is sent again, such as `Waiting 10 s to list cases: rate limited`.
  ///
  /// - Parameter wait: the pause.
  /// - Returns: how long it is from its beginning, and why; no full stop.
  public static func text(_ wait: RequestWait) -> String {
    let reason =
      switch wait.reason {
      case .rateLimited: "rate limited"
      case .unavailable(let status): "the server is not available (status \(status))"
      case .notConnected: "the server cannot be reached"
      }
    let (seconds, rest) = wait.pause.components
    return "Waiting \(rest > 0 ? seconds + 1 : seconds) s to \(verb(wait.operation)): \(reason)"
  }

  /// A refusal of whose word no meaning is known, if it has one.
  private static func refusal(
    of operation: CasesOperation, _ status: Int, _ problem: Problem?
  ) -> String {
    switch (status, problem) {
    case (429, nil): "The server takes too many requests to \(verb(operation)) now (status 429)."
    case (502...503, nil):
      "The server is not there to \(verb(operation)) for now (status \(status))."
    case (504, nil), (524, nil):
      "The server did not \(verb(operation)) while a proxy waited for it (status \(status))."
    default:
      "The server refused to \(verb(operation)): status \(status)"
        + (problem.map { ", \($0.problem)" } ?? "")
        + (problem?.description.map { " (\($0))" } ?? "")
        + "."
    }
  }

  /// The field to which a refusal belongs.
  ///
  /// - Parameters:
  ///   - error: the error.
  ///   - changed: the fields that were changed.
  /// - Returns: nil where it belongs to the whole, or cannot be told.
  static func field(of error: CasesError, changed: [CaseField]) -> CaseField? {
    switch error.word {
    case .nameEmpty, .nameExists, .nameTooLong: .name
    case .descriptionTooLong: .description
    case .findingsTooLong: .findings
    case .invalidUser, .userValidationForbidden:
      named(by: error, among: changed.filter(\.isPerson))
    case .invalidCharacter:
      named(by: error, among: changed.filter { !$0.isPerson })
    default: nil
    }
  }

  /// The field that a refusal names, else the only one that it can mean.
  private static func named(by error: CasesError, among fields: [CaseField]) -> CaseField? {
    guard case .refused(_, _, let problem) = error else { return nil }
    let words = problem?.description?.lowercased() ?? ""
    let named = fields.filter { words.contains($0.rawValue) }
    return named.count == 1 ? named[0] : fields.count == 1 ? fields[0] : nil
  }

  private static func meaning(_ problem: Problem) -> String? {
    switch problem.problem {
    case .nameEmpty: "A case needs a name."
    case .nameExists: "Another case has this name; choose another one."
    case .nameTooLong: "The name is longer than \(CaseLimits.name) characters."
    case .descriptionTooLong:
      "The description is longer than \(CaseLimits.description) characters."
    case .findingsTooLong:
      "The findings are longer than \(grouped(CaseLimits.findings)) characters."
    case .invalidCharacter: "A text holds a character that the server does not take."
    case .invalidUser: "The server does not accept this user here."
    case .userValidationForbidden: "These credentials may not name users."
    case .noEditsOnceClosed, .caseIsClosed: "The case is closed and can never be changed again."
    case .noEditsOnceArchived: "The case is archived and can never be changed again."
    case .caseAlreadyHasEvent: "The case has this event already."
    case .noSuchCase: "The server has no such case."
    case .noSuchEvent: "The server knows no event of this id; check it and try again."
    case .caseEventLimitReached:
      "The case holds \(grouped(CaseLimits.events)) events, the most there can be."
    default: nil
    }
  }

  private static func verb(_ operation: CasesOperation) -> String {
    switch operation {
    case .signIn: "sign in"
    case .createCase: "make the case"
    case .listCases: "list cases"
    case .getCase: "show the case"
    case .replaceCase: "change the case"
    case .getHistory: "show the history"
    case .listEvents: "list the events"
    case .getEvent: "show the event"
    case .addEvent: "add the event"
    case .addEvents: "add the events"
    case .removeEvent: "remove the event"
    case .deleteCase: "delete the case"
    case .exportSummary: "make the summary"
    case .exportEvents: "make the list of events"
    case .exportArchive: "make the archive"
    case .searchEvents: "search events"
    case .getSourceFile: "get the captured file"
    case .findUsers, .getUser: "look up users"
    case .findActors, .getActor, .getParentActor: "look up people"
    }
  }
}
