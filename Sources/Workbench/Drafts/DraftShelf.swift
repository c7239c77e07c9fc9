import FoundationEssentials
import Glibc

/// The drafts of one folder as they lie on the disk, each file by itself, for whoever looks at them
/// without working on them.
///
/// Nothing is claimed or set aside, so a workbench that is open on the folder is not disturbed.
public struct DraftShelf: Sendable {
  /// One draft on the disk.
  public struct Entry: Sendable {
    /// The name of its file without the ending; `~2` and so on where a case has several.
    public let name: String
    /// What was written.
    public let draft: Draft
    /// The size of the file in bytes.
    public let size: Int
    /// The file.
    public let path: String
    /// Which version of the file was read.
    let identity: FileIdentity
  }

  /// What was found in the folder.
  public struct Contents: Sendable {
    /// The drafts in the order of their names.
    public var entries: [Entry] = []
    /// Files that cannot be read or understood: their paths.
    public var broken: [String] = []
  }

  private let path: String

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: the folder of the drafts of one server.
  public init(path: String) { self.path = path }

  /// Reads every draft, several of one case included.
  ///
  /// - Returns: what was found; nothing where there is no folder.
  /// - Throws: `FileError` where the folder cannot be read.
  public func load() throws(FileError) -> Contents {
    var contents = Contents()
    let source = DraftFolder<Draft>(path: path)
    let folder: Descriptor
    do throws(FileError) {
      folder = try source.locked()
    } catch .noFolder {
      return contents
    }
    for file in try source.files() {
      let whole = "\(path)/\(file)"
      guard let identity = FileIdentity(of: file, in: folder) else { continue }
      guard let bytes = try? folder.read(file, path: whole),
        let draft = try? JSONDecoder().decode(Draft.self, from: Data(bytes))
      else {
        contents.broken.append(whole)
        continue
      }
      contents.entries.append(
        Entry(
          name: String(file.dropLast(5)), draft: draft, size: bytes.count, path: whole,
          identity: identity))
    }
    return contents
  }

  /// Removes a draft, unless it was written anew since it was read.
  ///
  /// - Parameter entry: a draft of this folder.
  /// - Returns: whether it is gone; false where there is newer text in it, which stays.
  /// - Throws: `FileError` where it is still there though it should not be.
  public func drop(_ entry: Entry) throws(FileError) -> Bool {
    let folder = try DraftFolder<Draft>(path: path).locked()
    let file = "\(entry.name).json"
    guard let now = FileIdentity(of: file, in: folder) else { return true }
    guard now == entry.identity else { return false }
    guard unsafe unlinkat(folder.number, file, 0) == 0 || errno == ENOENT else {
      throw FileError(code: errno, path: entry.path)
    }
    folder.sync()
    return true
  }
}
