import Glibc
import Synchronization

/// Wakes the terminal's loop from any thread.
///
/// Calls are joined: however often it is called before the loop runs, the loop runs once more and
/// sees everything that was done before the calls.
public final class Wakeup: Sendable {
  /// The end that the loop polls.
  let reading: Int32
  /// The end that is written to; a signal handler may write to it as well.
  let writing: Int32
  private let isPending = Atomic<Bool>(false)

  /// Opens the pipe.
  ///
  /// - Throws: `TerminalError.system` when no descriptors are left.
  public init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .system(errno) }
    (reading, writing) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Lets the loop run once more; returns at once.
  public func wake() {
    if isPending.exchange(true, ordering: .sequentiallyConsistent) { return }
    var byte: UInt8 = 0
    // A full pipe wakes as well, so the result does not matter.
    _ = unsafe write(writing, &byte, 1)
  }

  /// Empties the pipe; what is done before a later `wake` is seen after the loop's next turn.
  func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while unsafe read(reading, &bytes, bytes.count) == bytes.count {}
    isPending.store(false, ordering: .sequentiallyConsistent)
  }
}
