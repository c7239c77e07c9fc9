/// What came back from the editor.
public enum ExternalEditOutcome: Hashable, Codable, Sendable {
  /// The content of the file, whatever it is.
  case text(String)
  /// The editor ended with an error, or there is nothing that can be read; the text says why.
  case failed(String)
}
