import FoundationEssentials
import Glibc

/// The file in which a text is edited by a program of the user's own.
///
/// It lies in a folder for the user's eyes only, under a name that tells what it is. What was
/// written into it stays there until the text is safe elsewhere; a note beside it, locked for as
/// long as this value lives, tells a later workbench what it belongs to.
public struct EditorFile: ~Copyable, Sendable {
  /// What the name of a note ends with, behind that of its file.
  static let noteEnding = ".json"

  /// The folder of the file.
  private let folder: String
  /// Where the file lies.
  public let path: String
  private var lock: Descriptor?

  /// Names the file of a text, by a name that no file has: one that is there holds words that an
  /// earlier editor left.
  ///
  /// - Parameters:
  ///   - edit: the text.
  ///   - folder: the folder, which need not exist.
  public init(_ edit: ExternalEdit, in folder: String) {
    self.folder = folder
    let paths = (1...).lazy.map { "\(folder)/\(edit.fileName($0))" }
    path =
      paths.first { path in
        ![path, path + Self.noteEnding].contains(where: FileManager.default.fileExists(atPath:))
      } ?? "\(folder)/\(edit.fileName(1))"
  }

  /// The folder of the files of editors, beside the drafts, which they will become.
  ///
  /// - Parameter drafts: the folder of the drafts of one server.
  /// - Returns: the folder, which need not exist.
  public static func folder(beside drafts: String) -> String { "\(drafts)/editor" }

  /// Writes the text, and what it belongs to.
  ///
  /// - Parameter loan: what is lent.
  /// - Throws: `FileError` where it cannot be written.
  public mutating func write(_ loan: EditorLoan) throws(FileError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .notAllowed(folder)
    }
    // The mode of a folder that was there already is not ours to trust.
    guard unsafe chmod(folder, 0o700) == 0 else { throw FileError(code: errno, path: folder) }
    try ExportFile(path: path, home: nil).write(Array(loan.edit.text.utf8), replacing: false)
    do throws(FileError) {
      try Self.note(loan, of: path, replacing: false)
    } catch {
      remove()
      throw error
    }
    let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC
    lock = Descriptor(opened: unsafe open(path + Self.noteEnding, flags))
    if let number = lock?.number { _ = flock(number, LOCK_EX | LOCK_NB) }
  }

  /// Writes what a file belongs to.
  static func note(
    _ loan: EditorLoan, of path: String, replacing: Bool
  ) throws(FileError) {
    guard let bytes = try? JSONEncoder().encode(loan) else { throw .system(path, code: EINVAL) }
    try ExportFile(path: path + noteEnding, home: nil).write(Array(bytes), replacing: replacing)
  }

  /// Whether the editor left a file.
  public var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  /// Reads what the editor left; editors that write another file in its place are no trouble.
  ///
  /// - Returns: the text; nil where the file is gone or holds no UTF-8.
  public func read() -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  /// Removes the file, once its text is safe elsewhere.
  public func remove() {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: path + Self.noteEnding)
  }
}
