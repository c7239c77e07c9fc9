import Glibc

/// A file that only its owner may read, as it was read.
struct PrivateFile {
  /// The most bytes that a file of settings may have.
  static let mostBytes = 32 * 1_024

  /// The contents.
  let bytes: [UInt8]
  private let path: String
  private let status: stat

  /// Reads a file, whoever else can.
  ///
  /// - Parameter path: the file.
  /// - Returns: nil where there is no such file.
  /// - Throws: `SettingsError` where it cannot be read.
  static func open(_ path: String) throws(SettingsError) -> PrivateFile? {
    // A pipe in the place of the file must not hold the program up.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw SettingsError(file: path, reason: "cannot be read: \(SystemError.last.text)")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw SettingsError(file: path, reason: "cannot be read: \(SystemError.last.text)")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SettingsError(file: path, reason: "is no file")
    }
    return PrivateFile(bytes: try contents(of: descriptor, path), path: path, status: status)
  }

  /// Reads a file, and refuses one that others could have read or written.
  ///
  /// - Parameter path: the file.
  /// - Returns: its bytes; nil where there is no such file.
  /// - Throws: `SettingsError` where it cannot be read or is not private.
  static func read(_ path: String) throws(SettingsError) -> [UInt8]? {
    let file = try open(path)
    try file?.requirePrivate()
    return file?.bytes
  }

  /// Refuses a file that others could have read or written.
  ///
  /// - Throws: `SettingsError` with the command that mends it.
  func requirePrivate() throws(SettingsError) {
    guard status.st_uid == geteuid() || status.st_uid == 0 else {
      throw SettingsError(file: path, reason: "belongs to another user, so it is not trusted")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw SettingsError(
        file: path,
        reason: "is open to other users; run: chmod 600 \(Self.shellWord(path))")
    }
  }

  /// Puts a file in the place of an older one, whole or not at all, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - bytes: the contents.
  ///   - path: the file; a link is followed, so that it stays one.
  /// - Throws: `SettingsError` where it cannot be written; the older one is as it was then.
  static func write(_ bytes: [UInt8], to path: String) throws(SettingsError) {
    let target = resolved(path)
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { template in
      unsafe template.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else {
      throw SettingsError(file: path, reason: "cannot be written: \(SystemError.last.text)")
    }
    do throws(SystemError) {
      defer { close(descriptor) }
      try Console.write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw .last }
      guard unsafe rename(template, target) == 0 else { throw .last }
    } catch {
      unsafe unlink(template)
      throw SettingsError(file: path, reason: "cannot be written: \(error.text)")
    }
  }

  /// Makes a folder for private files, and those above it.
  ///
  /// - Parameter path: the folder.
  /// - Throws: `SettingsError` where it cannot be made.
  static func makeFolder(_ path: String) throws(SettingsError) {
    if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let number = errno
    guard number == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw SettingsError(file: path, reason: "cannot be made: \(SystemError(number).text)")
    }
    try makeFolder(String(path[..<slash]))
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw SettingsError(file: path, reason: "cannot be made: \(SystemError.last.text)")
    }
  }

  /// A text as one word of the shell.
  static func shellWord(_ text: String) -> String {
    let plain = text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0))
    }
    return plain && !text.isEmpty ? text : "'\(text.printable.replacing("'", with: "'\\''"))'"
  }

  private static func contents(of descriptor: Int32, _ path: String) throws(SettingsError)
    -> [UInt8]
  {
    var bytes = [UInt8](repeating: 0, count: mostBytes + 1)
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if got == 0 { return Array(bytes[..<count]) }
      if got < 0 && errno == EINTR { continue }
      if got < 0 {
        throw SettingsError(file: path, reason: "cannot be read: \(SystemError.last.text)")
      }
      count += got
    }
    throw SettingsError(file: path, reason: "has more than \(mostBytes / 1_024) kB")
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
