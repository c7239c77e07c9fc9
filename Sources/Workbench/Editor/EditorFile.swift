import FoundationEssentials
import Glibc

/// The file in which a text is edited by a program of the user's own.
///
/// It lies in a folder for the user's eyes only, under a name that tells what it is. What was
/// written into it stays there until the text is safe elsewhere.
public struct EditorFile: Sendable {
  /// The folder of the file.
  private let folder: String
  /// Where the file lies.
  public let path: String

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
      paths.first { !FileManager.default.fileExists(atPath: $0) } ?? "\(folder)/\(edit.fileName(1))"
  }

  /// Writes the text.
  ///
  /// - Parameter text: the text.
  /// - Throws: `FileError` where it cannot be written.
  public func write(_ text: String) throws(FileError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .notAllowed(folder)
    }
    // The mode of a folder that was there already is not ours to trust.
    guard unsafe chmod(folder, 0o700) == 0 else { throw FileError(code: errno, path: folder) }
    try ExportFile(path: path, home: nil).write(Array(text.utf8), replacing: false)
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
  public func remove() { try? FileManager.default.removeItem(atPath: path) }
}
