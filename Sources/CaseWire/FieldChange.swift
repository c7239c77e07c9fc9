/// What a field of a case was and what it became (Cases API contract, § 8).
public struct FieldChange: Hashable, Codable, Sendable {
  /// The name of the field on the wire, known or not.
  public let field: String
  /// What it was: the whole text, or an identifier; nil for nothing.
  public let from: String?
  /// What it became.
  public let to: String?
  /// The user name of a person that it named.
  public let fromUsername: String?
  /// The user name of the person that it names now.
  public let toUsername: String?

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - field: the name of the field on the wire.
  ///   - from: what it was; nil for nothing.
  ///   - to: what it became.
  ///   - fromUsername: the user name of a person that it named.
  ///   - toUsername: the user name of the person that it names now.
  public init(
    _ field: String, from: String?, to: String?, fromUsername: String? = nil,
    toUsername: String? = nil
  ) {
    self.field = field
    self.from = from
    self.to = to
    self.fromUsername = fromUsername
    self.toUsername = toUsername
  }

  /// Reads a change; a value that is no text is taken as its JSON text.
  ///
  /// - Parameter decoder: where the object stands.
  /// - Throws: `DecodingError` where there is no name of a field.
  public init(from decoder: any Decoder) throws {
    let change = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String? {
      switch try change.decodeIfPresent(JSONValue.self, forKey: key) {
      case nil, .null: nil
      case .string(let text): text
      case let value?: String(decoding: try WireJSON.encode(value), as: UTF8.self)
      }
    }
    self.init(
      try change.decode(String.self, forKey: .field), from: try text(.from), to: try text(.to),
      fromUsername: try text(.fromUsername), toUsername: try text(.toUsername))
  }
}
