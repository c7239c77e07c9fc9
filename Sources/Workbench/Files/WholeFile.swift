import Glibc

/// Writes a file so that under its name there is the whole of it or what was there before.
enum WholeFile {
  /// Writes a file of a folder.
  ///
  /// The bytes go into a temporary file beside it, which takes the name when they are on the disk.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds.
  ///   - name: its name in the folder.
  ///   - folder: the folder.
  ///   - temporary: the name of the temporary file, which is gone afterwards.
  ///   - path: what an error is said to be about.
  ///   - replacing: whether a file of that name may be replaced.
  /// - Throws: `FileError` where it was not written; then what was there is as it was.
  static func write(
    _ bytes: [UInt8], to name: String, in folder: borrowing Descriptor, temporary: String,
    path: String, replacing: Bool
  ) throws(FileError) {
    let file = try folder.create(temporary, mode: 0o600, path: path)
    do throws(FileError) {
      try file.store(bytes, path: path)
    } catch {
      folder.remove(temporary)
      throw error
    }
    try publish(temporary, as: name, in: folder, path: path, replacing: replacing)
  }

  /// Gives a temporary file that is on the disk its name.
  ///
  /// - Parameters:
  ///   - temporary: the name of the temporary file, which is gone afterwards.
  ///   - name: the name that it takes.
  ///   - folder: the folder of both.
  ///   - path: what an error is said to be about.
  ///   - replacing: whether a file of that name may be replaced.
  /// - Throws: `FileError` where it has not taken it; then what was there is as it was.
  static func publish(
    _ temporary: String, as name: String, in folder: borrowing Descriptor, path: String,
    replacing: Bool
  ) throws(FileError) {
    do throws(FileError) {
      if replacing {
        guard unsafe renameat(folder.number, temporary, folder.number, name) == 0 else {
          throw FileError(code: errno, path: path)
        }
      } else {
        try give(name, to: temporary, in: folder, path: path)
        folder.remove(temporary)
      }
    } catch {
      folder.remove(temporary)
      throw error
    }
    folder.sync()
  }

  /// Gives a file a second name that no other file has, in one step that no other program can
  /// come between.
  private static func give(
    _ name: String, to temporary: String, in folder: borrowing Descriptor, path: String
  ) throws(FileError) {
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
