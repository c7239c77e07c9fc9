import Glibc

/// Which file a path leads to; another one in its place has another mark.
struct FileMark: Hashable, Sendable {
  private let device: UInt
  private let inode: UInt

  /// Looks at a file; the result is nil where there is none.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}
