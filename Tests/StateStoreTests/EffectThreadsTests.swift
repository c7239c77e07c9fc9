import Locking
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
