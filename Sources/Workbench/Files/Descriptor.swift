import Glibc

/// An open file or folder, closed with its last use.
struct Descriptor: ~Copyable {
  /// The number that the system gave it.
  let number: Int32

  /// The most bytes of a file that is read as a whole.
  private static let mostBytes = 64 * 1_024 * 1_024

  private init(_ number: Int32) { self.number = number }

  /// Takes what a system call has opened; nil where it has failed.
  init?(opened number: Int32) {
    guard number >= 0 else { return nil }
    self.init(number)
  }

  deinit { _ = Glibc.close(number) }

  /// Opens a folder.
  ///
  /// - Parameter path: the folder.
  /// - Returns: the folder, open.
  /// - Throws: `FileError` with that path where it cannot be opened.
  static func folder(_ path: String) throws(FileError) -> Descriptor {
    let number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileError(code: errno, path: path) }
    return Descriptor(number)
  }

  /// Makes a file that was not there, to be written.
  ///
  /// - Parameters:
  ///   - name: its name in the folder.
  ///   - mode: who may do what, less what the umask takes.
  ///   - path: what an error is said to be about.
  /// - Returns: the file, open.
  /// - Throws: `FileError` where it cannot be made.
  borrowing func create(_ name: String, mode: mode_t, path: String) throws(FileError) -> Descriptor
  {
    let number = unsafe openat(
      number, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard number >= 0 else { throw FileError(code: errno, path: path) }
    return Descriptor(number)
  }

  /// Reads a whole file of the folder.
  ///
  /// - Parameters:
  ///   - name: its name in the folder.
  ///   - path: what an error is said to be about.
  /// - Returns: its bytes.
  /// - Throws: `FileError` where it cannot be read, is no plain file, or is larger than any of
  ///   ours.
  borrowing func read(_ name: String, path: String) throws(FileError) -> [UInt8] {
    // A pipe in the place of the file must not hold the program up.
    let opened = unsafe openat(number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard let file = Descriptor(opened: opened) else {
      throw errno == ELOOP ? .noFile(path) : FileError(code: errno, path: path)
    }
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0 else {
      throw FileError(code: errno, path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .noFile(path) }
    guard status.st_size <= Self.mostBytes else { throw .tooLarge(path) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(file.number, &part, part.count)
      if count > 0 {
        bytes += part[..<count]
        if bytes.count > Self.mostBytes { throw .tooLarge(path) }
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw FileError(code: errno, path: path)
      }
    }
  }

  /// Writes all bytes.
  ///
  /// - Parameters:
  ///   - bytes: what is written.
  ///   - path: what an error is said to be about.
  /// - Throws: `FileError` where any part of it failed.
  borrowing func append(_ bytes: [UInt8], path: String) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileError(code: errno, path: path)
      }
    }
  }

  /// Makes sure that what was written is on the disk.
  ///
  /// - Parameter path: what an error is said to be about.
  /// - Throws: `FileError` where any part of it failed.
  borrowing func secure(path: String) throws(FileError) {
    // File systems over a network tell only here, and not at each write, that the disk is full.
    guard fsync(number) == 0 else { throw FileError(code: errno, path: path) }
  }

  /// Makes the file empty again.
  ///
  /// - Parameter path: what an error is said to be about.
  /// - Throws: `FileError` where it cannot be done.
  borrowing func clear(path: String) throws(FileError) {
    guard ftruncate(number, 0) == 0, lseek(number, 0, SEEK_SET) == 0 else {
      throw FileError(code: errno, path: path)
    }
  }

  /// The names in the folder, in no order; those that can be read.
  borrowing func names() -> [String] {
    // A descriptor of its own, since the stream takes it over and moves in it.
    let opened = unsafe openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return [] }
    guard let stream = unsafe fdopendir(opened) else {
      _ = Glibc.close(opened)
      return []
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      names.append(
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
          unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  /// Removes a file of the folder, where it is.
  borrowing func remove(_ name: String) { _ = unsafe unlinkat(number, name, 0) }

  /// Makes sure that the names in the folder are on the disk; not all file systems can, and then
  /// there is nothing more to do.
  borrowing func sync() { _ = fsync(number) }
}
