import Glibc

/// Unfinished files that programs left behind which were killed.
enum Leftovers {
  private static let beginning = ".caseworkbench-"
  private static let ending = ".tmp"

  /// A name for an unfinished file that no other file has.
  static func name() -> String {
    "\(beginning)\(String(UInt64.random(in: 0 ... .max), radix: 36))\(ending)"
  }

  /// Removes those of a folder that belong to the user and to no program that lives.
  ///
  /// A program holds the lock of its file for as long as it has it under such a name, so a lock
  /// that can be had means that nobody is left who wants the file. What cannot be removed is left.
  ///
  /// - Parameter folder: the folder.
  static func remove(from folder: borrowing Descriptor) {
    for name in folder.names() where name.hasPrefix(beginning) && name.hasSuffix(ending) {
      let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      guard let file = Descriptor(opened: unsafe openat(folder.number, name, flags)) else {
        continue
      }
      var opened = stat()
      guard unsafe fstat(file.number, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG,
        opened.st_uid == geteuid(), flock(file.number, LOCK_EX | LOCK_NB) == 0
      else { continue }
      // The name may have gone over to another file since.
      var named = stat()
      guard unsafe fstatat(folder.number, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
        named.st_ino == opened.st_ino, named.st_dev == opened.st_dev
      else { continue }
      folder.remove(name)
    }
  }
}
