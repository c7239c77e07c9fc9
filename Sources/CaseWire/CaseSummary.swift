/// A case as a list shows it: all but the long texts (Cases API contract, § 1.2).
public struct CaseSummary: Hashable, Codable, Sendable {
  /// The number that names the case.
  public let number: CaseNumber
  /// The unique name, 1 to 50 characters.
  public var name: String
  /// When the case was made.
  public var createdAt: Timestamp
  /// When the case was last changed.
  public var updatedAt: Timestamp
  /// Where the case stands.
  public var status: CaseStatus
  /// The person who is investigated.
  public var subject: UserUID?
  /// The name of that person, filled in by the server.
  public var subjectUsername: String?
  /// The analyst in charge.
  public var assignee: UserUID?
  /// The name of that analyst, filled in by the server.
  public var assigneeUsername: String?
  /// Who made the case.
  public var createdByUserUid: UserUID?
  /// The name of who made the case.
  public var createdByUsername: String?
  /// Who changed the case last.
  public var lastModifiedByUserUid: UserUID?
  /// The name of who changed the case last.
  public var lastModifiedByUsername: String?
  /// When the server will delete the events of the case for good, where it says so.
  public var archivalTime: Timestamp?

  /// Makes a row of a list.
  ///
  /// - Parameters:
  ///   - number: the number that names the case.
  ///   - name: the unique name.
  ///   - createdAt: when the case was made.
  ///   - updatedAt: when the case was last changed.
  ///   - status: where the case stands.
  public init(
    number: CaseNumber, name: String, createdAt: Timestamp, updatedAt: Timestamp,
    status: CaseStatus = .open
  ) {
    self.number = number
    self.name = name
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.status = status
  }

  /// Reads a row; a status that is null or absent is an unknown one without a word, and a case
  /// without a time of its last change was never changed since it was made.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: CodingKeys.self)
    let number = try row.decode(CaseNumber.self, forKey: .number)
    let name = try row.decode(String.self, forKey: .name)
    let createdAt = try row.decode(Timestamp.self, forKey: .createdAt)
    self.init(
      number: number,
      name: name,
      createdAt: createdAt,
      updatedAt: try row.decodeIfPresent(Timestamp.self, forKey: .updatedAt) ?? createdAt,
      status: try row.decodeIfPresent(CaseStatus.self, forKey: .status)
        ?? CaseStatus(rawValue: ""))
    subject = try row.decodeIfPresent(UserUID.self, forKey: .subject)
    subjectUsername = try row.decodeIfPresent(String.self, forKey: .subjectUsername)
    assignee = try row.decodeIfPresent(UserUID.self, forKey: .assignee)
    assigneeUsername = try row.decodeIfPresent(String.self, forKey: .assigneeUsername)
    createdByUserUid = try row.decodeIfPresent(UserUID.self, forKey: .createdByUserUid)
    createdByUsername = try row.decodeIfPresent(String.self, forKey: .createdByUsername)
    lastModifiedByUserUid = try row.decodeIfPresent(UserUID.self, forKey: .lastModifiedByUserUid)
    lastModifiedByUsername = try row.decodeIfPresent(
      String.self, forKey: .lastModifiedByUsername)
    archivalTime = try row.decodeIfPresent(Timestamp.self, forKey: .archivalTime)
  }
}
