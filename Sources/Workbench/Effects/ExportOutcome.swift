public import CasesAPI

/// What became of a file.
public enum ExportOutcome: Hashable, Codable, Sendable {
  /// It lies there, complete.
  case saved(path: String, bytes: Int)
  /// There is a file of that name, and it was left alone.
  case exists
  /// It could not be fetched; nothing was written.
  case notFetched(CasesError)
  /// It could not be written; the text says why.
  case notWritten(String)
}
