/// The body of a refusal (Cases API contract, § 2).
public struct Problem: Hashable, Codable, Sendable {
  /// The word that says why.
  public var problem: ProblemWord
  /// A sentence about it, where the server has one.
  public var description: String?

  private enum CodingKeys: String, CodingKey {
    case problem, description
  }

  /// Makes the body of a refusal.
  ///
  /// - Parameters:
  ///   - problem: the word that says why.
  ///   - description: a sentence about it.
  public init(_ problem: ProblemWord, description: String? = nil) {
    self.problem = problem
    self.description = description
  }

  /// Writes both keys, a null included.
  ///
  /// - Parameter encoder: where the object goes.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(problem, forKey: .problem)
    try container.encode(description, forKey: .description)
  }
}
