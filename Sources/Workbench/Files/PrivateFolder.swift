import Glibc

/// Folders that nobody but the user may read.
enum PrivateFolder {
  /// Makes a folder and those above it, where they are not there.
  ///
  /// - Parameter path: the folder.
  /// - Throws: `FileError` where it cannot be made.
  static func make(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      guard unsafe mkdir(made, 0o700) == 0 || errno == EEXIST || errno == EISDIR else {
        // A folder that may not be made may still be there, as with a file system mounted
        // read-only.
        let code = errno
        if unsafe access(made, F_OK) == 0 { continue }
        throw FileError(code: code, path: path)
      }
    }
    _ = unsafe chmod(path, 0o700)
  }
}
