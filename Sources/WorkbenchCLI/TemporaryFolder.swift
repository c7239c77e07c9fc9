import FoundationEssentials
import Glibc

/// A folder that lasts as long as the program.
///
/// A program that is killed leaves its folder behind. So each folder holds a locked file, and the
/// next program removes the folders whose lock nobody holds any more.
struct TemporaryFolder {
  private static let prefix = "caseworkbench-demo-"

  /// The path of the folder.
  let path: String
  private let lock: Int32

  /// Makes a folder for the user's eyes only, and removes those that were left behind.
  ///
  /// - Parameter parent: where the folders lie.
  /// - Throws: `SystemError` where none can be made there.
  init(in parent: String) throws(SystemError) {
    Self.sweep(parent)
    path = try Self.makeUnique(in: parent)
    // The file gets its name once it is locked, so that nobody sees it unlocked.
    lock = unsafe open("\(path)/.lock", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0,
      unsafe rename("\(path)/.lock", "\(path)/lock") == 0
    else {
      let error = SystemError.last
      remove()
      throw error
    }
  }

  /// Removes the folder with all that is in it.
  func remove() {
    Self.remove(path)
    close(lock)
  }

  private static func makeUnique(in parent: String) throws(SystemError) -> String {
    var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    let path = unsafe template.withUnsafeMutableBufferPointer { template in
      unsafe template.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    guard let path else { throw .last }
    return path
  }

  private static func sweep(_ parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      var status = stat()
      guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
        status.st_uid == geteuid()
      else { continue }
      let file = unsafe open("\(path)/lock", O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { remove(path) }
      close(file)
    }
  }

  private static func remove(_ path: String) {
    // What cannot be removed is left to the next sweep.
    try? FileManager.default.removeItem(atPath: path)
  }
}
