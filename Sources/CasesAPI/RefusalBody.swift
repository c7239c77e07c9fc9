import CaseWire

/// The body of a refusal in the shapes that servers have been seen to send.
struct RefusalBody: Decodable {
  private let problem: String?
  private let description: String?
  private let message: String?
  private let problems: [SearchProblem]?

  /// A problem of a search for events.
  private struct SearchProblem: Decodable {
    let type: String
    let description: String?
  }

  /// The first problem of a search that failed, `{"problems": [{"type", "description"}]}`.
  private var searchProblem: Problem? {
    problems?.first.map { Problem(ProblemWord(rawValue: $0.type), description: $0.description) }
  }

  /// Reads why a server refused (Cases API contract, § 2).
  ///
  /// Besides `{"problem", "description"}` there is an older shape whose `message` is the word, and
  /// that of searches with a list of problems.
  ///
  /// - Parameter bytes: the body of the refusal, of whatever kind.
  /// - Returns: nil where the body does not say why.
  static func problem(in bytes: [UInt8]) -> Problem? {
    guard let body = try? WireJSON.decode(RefusalBody.self, from: bytes) else { return nil }
    if let word = body.problem, !word.isEmpty {
      return Problem(ProblemWord(rawValue: word), description: body.description)
    }
    if let word = body.message, isWord(word) {
      return Problem(ProblemWord(rawValue: word), description: body.description)
    }
    return body.searchProblem
  }

  /// Reads the refusal that some gateways put into an answer of success.
  ///
  /// Only problems count there, since a `message` may as well say that all is done.
  ///
  /// - Parameter bytes: the body of the answer, of whatever kind.
  /// - Returns: nil where the body states no problem.
  static func problem(inside bytes: [UInt8]) -> Problem? {
    guard let body = try? WireJSON.decode(RefusalBody.self, from: bytes) else { return nil }
    guard let word = body.problem, !word.isEmpty else { return body.searchProblem }
    return Problem(ProblemWord(rawValue: word), description: body.description)
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (65...90).contains($0) || $0 == 95 }
  }
}
