public import CaseWire
public import CasesAPI
import Glibc
import Threads

/// A file that is written while it comes over the network.
///
/// Under its name there is the whole of it, once it was kept, or what was there before. Until then
/// it has no name, or one beside it where the file system wants it, and is gone when this object
/// is. All functions may be called from any thread; they wait for the disk.
public final class DownloadFile: DownloadSink {
  private struct Part: ~Copyable {
    let folder: Descriptor
    let file: UnfinishedFile
    let name: String

    borrowing func use(
      _ body: (borrowing Descriptor) throws(FileError) -> Void
    ) throws(FileError) {
      try body(file.file)
    }

    consuming func keep(_ path: String, replacing: Bool) throws(FileError) {
      do throws(FileError) {
        try file.file.secure(path: path)
      } catch {
        file.discard(in: folder)
        throw error
      }
      try file.publish(as: name, in: folder, path: path, replacing: replacing)
    }

    consuming func discard() { file.discard(in: folder) }
  }

  /// The parts of the state that a lock guards; a class, since a file cannot be copied.
  private final class State {
    var part: Part?
    var failure: FileError?

    init(_ part: consuming Part) { self.part = consume part }
  }

  /// The file that it is to become.
  public let target: ExportFile
  private let replacing: Bool
  // The lock is held while the disk works: the file must not be closed meanwhile, and nobody but
  // who gives the download up can be waiting.
  private let state: Locked<State>

  /// Makes an empty file that has no name yet.
  ///
  /// - Parameters:
  ///   - target: the file that it is to become.
  ///   - replacing: whether a file of that name may be replaced.
  /// - Throws: `FileError.exists` where there is one and it may not, else what the system says.
  public convenience init(_ target: ExportFile, replacing: Bool) throws(FileError) {
    try self.init(target, replacing: replacing, isNamed: false)
  }

  /// Makes an empty file that has a name of its own meanwhile where it is told so, as on a file
  /// system that has no files without one.
  init(_ target: ExportFile, replacing: Bool, isNamed: Bool) throws(FileError) {
    let name = try target.name()
    let folder = try target.openFolder(for: name)
    // Told now, not when all has come; what comes about meanwhile is seen at the end.
    if !replacing, FileIdentity(of: name, in: folder) != nil { throw .exists(target.path) }
    Leftovers.remove(from: folder)
    let file = try UnfinishedFile(
      in: folder, temporary: Leftovers.name(), path: target.path, isNamed: isNamed)
    self.target = target
    self.replacing = replacing
    state = Locked(State(Part(folder: folder, file: file, name: name)))
  }

  deinit { discard() }

  /// Why a part of the file could not be written; nil where none failed.
  public var failure: FileError? { state.withLock { $0.failure } }

  /// Begins anew with an empty file.
  ///
  /// - Parameter head: the head of the answer.
  /// - Returns: false where the file was given up or cannot be written.
  public func begin(_ head: HTTPResponse) -> Bool {
    work { file throws(FileError) in try file.clear(path: target.path) }
  }

  /// Writes the next part.
  ///
  /// - Parameter part: the bytes.
  /// - Returns: false where the file was given up or cannot be written.
  public func take(_ part: [UInt8]) -> Bool {
    work { file throws(FileError) in try file.append(part, path: target.path) }
  }

  /// Gives the file its name, once all of it is on the disk.
  ///
  /// - Throws: `FileError.exists` where another file has got the name meanwhile, else what the
  ///   system says; in each case what was there is as it was, and nothing is left of this one.
  public func keep() throws(FileError) {
    try state.withLock { state throws(FileError) in
      guard let part = state.part.take() else {
        throw state.failure ?? .system(target.path, code: ECANCELED)
      }
      try part.keep(target.path, replacing: replacing)
    }
  }

  /// Gives the file up; nothing is left of it.
  public func discard() {
    state.withLock { state in
      guard let part = state.part.take() else { return }
      part.discard()
    }
  }

  private func work(_ body: (borrowing Descriptor) throws(FileError) -> Void) -> Bool {
    state.withLock { state in
      do throws(FileError) {
        return try state.part?.use(body) != nil
      } catch {
        state.failure = error
        return false
      }
    }
  }
}
