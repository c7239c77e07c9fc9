import FoundationEssentials
import Glibc
import Threads

/// Several drafts of one name: this program writes on one of them at most.
extension DraftFolder {
  /// The drafts of a name that this program does not write on.
  ///
  /// - Parameter name: the name of the drafts.
  /// - Returns: those that can be read, in the order of their files.
  /// - Throws: `FileError` where the folder cannot be read.
  public func others(of name: String) throws(FileError) -> [Other] {
    let folder: Descriptor
    do throws(FileError) {
      folder = try locked()
    } catch .noFolder {
      return []
    }
    let mine = held.withLock { $0[name]?.file }
    var others: [Other] = []
    for file in try files() where Self.name(of: file) == name && file != mine {
      guard let identity = FileIdentity(of: file, in: folder), let value = read(file, in: folder)
      else { continue }
      seen.withLock { $0[file] = identity }
      others.append(Other(file: file, value: value))
    }
    return others
  }

  /// Looks again at the drafts that this program does not write on, of all names.
  ///
  /// - Returns: those that can be read, in the order of their files; and the names of drafts that
  ///   this program read and never wrote on, and that another one has dropped since.
  /// - Throws: `FileError` where the folder cannot be read.
  public func look() throws(FileError) -> (others: [Other], gone: [String]) {
    let mine = held.withLock { $0 }
    let folder: Descriptor
    do throws(FileError) {
      folder = try locked()
    } catch .noFolder {
      // Nobody drops a folder; what was read from it is all that there is of it, perhaps.
      return ([], [])
    }
    let there = try files()
    var others: [Other] = []
    for file in there {
      guard let identity = FileIdentity(of: file, in: folder) else { continue }
      // One that another program has written over is that program's.
      if let held = mine[Self.name(of: file)], held.file == file, held.identity == identity {
        continue
      }
      guard let value = read(file, in: folder) else { continue }
      seen.withLock { $0[file] = identity }
      others.append(Other(file: file, value: value))
    }
    let gone = mine.filter { $0.value.isAsRead && !there.contains($0.value.file) }
    return (others, gone.keys.sorted())
  }

  /// Writes on a draft from now on, in the place of the one that was written on, which stays.
  ///
  /// - Parameters:
  ///   - file: a file of this folder.
  ///   - name: the name of the draft.
  /// - Returns: what is kept in it; nil where it is gone, and all is as it was.
  /// - Throws: `FileError` where the folder cannot be read.
  public func takeUp(_ file: String, as name: String) throws(FileError) -> Value? {
    let folder = try locked()
    guard let identity = FileIdentity(of: file, in: folder), let value = read(file, in: folder)
    else { return nil }
    held.withLock { $0[name] = Held(file: file, identity: identity, isAsRead: true) }
    return value
  }

  /// Lets the draft that was written on be; what is kept under its name next has a file of its own.
  ///
  /// - Parameter name: the name of the draft.
  public func letGo(_ name: String) { held.withLock { $0[name] = nil } }

  /// Drops a draft that this program does not write on, unless it was written anew since it was
  /// read.
  ///
  /// - Parameter file: a file of this folder.
  /// - Throws: `FileError` where it is still there though it should not be.
  public func drop(file: String) throws(FileError) {
    let folder = try locked()
    guard let read = seen.withLock({ $0[file] }), FileIdentity(of: file, in: folder) == read else {
      return
    }
    guard unsafe unlinkat(folder.number, file, 0) == 0 || errno == ENOENT else {
      throw FileError(code: errno, path: "\(path)/\(file)")
    }
    folder.sync()
  }

  private func read(_ file: String, in folder: borrowing Descriptor) -> Value? {
    guard let bytes = try? folder.read(file, path: file) else { return nil }
    return try? JSONDecoder().decode(Value.self, from: Data(bytes))
  }
}

extension DraftFolder where Value: Equatable {
  /// Keeps a draft beside the one that is written on, in a file that nobody writes on.
  ///
  /// - Parameters:
  ///   - value: the draft; nothing happens where it lies there already.
  ///   - name: the name of the drafts.
  /// - Throws: `FileError` where it is not on the disk; all others are as they were.
  public func setAside(_ value: Value, as name: String) throws(FileError) {
    if try others(of: name).contains(where: { $0.value == value }) { return }
    _ = try write(value, as: name, over: nil)
  }
}
