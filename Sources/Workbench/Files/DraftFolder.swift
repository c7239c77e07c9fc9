import FoundationEssentials
import Glibc
import Threads

/// Keeps what was typed on disk, one file a draft, until it is dropped.
///
/// Several programs may work in one folder. Each one writes over and drops only the files that it
/// wrote or read itself; where another one has written in the meantime, it takes a file of its own,
/// so that neither loses a word. Nobody but the user may read the folder.
///
/// All functions may be called from any thread; they wait for the disk.
public final class DraftFolder<Value: Codable & Sendable>: Sendable {
  /// What was found in the folder.
  public struct Contents: Sendable {
    /// The drafts by name; of several with one name the one written last.
    public var drafts: [String: Value] = [:]
    /// Further drafts of those names, left where they are.
    public var others: [Other] = []
    /// Files that could not be understood, set aside: their paths.
    public var broken: [String] = []
    /// Why others could not even be read; they are where they were.
    public var unread: [FileError] = []
  }

  /// A draft that this program does not write on.
  public struct Other: Sendable {
    /// Its file in the folder.
    public let file: String
    /// What is kept in it.
    public let value: Value
  }

  /// A file that belongs to this program.
  struct Held {
    var file: String
    var identity: FileIdentity
    /// Whether it is as it was read, so that all of it was on the disk before.
    var isAsRead = false
  }

  let path: String
  let held = Locked<[String: Held]>([:])
  /// The versions of other drafts that were read.
  let seen = Locked<[String: FileIdentity]>([:])

  /// Takes a folder, which need not exist.
  ///
  /// - Parameter path: the folder; it is made by the first draft that is kept.
  public init(path: String) { self.path = path }

  /// Keeps a draft, in the place of the one that was kept or read under its name.
  ///
  /// - Parameters:
  ///   - value: the draft.
  ///   - name: letters, digits, `-`, `_` and dots, not at the start.
  /// - Throws: `FileError` where it is not on the disk; then what was kept before still is.
  public func keep(_ value: Value, as name: String) throws(FileError) {
    let written = try write(value, as: name, over: held.withLock { $0[name] })
    held.withLock { $0[name] = written }
  }

  /// Writes a value over the file that is held, or into one of its own.
  ///
  /// - Returns: the file; nil where it is gone again.
  func write(_ value: Value, as name: String, over old: Held?) throws(FileError) -> Held? {
    try check(name)
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try JSONEncoder().encode(value))
    } catch {
      throw .system("\(path)/\(name).json", code: EINVAL)
    }
    try PrivateFolder.make(path)
    let folder = try locked()
    let file = free(name, held: old, in: folder)
    // Whoever has the folder is alone, so a temporary file in it is one of a program that died.
    let temporary = Self.temporary(file)
    folder.remove(temporary)
    try WholeFile.write(
      bytes, to: file, in: folder, temporary: temporary, path: "\(path)/\(file)",
      replacing: old?.file == file, isShared: false)
    return FileIdentity(of: file, in: folder).map { Held(file: file, identity: $0) }
  }

  /// Drops the draft that was kept or read under a name; one of another program stays.
  ///
  /// - Parameter name: the name of the draft.
  /// - Throws: `FileError` where it is still there though it should not be.
  public func drop(_ name: String) throws(FileError) {
    guard let old = held.withLock({ $0[name] }) else { return }
    let folder = try locked()
    if FileIdentity(of: old.file, in: folder) == old.identity {
      guard unsafe unlinkat(folder.number, old.file, 0) == 0 || errno == ENOENT else {
        throw FileError(code: errno, path: "\(path)/\(old.file)")
      }
      folder.sync()
    }
    held.withLock { $0[name] = nil }
  }

  /// Reads all drafts.
  ///
  /// A file that cannot be understood is given another name, so that it is never written over.
  ///
  /// - Returns: what was found; nothing where there is no folder.
  /// - Throws: `FileError` where the folder cannot be read.
  public func loadAll() throws(FileError) -> Contents {
    var contents = Contents()
    var found: [String: Held] = [:]
    let folder: Descriptor
    do throws(FileError) {
      folder = try locked()
    } catch .noFolder {
      var found = stat()
      if unsafe stat(path, &found) != 0, errno == ENOENT { return contents }
      throw .system(path, code: ENOTDIR)
    }
    for file in folder.names() where Self.isTemporary(file) { folder.remove(file) }
    for file in try files() {
      let name = Self.name(of: file)
      guard let identity = FileIdentity(of: file, in: folder) else { continue }
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try folder.read(file, path: "\(path)/\(file)")
      } catch {
        contents.unread.append(error)
        continue
      }
      guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else {
        contents.broken.append("\(path)/\(setAside(file, in: folder))")
        continue
      }
      if let other = found[name] {
        let isNewer = other.identity.isOlder(than: identity)
        let older = isNewer ? contents.drafts[name] : value
        if let older {
          contents.others.append(Other(file: isNewer ? other.file : file, value: older))
          seen.withLock { $0[isNewer ? other.file : file] = isNewer ? other.identity : identity }
        }
        guard isNewer else { continue }
      }
      contents.drafts[name] = value
      found[name] = Held(file: file, identity: identity, isAsRead: true)
    }
    held.withLock { $0 = found }
    return contents
  }

  private static func temporary(_ file: String) -> String { ".\(file).tmp" }
  private static func isTemporary(_ file: String) -> Bool {
    file.hasPrefix(".") && file.hasSuffix(".json.tmp")
  }

  /// The name under which a file keeps its draft; further ones of that name have a number.
  static func name(of file: String) -> String { String(file.dropLast(5).prefix { $0 != "~" }) }

  private func check(_ name: String) throws(FileError) {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
    guard isPlain, !name.isEmpty, name.utf8.count <= 100, !name.hasPrefix(".") else {
      throw .badName(name)
    }
  }

  /// Opens the folder and waits until no other program is at work in it.
  func locked() throws(FileError) -> Descriptor {
    let folder = try Descriptor.folder(path)
    // Others hold it for a blink, unless they were stopped within it.
    for _ in 0..<500 {
      if flock(folder.number, LOCK_EX | LOCK_NB) == 0 { return folder }
      guard [EINTR, EWOULDBLOCK].contains(errno) else { throw FileError(code: errno, path: path) }
      poll(nil, 0, 10)
    }
    throw .held(path)
  }

  /// The file for a draft: the one that is held, if it is still as this program left it or gone,
  /// else the first name that is free.
  private func free(_ name: String, held: Held?, in folder: borrowing Descriptor) -> String {
    if let held {
      let now = FileIdentity(of: held.file, in: folder)
      if now == nil || now == held.identity { return held.file }
    }
    var file = "\(name).json"
    var count = 1
    while FileIdentity(of: file, in: folder) != nil {
      count += 1
      file = "\(name)~\(count).json"
    }
    return file
  }

  private func setAside(_ file: String, in folder: borrowing Descriptor) -> String {
    var aside = "\(file).broken"
    var count = 1
    while FileIdentity(of: aside, in: folder) != nil {
      count += 1
      aside = "\(file).broken-\(count)"
    }
    let isMoved = unsafe renameat(folder.number, file, folder.number, aside) == 0
    return isMoved ? aside : file
  }

  /// The names of the files that hold drafts, in order.
  func files() throws(FileError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw FileError(code: errno, path: path) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".json"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
