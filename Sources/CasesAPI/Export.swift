/// A file that the server made.
public struct Export: Hashable, Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The name that the server proposes; untrusted, never to be used as a path.
  public let proposedName: String?

  /// Makes a file.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file.
  ///   - proposedName: the name that the server proposes.
  public init(bytes: [UInt8], proposedName: String?) {
    self.bytes = bytes
    self.proposedName = proposedName
  }
}
