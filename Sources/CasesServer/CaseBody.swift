import CaseWire

/// The body of a POST or PUT of a case, checked against the rules of texts (contract, § 2 and § 8).
struct CaseBody: Hashable {
  /// The five fields; the name is trimmed.
  let content: CaseContent
  /// Where the case shall stand; nil where the body does not say.
  let status: CaseStatus?

  /// Reads and checks a body.
  ///
  /// - Parameter bytes: the body.
  /// - Throws: `Refusal` with the word of the first rule that is broken.
  init(_ bytes: [UInt8]) throws(Refusal) {
    let body = try Self.object(bytes)
    let name = TextFolding.trimmed(try Self.text("name", body) ?? "")
    let description = try Self.text("description", body)
    let findings = try Self.text("findings", body)
    guard !name.isEmpty else { throw Refusal(400, .nameEmpty, "a case must have a name") }
    try Self.check(name, CaseLimits.name, .nameTooLong, "name")
    try Self.check(description, CaseLimits.description, .descriptionTooLong, "description")
    try Self.check(findings, CaseLimits.findings, .findingsTooLong, "findings")
    content = CaseContent(
      name: name, description: description, findings: findings,
      subject: try Self.user("subject", body), assignee: try Self.user("assignee", body))
    status = try Self.status(body)
  }

  /// Reads a body that must be one JSON object.
  static func object(_ bytes: [UInt8]) throws(Refusal) -> JSONNode {
    let node: JSONNode
    do {
      node = try JSONReader.read(bytes)
    } catch {
      switch error {
      case .character(let place):
        throw Refusal(400, .invalidCharacter, "the text at byte \(place) is no Unicode text")
      case .syntax(let place):
        throw Refusal(400, .invalidBody, "the body is no JSON from byte \(place) on")
      case .twice:
        throw Refusal(400, .invalidBody, "an object has two members of the same name")
      }
    }
    guard case .object = node else {
      throw Refusal(400, .invalidBody, "the body must be a JSON object")
    }
    return node
  }

  private static func text(_ name: String, _ body: JSONNode) throws(Refusal) -> String? {
    switch body[name] {
    case nil, .null: return nil
    case .string(let text):
      try checkCharacters(text, name)
      return text
    default: throw Refusal(400, .invalidBody, "\(name) must be text or null")
    }
  }

  private static func user(_ name: String, _ body: JSONNode) throws(Refusal) -> UserUID? {
    switch body[name] {
    case nil, .null: return nil
    case .string(let text):
      try checkCharacters(text, name)
      return TextFolding.trimmed(text).isEmpty ? nil : UserUID(text)
    case .number(let digits) where digits.utf8.allSatisfy { (48...57).contains($0) }:
      return UserUID(digits)
    default: throw Refusal(400, .invalidBody, "\(name) must be text, a whole number or null")
    }
  }

  private static func status(_ body: JSONNode) throws(Refusal) -> CaseStatus? {
    switch body["status"] {
    case nil, .null: return nil
    case .string(let word):
      let status = CaseStatus(rawValue: word)
      if [.open, .closed, .archived].contains(status) { return status }
    default: break
    }
    throw Refusal(400, .invalidStatus, "status must be OPEN, CLOSED or ARCHIVED")
  }

  private static func checkCharacters(_ text: String, _ name: String) throws(Refusal) {
    // Tab, line feed and carriage return are the only controls that belong into a text.
    guard text.utf8.allSatisfy({ $0 >= 32 || $0 == 9 || $0 == 10 || $0 == 13 }) else {
      throw Refusal(400, .invalidCharacter, "\(name) holds a control character")
    }
  }

  private static func check(
    _ text: String?, _ limit: Int, _ word: ProblemWord, _ name: String
  ) throws(Refusal) {
    // As many bytes as the limit hold no more scalars than that.
    guard let text, text.utf8.count > limit, text.unicodeScalars.count > limit else { return }
    throw Refusal(400, word, "\(name) is longer than \(limit) characters")
  }
}
