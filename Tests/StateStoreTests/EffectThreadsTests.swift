import Glibc
import Threads
import StateStore
import Testing

@Suite struct EffectThreadsTests {
  private let threads: EffectThreads

  init() throws { threads = try #require(EffectThreads()) }

  @Test func manyTasksAllRun() async {
    let count = Locked(0)
    let tasks = (0..<500).map { _ in
      Task.detached(executorPreference: threads) {
        for _ in 0..<20 { await Task.yield() }
        count.withLock { $0 += 1 }
      }
    }
    for task in tasks { await task.value }
    threads.stop()
    #expect(count.withLock { $0 } == 500)
  }

  /// A fault must reach the handler that gives the terminal back, on a full stack too; all other
  /// signals are the main thread's.
  @Test func faultsAreHandledOnAStackOfTheirOwn() async {
    let task = Task.detached(executorPreference: threads) {
      var stack = unsafe stack_t()
      unsafe sigaltstack(nil, &stack)
      var blocked = sigset_t()
      unsafe pthread_sigmask(SIG_BLOCK, nil, &blocked)
      let faults = [SIGSEGV, SIGILL, SIGBUS, SIGABRT].map { unsafe sigismember(&blocked, $0) }
      let others = [SIGTERM, SIGHUP, SIGINT, SIGTSTP].map { unsafe sigismember(&blocked, $0) }
      let isReady = unsafe stack.ss_flags & Int32(SS_DISABLE) == 0
      return (isReady, faults, others)
    }
    let (isReady, faults, others) = await task.value
    threads.stop()
    #expect(isReady && faults == [0, 0, 0, 0] && others == [1, 1, 1, 1])
  }

  @Test func restsEndInTheOrderOfTheirEnds() async {
    let ended = Locked<[Int]>([])
    let tasks = [90, 30, 60, 0].map { milliseconds in
      Task.detached(executorPreference: threads) { [threads] in
        await threads.rest(milliseconds: milliseconds)
        ended.withLock { $0.append(milliseconds) }
      }
    }
    for task in tasks { await task.value }
    threads.stop()
    #expect(ended.withLock { $0 } == [0, 30, 60, 90])
  }

  @Test(.timeLimit(.minutes(1)))
  func aCancelledRestEndsAtOnceHoweverOften() async {
    for _ in 0..<200 {
      let task = Task.detached(executorPreference: threads) { [threads] in
        await threads.rest(milliseconds: 3_600_000)
      }
      task.cancel()
      await task.value
    }
    threads.stop()
  }

  @Test(.timeLimit(.minutes(1)))
  func stoppingEndsEveryRest() async {
    let task = Task.detached(executorPreference: threads) { [threads] in
      await threads.rest(milliseconds: 3_600_000)
    }
    threads.stop()
    await task.value
  }
}
