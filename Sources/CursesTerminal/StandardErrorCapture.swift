import Glibc

/// Keeps what is written to standard error off the screen, and shows it when the screen is gone.
///
/// Without it the message of a trap or of a library would spoil the screen and then vanish with it.
final class StandardErrorCapture {
  /// The file that standard error goes to.
  let descriptor: Int32
  private let original: Int32

  /// Diverts standard error; nil where it does not go to the same terminal, or no file can be made.
  ///
  /// - Parameter output: the descriptor of the screen.
  init?(sharing output: Int32) {
    var screen = stat()
    var errors = stat()
    guard unsafe fstat(output, &screen) == 0, unsafe fstat(2, &errors) == 0,
      screen.st_rdev == errors.st_rdev, isatty(2) == 1
    else { return nil }
    var path = Array("/tmp/stderr-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&path)
    guard file >= 0 else { return nil }
    unsafe unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    _ = fcntl(file, F_SETFL, O_APPEND)
    original = fcntl(2, F_DUPFD_CLOEXEC, 3)
    guard original >= 0, dup2(file, 2) == 2 else {
      close(file)
      return nil
    }
    descriptor = file
  }

  /// Gives standard error back and writes to it what was kept.
  func end() {
    dup2(original, 2)
    close(original)
    lseek(descriptor, 0, SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe read(descriptor, &bytes, bytes.count)
      if count <= 0 { break }
      _ = unsafe write(2, bytes, count)
    }
    close(descriptor)
  }
}
