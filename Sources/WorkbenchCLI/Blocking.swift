import Glibc
import Threads

/// Lets a command that has nothing else to do wait for asynchronous work.
enum Blocking {
  /// Waits for work in the calling thread, which must not be one that runs tasks.
  ///
  /// - Parameter work: the work.
  /// - Returns: its result.
  /// - Throws: `SystemError` where there is no descriptor left to be woken by.
  static func value<Value: Sendable>(
    of work: @escaping @Sendable () async -> Value
  ) throws(SystemError) -> Value {
    let bell = try SecretCommand.pipe()
    defer {
      close(bell.read)
      close(bell.write)
    }
    let result = Locked<Value?>(nil)
    Task.detached {
      let value = await work()
      result.withLock { $0 = value }
      var byte: UInt8 = 0
      _ = unsafe write(bell.write, &byte, 1)
    }
    while true {
      var byte: UInt8 = 0
      _ = unsafe read(bell.read, &byte, 1)
      if let value = result.withLock({ $0 }) { return value }
    }
  }
}
