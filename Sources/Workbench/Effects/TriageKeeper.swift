/// Keeps the triage session of one server on disk until all of it is settled.
///
/// All functions may be called from any thread; they wait for the disk.
public final class TriageKeeper: Sendable {
  private static let name = "triage"
  private let folder: DraftFolder<TriageSession>

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: a folder that holds nothing else.
  public init(path: String) { folder = DraftFolder(path: path) }

  /// Writes a session.
  ///
  /// - Parameter session: the session.
  /// - Throws: `FileError` where it is not on disk; then what was kept before still is.
  public func keep(_ session: TriageSession) throws(FileError) {
    try folder.keep(session, as: Self.name)
  }

  /// Removes the session.
  ///
  /// - Throws: `FileError` where it is still on disk.
  public func drop() throws(FileError) { try folder.drop(Self.name) }

  /// Reads the session that was left.
  ///
  /// - Returns: nil where there is none, or none that can be understood.
  /// - Throws: `FileError` where the folder cannot be read.
  public func load() throws(FileError) -> TriageSession? {
    try folder.loadAll().drafts[Self.name]
  }
}
