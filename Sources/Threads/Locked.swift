import Glibc

/// A value that threads share, reached only while its lock is held.
///
/// The lock is a POSIX mutex, since the thread sanitizer reports false races with the standard
/// library's `Mutex` on Linux. It is not recursive: the body must not lock the same value again.
///
/// The unchecked conformance is fine because the value is only ever touched between lock and
/// unlock.
@safe public final class Locked<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  /// Makes a lock around a first value.
  ///
  /// - Parameter value: what is guarded; it is handed over and not used elsewhere any more.
  public init(_ value: sending Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(mutex, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Runs a body with exclusive access to the value.
  ///
  /// - Parameter body: short work on the value; it must not block and not lock this value again.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws.
  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
