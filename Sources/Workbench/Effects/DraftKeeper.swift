import CaseWire
import Threads

/// Writes drafts to disk, one at a time, the newest of a case last.
///
/// All functions may be called from any thread; they wait for the disk.
public final class DraftKeeper: Sendable {
  private let folder: DraftFolder<Draft>
  private let leftEdits: LeftEdits
  /// How often something was written or removed.
  ///
  /// The lock is held while the disk is written, so that an order that was replaced is seen to be.
  /// The times of drafts tell nothing of their order, since a clock may be put back.
  private let works = Locked(0)

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: the folder of the drafts of one server.
  public init(path: String) {
    folder = DraftFolder(path: path)
    leftEdits = LeftEdits(path: EditorFile.folder(beside: path))
  }

  /// Writes a draft, unless the calling task was cancelled, as by a newer draft of the same case.
  ///
  /// - Parameter draft: what was written.
  /// - Throws: `FileError` where it is not on disk; then what was kept before still is.
  public func keep(_ draft: Draft) throws(FileError) {
    try works.withLock { works throws(FileError) in
      // A cancelled order was replaced by a newer one, or by the end of the draft.
      guard !Task.isCancelled else { return }
      try folder.keep(draft, as: draft.key.fileName)
      works += 1
    }
  }

  /// Writes a draft beside the one of the same case that is written on.
  ///
  /// - Parameter draft: what was written.
  /// - Returns: the drafts of the case that are not written on.
  /// - Throws: `FileError` where it is not on disk; all others are as they were.
  public func setAside(_ draft: Draft) throws(FileError) -> [DraftEntry] {
    try works.withLock { works throws(FileError) in
      works += 1
      let name = draft.key.fileName
      try folder.setAside(draft, as: name)
      return try folder.others(of: name).map { DraftEntry($0.value, file: $0.file) }
    }
  }

  /// Removes a draft.
  ///
  /// - Parameter key: what it was for.
  /// - Throws: `FileError` where it is still on disk.
  public func drop(_ key: DraftKey) throws(FileError) {
    try works.withLock { works throws(FileError) in
      try folder.drop(key.fileName)
      works += 1
    }
  }

  /// Reads all drafts; what editors left becomes drafts first.
  ///
  /// - Returns: the drafts that are written on from now on, further ones of the same cases, and a
  ///   sentence for each thing that the user should know.
  /// - Throws: `FileError` where the folder cannot be read.
  public func loadAll() throws(FileError) -> (
    drafts: [Draft], others: [DraftEntry], troubles: [String]
  ) {
    leftEdits.takeUp { draft throws(FileError) in _ = try setAside(draft) }
    let contents = try folder.loadAll()
    return (
      contents.drafts.values.sorted { $0.changedAt < $1.changedAt },
      contents.others.map { DraftEntry($0.value, file: $0.file) },
      contents.unread.map(Wording.draftUnread) + contents.broken.map(Wording.draftUnreadable)
    )
  }

  /// Looks again at what other programs keep.
  ///
  /// - Returns: the drafts that are not written on here, and the file names of those that were read
  ///   here and are gone since.
  /// - Throws: `FileError` where the folder cannot be read.
  public func look() throws(FileError) -> (others: [DraftEntry], gone: [String]) {
    try works.withLock { _ throws(FileError) in
      let found = try folder.look()
      return (found.others.map { DraftEntry($0.value, file: $0.file) }, found.gone)
    }
  }

  /// Chooses among several drafts of a case.
  ///
  /// - Parameters:
  ///   - choice: what is done.
  ///   - key: what they are for.
  ///   - waiting: what was typed into the one that was written on, and is not on disk yet.
  /// - Returns: the draft that is written on from now on, if there is one, and the others.
  /// - Throws: `FileError` where the disk does not follow; nothing is lost then.
  public func choose(
    _ choice: DraftChoice, for key: DraftKey, waiting: Draft?
  ) throws(FileError) -> (current: Draft?, others: [DraftEntry]) {
    try works.withLock { works throws(FileError) in
      works += 1
      let name = key.fileName
      if let waiting { try folder.keep(waiting, as: name) }
      var current = waiting
      switch choice {
      case .takeUp(let file):
        current = try folder.takeUp(file, as: name)
        // Nobody writes on one then, so that what was written on is not written over.
        if current == nil { folder.letGo(name) }
      case .startAfresh:
        folder.letGo(name)
        current = nil
      case .drop(let file): try folder.drop(file: file)
      }
      return (current, try folder.others(of: name).map { DraftEntry($0.value, file: $0.file) })
    }
  }
}
