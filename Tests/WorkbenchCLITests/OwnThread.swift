import Dispatch
import Glibc
import Threads

/// Runs blocking code in a thread of its own that takes all signals, as the main thread does.
///
/// - Parameter body: what blocks.
/// - Returns: what the body returns.
func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    DispatchQueue(label: "test").async {
      var none = sigset_t()
      var before = sigset_t()
      unsafe sigemptyset(&none)
      unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
      let result = body()
      unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
      continuation.resume(returning: result)
    }
  }
}

/// Waits in a thread of one's own for asynchronous work.
///
/// - Parameter work: the work.
/// - Returns: what the work returns; nil where it threw.
func waitFor<Result: Sendable>(
  _ work: @escaping @Sendable () async throws -> Result
) -> Result? {
  let done = DispatchSemaphore(value: 0)
  let result = Locked<Result?>(nil)
  Task.detached {
    let value = try? await work()
    result.withLock { $0 = value }
    done.signal()
  }
  done.wait()
  return result.withLock { $0 }
}
