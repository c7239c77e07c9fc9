import Glibc

/// Which version of a file this is; each one that is put in its place has another.
struct FileIdentity: Hashable, Sendable {
  private let inode: UInt
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int

  /// Asks for a file of a folder; the result is nil where there is none.
  init?(of name: String, in folder: borrowing Descriptor) {
    var found = stat()
    guard unsafe fstatat(folder.number, name, &found, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    inode = UInt(found.st_ino)
    seconds = found.st_mtim.tv_sec
    nanoseconds = found.st_mtim.tv_nsec
    size = Int(found.st_size)
  }

  /// Whether this version was written before another one.
  func isOlder(than other: FileIdentity) -> Bool {
    (seconds, nanoseconds) < (other.seconds, other.nanoseconds)
  }
}
