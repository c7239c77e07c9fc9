import CaseWire

/// An answer that ends a request early: a status with the problem in its body.
struct Refusal: Error, Hashable {
  let status: Int
  let problem: Problem
  var headers: HTTPHeaders = [:]

  /// Refuses with a word and a sentence about it.
  init(_ status: Int, _ word: ProblemWord, _ description: String? = nil) {
    self.status = status
    problem = Problem(word, description: description)
  }

  /// Refuses for what a store said.
  ///
  /// - Parameters:
  ///   - error: what the store said.
  ///   - missing: the words that answer 404 here; a condition that does not fit answers 412, all
  ///     others answer 400.
  init(_ error: ServerError, missing: Set<ProblemWord>) {
    switch error {
    case .refused(let problem) where problem.problem == .caseHasChanged:
      status = 412
      self.problem = problem
    case .refused(let problem):
      status = missing.contains(problem.problem) ? 404 : 400
      self.problem = problem
    case .database(let code, _) where code & 255 == 5:
      status = 503
      problem = Problem(.storeBusy, description: "try again in a moment")
      headers["Retry-After"] = "1"
    default:
      // What the database says may hold texts of the request, so it does not go out.
      status = 500
      problem = Problem(.internalError, description: Self.description(of: error))
    }
  }

  private static func description(of error: ServerError) -> String {
    if case .unusable = error { return "the database of the server was moved or removed" }
    guard case .database(let code, _) = error else { return "the server could not do this" }
    // The lower byte is the kind of the error.
    return switch code & 255 {
    case 8: "the server may not write to its database"
    case 10: "the disk of the server failed"
    case 11, 26: "the database of the server is damaged"
    case 13: "there is no room left on the disk of the server"
    default: "the server could not do this"
    }
  }

  /// The answer.
  var response: HTTPResponse {
    var writer = JSONWriter()
    writer.raw("{\"problem\":")
    writer.text(problem.problem.rawValue)
    writer.raw(",\"description\":")
    writer.text(problem.description)
    writer.raw("}")
    var response = HTTPResponse(status: status, headers: headers, body: writer.bytes)
    response.headers["Content-Type"] = "application/json"
    return response
  }
}
