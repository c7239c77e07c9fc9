import CaseWire
import Locking

/// Writes drafts to disk, one at a time, the newest of a case last.
///
/// All functions may be called from any thread; they wait for the disk.
public final class DraftKeeper: Sendable {
  private let folder: DraftFolder<Draft>
  /// When the text that is on disk was typed.
  ///
  /// The lock is held while the disk is written, so that an older text that comes late is seen to
  /// be older.
  private let written = Locked<[DraftKey: Timestamp]>([:])

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: the folder of the drafts of one server.
  public init(path: String) { folder = DraftFolder(path: path) }

  /// Writes a draft, unless a newer one of the same case is on disk already.
  ///
  /// - Parameter draft: what was written.
  /// - Throws: `FileError` where it is not on disk; then what was kept before still is.
  public func keep(_ draft: Draft) throws(FileError) {
    try written.withLock { written throws(FileError) in
      // A cancelled order was replaced by a newer one, or by the end of the draft.
      guard !Task.isCancelled, written[draft.key].map({ $0 <= draft.changedAt }) ?? true else {
        return
      }
      try folder.keep(draft, as: draft.key.fileName)
      written[draft.key] = draft.changedAt
    }
  }

  /// Removes a draft.
  ///
  /// - Parameter key: what it was for.
  /// - Throws: `FileError` where it is still on disk.
  public func drop(_ key: DraftKey) throws(FileError) {
    try written.withLock { written throws(FileError) in
      try folder.drop(key.fileName)
      written[key] = nil
    }
  }

  /// Reads all drafts.
  ///
  /// - Returns: the drafts, and a sentence for each thing that the user should know.
  /// - Throws: `FileError` where the folder cannot be read.
  public func loadAll() throws(FileError) -> (drafts: [Draft], troubles: [String]) {
    let contents = try folder.loadAll()
    let troubles =
      contents.broken.map(Wording.draftUnreadable) + contents.others.map(Wording.otherDraft)
    return (contents.drafts.values.sorted { $0.changedAt < $1.changedAt }, troubles)
  }
}
