import Threads

/// Keeps one value on disk, such as a triage session; nobody but the user may read it.
///
/// All functions may be called from any thread; they wait for the disk.
public final class ValueKeeper<Value: Codable & Sendable>: Sendable {
  private let name: String
  private let folder: DraftFolder<Value>
  /// How often the value was written.
  ///
  /// The lock is held while the disk is written, so that an older value never comes after a newer.
  private let writes = Locked(0)

  /// Takes a folder, which need not exist.
  ///
  /// - Parameters:
  ///   - path: a folder that holds nothing else.
  ///   - name: what the file is called, without its ending.
  public init(path: String, name: String) {
    self.name = name
    folder = DraftFolder(path: path)
  }

  /// Writes the value, unless the calling task was cancelled, as by a newer value.
  ///
  /// - Parameter value: the value.
  /// - Throws: `FileError` where it is not on disk; then what was kept before still is.
  public func keep(_ value: Value) throws(FileError) {
    try writes.withLock { writes throws(FileError) in
      guard !Task.isCancelled else { return }
      try folder.keep(value, as: name)
      writes += 1
    }
  }

  /// Removes the value.
  ///
  /// - Throws: `FileError` where it is still on disk.
  public func drop() throws(FileError) { try folder.drop(name) }

  /// Reads the value that was left.
  ///
  /// - Returns: nil where there is none, or none that can be understood.
  /// - Throws: `FileError` where the folder cannot be read.
  public func load() throws(FileError) -> Value? { try folder.loadAll().drafts[name] }
}
