public import CaseWire

/// Why the embedded server could not do what it was asked to do.
public enum ServerError: Error, Hashable, Sendable {
  /// The request is against the rules of the Cases API; nothing was changed.
  case refused(Problem)
  /// The database failed, with SQLite's extended result code; the change was undone as a whole.
  case database(code: Int, message: String)
  /// The folder for the data cannot be made or used.
  case folder(path: String, reason: String)
  /// The database cannot be opened; the reason tells what to do, and nothing was written.
  case unusable(path: String, reason: String)
  /// The data was written by a newer version of the program.
  case newerSchema(found: Int, known: Int)
  /// The address cannot be listened on.
  case listening(address: String, reason: String)
  /// The library for random numbers and hashes cannot be used.
  case noRandomNumbers
}

extension ServerError: CustomStringConvertible {
  /// The error in one plain sentence without a full stop.
  public var description: String {
    switch self {
    case .refused(let problem):
      problem.description.map { "\(problem.problem): \($0)" } ?? problem.problem.rawValue
    case .database(let code, let message):
      "the database failed: \(message) (\(code))"
        + (DatabaseAdvice.advice(code).map { "; \($0)" } ?? "")
    case .folder(let path, let reason): "\(path) cannot hold the data: \(reason)"
    case .unusable(let path, let reason): "the cases in \(path) cannot be opened: \(reason)"
    case .newerSchema(let found, let known):
      "the data is of version \(found), this program knows versions up to \(known); "
        + "nothing was changed, open it with the newer program"
    case .listening(let address, let reason): "cannot listen on \(address): \(reason)"
    case .noRandomNumbers: "the library for random numbers cannot be used"
    }
  }
}
