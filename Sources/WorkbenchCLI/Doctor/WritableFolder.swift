import Glibc

/// Whether a folder can be written, before anything is written there.
enum WritableFolder {
  /// Looks at a folder, or at the one in which it would be made.
  ///
  /// - Parameter path: the folder.
  /// - Returns: why it cannot be written; nil where it can.
  static func problem(_ path: String) -> String? {
    var folder = path
    var status = stat()
    while unsafe stat(folder, &status) != 0 {
      guard errno == ENOENT, let slash = folder.lastIndex(of: "/"), folder != "/" else {
        return "\(folder.quoted): \(SystemError.last.text)"
      }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    if status.st_mode & S_IFMT != S_IFDIR {
      return "\(folder.quoted): \(SystemError(ENOTDIR).text)"
    }
    return unsafe access(folder, W_OK | X_OK) == 0
      ? nil : "\(folder.quoted): \(SystemError.last.text)"
  }
}
