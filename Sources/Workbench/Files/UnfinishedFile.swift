import Glibc

/// A file that is being written and has not got its name yet.
///
/// Where the file system can have files without a name, it is one: nothing is left of it should the
/// process be killed. Elsewhere, and for the blink in which it takes the place of another file, it
/// lies in its folder under a name that tells what it is, locked for as long as its process lives.
struct UnfinishedFile: ~Copyable {
  /// The file, open to be written.
  let file: Descriptor
  /// Its name until it gets the right one.
  private let temporary: String
  private var isNamed: Bool

  /// Makes an empty file that nobody but the user may read.
  ///
  /// - Parameters:
  ///   - folder: the folder that it is to lie in.
  ///   - temporary: its name there, where it must have one; no other file may have it.
  ///   - path: what an error is said to be about.
  ///   - isShared: whether others look for what dead programs left there, by `Leftovers`.
  ///   - isNamed: whether it must have a name from the start.
  /// - Throws: `FileError` where it cannot be made.
  init(
    in folder: borrowing Descriptor, temporary: String, path: String, isShared: Bool = true,
    isNamed: Bool = false
  ) throws(FileError) {
    let nameless = isNamed ? nil : folder.createNameless(mode: 0o600)
    self.isNamed = nameless == nil
    self.temporary = temporary
    file =
      switch consume nameless {
      case .some(let file): file
      case .none: try Self.create(temporary, in: folder, path: path, isShared: isShared)
      }
    if isShared { file.lock() }
  }

  /// Makes a file that has a name.
  private static func create(
    _ temporary: String, in folder: borrowing Descriptor, path: String, isShared: Bool
  ) throws(FileError) -> Descriptor {
    guard isShared else { return try folder.create(temporary, mode: 0o600, path: path) }
    // Whoever looks for leftovers must never find it unlocked, so it takes their name when it is.
    let first = temporary + ".new"
    let file = try folder.create(first, mode: 0o600, path: path)
    file.lock()
    guard unsafe renameat(folder.number, first, folder.number, temporary) == 0 else {
      let error = FileError(code: errno, path: path)
      folder.remove(first)
      throw error
    }
    return file
  }

  /// Gives the file its name, once all of it is on the disk.
  ///
  /// - Parameters:
  ///   - name: the name that it takes.
  ///   - folder: its folder.
  ///   - path: what an error is said to be about.
  ///   - replacing: whether a file of that name may be replaced.
  /// - Throws: `FileError` where it has not taken it; then what was there is as it was, and nothing
  ///   is left of this file.
  consuming func publish(
    as name: String, in folder: borrowing Descriptor, path: String, replacing: Bool
  ) throws(FileError) {
    if replacing {
      try replace(name, in: folder, path: path)
    } else if isNamed {
      try give(name, in: folder, path: path)
    } else {
      try file.link(as: name, in: folder, path: path)
    }
    folder.sync()
  }

  /// Gives the file up; nothing is left of it.
  ///
  /// - Parameter folder: its folder.
  consuming func discard(in folder: borrowing Descriptor) {
    if isNamed { folder.remove(temporary) }
  }

  /// Takes the place of another file, if there is one.
  private mutating func replace(
    _ name: String, in folder: borrowing Descriptor, path: String
  ) throws(FileError) {
    if !isNamed {
      try file.link(as: temporary, in: folder, path: path)
      isNamed = true
    }
    guard unsafe renameat(folder.number, temporary, folder.number, name) == 0 else {
      let error = FileError(code: errno, path: path)
      folder.remove(temporary)
      throw error
    }
  }

  /// Takes a name that no other file has, in one step that no other program can come between.
  private func give(
    _ name: String, in folder: borrowing Descriptor, path: String
  ) throws(FileError) {
    defer { folder.remove(temporary) }
    if unsafe linkat(folder.number, temporary, folder.number, name, 0) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else {
      throw FileError(code: errno, path: path)
    }
    // A file system without links, such as that of a memory stick. A file that must be new takes
    // the name first; in between, nobody else can have it.
    _ = try folder.create(name, mode: 0o600, path: path)
    guard unsafe renameat(folder.number, temporary, folder.number, name) == 0 else {
      let error = FileError(code: errno, path: path)
      folder.remove(name)
      throw error
    }
  }
}
