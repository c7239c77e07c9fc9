/// The word by which a server says why it refused (Cases API contract, § 2).
public struct ProblemWord: RawRepresentable, Hashable, Codable, Sendable {
  /// The word on the wire.
  public let rawValue: String

  /// Makes a word, known or not.
  ///
  /// - Parameter rawValue: the word on the wire.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The name is missing or blank.
  public static let nameEmpty = ProblemWord(rawValue: "NAME_EMPTY")
  /// Another case has the name.
  public static let nameExists = ProblemWord(rawValue: "NAME_EXISTS")
  /// The name is longer than 50 characters.
  public static let nameTooLong = ProblemWord(rawValue: "NAME_TOO_LONG")
  /// The description is longer than 250 characters.
  public static let descriptionTooLong = ProblemWord(rawValue: "DESCRIPTION_TOO_LONG")
  /// The findings are longer than 30,000 characters.
  public static let findingsTooLong = ProblemWord(rawValue: "FINDINGS_TOO_LONG")
  /// A text holds a character that is not allowed.
  public static let invalidCharacter = ProblemWord(rawValue: "INVALID_CHAR_IN_REQUEST")
  /// The subject or the assignee is no known user.
  public static let invalidUser = ProblemWord(rawValue: "INVALID_USER")
  /// The client may not look users up.
  public static let userValidationForbidden = ProblemWord(rawValue: "USER_VALIDATION_FORBIDDEN")
  /// The case is closed.
  public static let noEditsOnceClosed = ProblemWord(rawValue: "NO_EDITS_ONCE_CLOSED")
  /// The case is archived.
  public static let noEditsOnceArchived = ProblemWord(rawValue: "NO_EDITS_ONCE_ARCHIVED")
  /// The number of the page is not a positive whole number.
  public static let invalidPageNumber = ProblemWord(rawValue: "INVALID_PAGE_NUMBER")
  /// The size of the page is out of range.
  public static let invalidPageSize = ProblemWord(rawValue: "INVALID_PAGE_SIZE")
  /// The interval of time cannot be read or ends before it starts.
  public static let invalidTimeInterval = ProblemWord(rawValue: "INVALID_TIME_INTERVAL")
  /// Events of a closed case cannot be added or removed.
  public static let caseIsClosed = ProblemWord(rawValue: "CASE_IS_CLOSED")
  /// The event is in the case already.
  public static let caseAlreadyHasEvent = ProblemWord(rawValue: "CASE_ALREADY_HAS_EVENT")
  /// There is no case of that number.
  public static let noSuchCase = ProblemWord(rawValue: "NO_SUCH_CASE")
  /// There is no event of that identifier.
  public static let noSuchEvent = ProblemWord(rawValue: "NO_SUCH_EVENT")
  /// The case holds as many events as a case may.
  public static let caseEventLimitReached = ProblemWord(rawValue: "CASE_EVENT_LIMIT_REACHED")
}

extension ProblemWord: CustomStringConvertible {
  /// The word on the wire.
  public var description: String { rawValue }
}
