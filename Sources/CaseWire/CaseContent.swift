/// The five fields that analysts write; the body of a POST that makes a case.
///
/// Every field is written, blank ones as an explicit null: a field that is left out is set to null
/// by the server all the same (Cases API guide, "Update an existing case").
public struct CaseContent: Hashable, Codable, Sendable {
  /// The unique name, 1 to 50 characters.
  public var name: String
  /// What the case is about, up to 250 characters.
  public var description: String?
  /// What the analysts found, Markdown, up to 30,000 characters.
  public var findings: String?
  /// The person who is investigated.
  public var subject: UserUID?
  /// The analyst in charge.
  public var assignee: UserUID?

  /// Makes the writable part of a case.
  ///
  /// - Parameters:
  ///   - name: the unique name.
  ///   - description: what the case is about.
  ///   - findings: what was found.
  ///   - subject: the person who is investigated.
  ///   - assignee: the analyst in charge.
  public init(
    name: String, description: String? = nil, findings: String? = nil,
    subject: UserUID? = nil, assignee: UserUID? = nil
  ) {
    self.name = name
    self.description = description
    self.findings = findings
    self.subject = subject
    self.assignee = assignee
  }

  /// Writes all five keys, nulls included.
  ///
  /// - Parameter encoder: where the object goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(description, forKey: .description)
    try container.encode(findings, forKey: .findings)
    try container.encode(subject, forKey: .subject)
    try container.encode(assignee, forKey: .assignee)
  }
}
