/// A case with its long texts (Cases API contract, § 1.2).
///
/// On the wire it is one flat object: the fields of the summary, then `description` and `findings`.
public struct Case: Hashable, Sendable {
  /// What a list shows of the case.
  public var summary: CaseSummary
  /// What the case is about, up to 250 characters.
  public var description: String?
  /// What the analysts found, Markdown, up to 30,000 characters.
  public var findings: String?

  /// Makes a case.
  ///
  /// - Parameters:
  ///   - summary: what a list shows of it.
  ///   - description: what it is about.
  ///   - findings: what was found.
  public init(summary: CaseSummary, description: String? = nil, findings: String? = nil) {
    self.summary = summary
    self.description = description
    self.findings = findings
  }

  /// The number that names the case.
  public var number: CaseNumber { summary.number }

  /// The five fields that analysts write.
  public var content: CaseContent {
    CaseContent(
      name: summary.name, description: description, findings: findings,
      subject: summary.subject, assignee: summary.assignee)
  }
}

extension Case: Codable {
  private enum TextKey: String, CodingKey {
    case description, findings
  }

  /// Reads the flat object; fields that are not known are passed over.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    summary = try CaseSummary(from: decoder)
    let texts = try decoder.container(keyedBy: TextKey.self)
    description = try texts.decodeIfPresent(String.self, forKey: .description)
    findings = try texts.decodeIfPresent(String.self, forKey: .findings)
  }

  /// Writes the flat object.
  ///
  /// - Parameter encoder: where the object goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var texts = encoder.container(keyedBy: TextKey.self)
    try texts.encode(description, forKey: .description)
    try texts.encode(findings, forKey: .findings)
  }
}
