public import CaseWire

/// Why an operation has no result.
public enum CasesError: Error, Hashable, Codable, Sendable {
  /// No answer came.
  case transport(CasesOperation, TransportError)
  /// The server refused; the problem is nil where the body does not say why.
  case refused(CasesOperation, status: Int, Problem?)
  /// What was asked for does not exist: status 404.
  case notFound(CasesOperation)
  /// The credentials are not accepted: status 401, also with a fresh token.
  case unauthorized(CasesOperation)
  /// The answer came but cannot be read; the text says where and shows its beginning.
  case unreadable(CasesOperation, status: Int, String)

  /// Which operation has no result.
  public var operation: CasesOperation {
    switch self {
    case .transport(let operation, _), .refused(let operation, _, _), .notFound(let operation),
      .unauthorized(let operation), .unreadable(let operation, _, _):
      operation
    }
  }

  /// The word by which the server refused, if it did and said one.
  public var word: ProblemWord? {
    if case .refused(_, _, let problem) = self { return problem?.problem }
    return nil
  }
}
