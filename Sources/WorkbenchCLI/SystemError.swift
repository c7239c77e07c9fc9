import Glibc

/// A refusal of the operating system.
struct SystemError: Error, Hashable, Sendable {
  /// The number of the error, as in errno(3).
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// The error of the call that failed last in this thread.
  static var last: SystemError { SystemError(errno) }

  /// What the system says about it.
  var text: String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: words)
  }
}
