import Glibc

/// Files that have no name until all of them is there.
extension Descriptor {
  /// What open(2) calls `O_TMPFILE`, a macro that Swift does not see.
  private static let hasNoName: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Makes a file of this folder that has no name, to be written.
  ///
  /// - Parameter mode: who may do what, less what the umask takes.
  /// - Returns: the file; nil where the file system has no such files, or nothing could give it a
  ///   name afterwards.
  borrowing func createNameless(mode: mode_t) -> Descriptor? {
    let flags = O_WRONLY | Self.hasNoName | O_CLOEXEC
    guard let file = Descriptor(opened: unsafe openat(number, ".", flags, mode)),
      unsafe access(file.linkPath, F_OK) == 0
    else { return nil }
    return file
  }

  /// Gives this file, which has no name, one that no other file has.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - folder: the folder in which it was made.
  ///   - path: what an error is said to be about.
  /// - Throws: `FileError` where it has not got it.
  borrowing func link(
    as name: String, in folder: borrowing Descriptor, path: String
  ) throws(FileError) {
    // The way by /proc, since an empty path needs privileges on older kernels.
    guard unsafe linkat(AT_FDCWD, linkPath, folder.number, name, AT_SYMLINK_FOLLOW) == 0 else {
      throw FileError(code: errno, path: path)
    }
  }

  /// Marks the file as one of a program that lives; not all file systems can, which is as good.
  borrowing func lock() { _ = flock(number, LOCK_EX | LOCK_NB) }

  private var linkPath: String { "/proc/self/fd/\(number)" }
}
