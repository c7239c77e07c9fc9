/// A file that has come whole.
public struct DownloadedFile: Hashable, Sendable {
  /// How many bytes it has.
  public let byteCount: Int
  /// The name that the server proposes; untrusted, never to be used as a path.
  public let proposedName: String?

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - byteCount: how many bytes it has.
  ///   - proposedName: the name that the server proposes.
  public init(byteCount: Int, proposedName: String?) {
    self.byteCount = byteCount
    self.proposedName = proposedName
  }
}
