/// The body of a PUT: a case is always replaced whole (Cases API contract, § 1).
public struct CaseReplacement: Hashable, Sendable {
  /// The five fields that analysts write.
  public var content: CaseContent
  /// Where the case shall stand.
  public var status: CaseStatus

  /// Makes the body of a PUT.
  ///
  /// - Parameters:
  ///   - content: the five fields that analysts write.
  ///   - status: where the case shall stand.
  public init(content: CaseContent, status: CaseStatus) {
    self.content = content
    self.status = status
  }
}

extension CaseReplacement: Codable {
  private enum StatusKey: String, CodingKey {
    case status
  }

  /// Reads the flat object.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` naming the field that is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    content = try CaseContent(from: decoder)
    status = try decoder.container(keyedBy: StatusKey.self).decode(CaseStatus.self, forKey: .status)
  }

  /// Writes all six keys, nulls included.
  ///
  /// - Parameter encoder: where the object goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try content.encode(to: encoder)
    var container = encoder.container(keyedBy: StatusKey.self)
    try container.encode(status, forKey: .status)
  }
}
