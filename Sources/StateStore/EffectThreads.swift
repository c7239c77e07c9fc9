import Glibc
import Threads

/// Runs effects on two threads of its own, which sleep for as long as there is nothing to do.
///
/// The system's pool of threads looks after itself once a second for as long as the program lives;
/// a program that waits for a key should not wake at all.
public final class EffectThreads: TaskExecutor {
  /// A task that rests until a moment.
  private struct Rest {
    let number: Int
    let end: Int
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct Queue {
    var jobs: [UnownedJob] = []
    var rests: [Rest] = []
    /// Rests that were cancelled before they began.
    var cancelled: Set<Int> = []
    var lastNumber = 0
    var isStopped = false
  }

  private static let count = 2
  private let queue = Locked(Queue())
  /// One byte is written for each job, so that a sleeping thread wakes; both ends never block.
  private let bell: (reading: Int32, writing: Int32)

  /// Starts the threads; the result is nil where the system has none left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    bell = (ends[0], ends[1])
    for _ in 0..<Self.count {
      guard start() else {
        stop()
        return nil
      }
    }
  }

  deinit {
    close(bell.reading)
    close(bell.writing)
  }

  /// Takes a piece of a task; called by the language.
  ///
  /// - Parameter job: what to run.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.withLock { $0.jobs.append(job) }
    ring()
  }

  /// Rests without a thread; ends early when the task is cancelled.
  ///
  /// - Parameter milliseconds: for how long, 0 or more.
  public func rest(milliseconds: Int) async {
    let number = queue.withLock { queue in
      queue.lastNumber += 1
      return queue.lastNumber
    }
    let end = Self.now() + milliseconds
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = queue.withLock { queue in
          if queue.cancelled.remove(number) != nil || queue.isStopped { return true }
          queue.rests.append(Rest(number: number, end: end, continuation: continuation))
          return false
        }
        // A thread that sleeps must learn of the new end.
        if isOver { continuation.resume() } else { ring() }
      }
    } onCancel: {
      let rest = queue.withLock { queue -> Rest? in
        if let index = queue.rests.firstIndex(where: { $0.number == number }) {
          return queue.rests.remove(at: index)
        }
        queue.cancelled.insert(number)
        return nil
      }
      rest?.continuation.resume()
    }
    queue.withLock { _ = $0.cancelled.remove(number) }
  }

  /// Lets the threads end once nothing waits to be run; rests end at once.
  public func stop() {
    let rests = queue.withLock { queue in
      queue.isStopped = true
      defer { queue.rests = [] }
      return queue.rests
    }
    for rest in rests { rest.continuation.resume() }
    for _ in 0..<Self.count { ring() }
  }

  private func ring() {
    var byte: UInt8 = 0
    // A full pipe wakes as well, so the result does not matter.
    _ = unsafe write(bell.writing, &byte, 1)
  }

  /// Starts a thread that holds this object until it ends.
  private func start() -> Bool {
    var thread = pthread_t()
    let held = unsafe Unmanaged.passRetained(self)
    let result = unsafe pthread_create(
      &thread, nil,
      { held in
        guard let held = unsafe held else { return nil }
        unsafe Unmanaged<EffectThreads>.fromOpaque(held).takeRetainedValue().work()
        return nil
      }, held.toOpaque())
    if result != 0 { unsafe held.release() } else { pthread_detach(thread) }
    return result == 0
  }

  private func work() {
    ThreadSignals.leaveToMainThread()
    while true {
      let now = Self.now()
      let (job, over, timeout, isStopped) = queue.withLock { queue in
        let over = queue.rests.filter { $0.end <= now }
        queue.rests.removeAll { $0.end <= now }
        let job = queue.jobs.isEmpty ? nil : queue.jobs.removeFirst()
        let next = queue.rests.map(\.end).min().map { Int32(clamping: $0 - now) } ?? -1
        return (job, over, next, queue.isStopped)
      }
      for rest in over { rest.continuation.resume() }
      if let job {
        unsafe job.runSynchronously(on: asUnownedTaskExecutor())
      } else if isStopped {
        return
      } else if over.isEmpty {
        sleep(for: timeout)
      }
    }
  }

  private func sleep(for milliseconds: Int32) {
    var waited = pollfd(fd: bell.reading, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waited, 1, milliseconds) > 0 else { return }
    var byte: UInt8 = 0
    _ = unsafe read(bell.reading, &byte, 1)
  }

  private static func now() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
