/// Keeps what a session leaves on disk; nobody but the user may read it.
///
/// All functions may be called from any thread; they wait for the disk.
public final class SessionKeeper: Sendable {
  private static let name = "session"
  private let folder: DraftFolder<SessionMemory>

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: a folder that holds nothing else.
  public init(path: String) { folder = DraftFolder(path: path) }

  /// Writes what a session leaves.
  ///
  /// - Parameter memory: what it leaves.
  /// - Throws: `FileError` where it is not on disk; then what was kept before still is.
  public func keep(_ memory: SessionMemory) throws(FileError) {
    try folder.keep(memory, as: Self.name)
  }

  /// Reads what the last session left.
  ///
  /// - Returns: nil where there is nothing, or nothing that can be understood.
  public func load() -> SessionMemory? {
    do throws(FileError) {
      return try folder.loadAll().drafts[Self.name]
    } catch {
      // What cannot be read is missed by nobody: the session begins as a first one.
      return nil
    }
  }
}
