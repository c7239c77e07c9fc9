import Glibc
import Synchronization
import Testing

@testable import CursesTerminal

@Suite("Wakeup") struct WakeupTests {
  func isReadable(_ wakeup: Wakeup) -> Bool {
    var waiting = pollfd(fd: wakeup.reading, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waiting, 1, 0) == 1
  }

  @Test("calls are joined until they are seen, and none after that is missed")
  func joins() throws {
    let wakeup = try Wakeup()
    #expect(!isReadable(wakeup))
    for _ in 0..<100_000 { wakeup.wake() }
    #expect(isReadable(wakeup))
    var byte: UInt8 = 0
    #expect(unsafe read(wakeup.reading, &byte, 1) == 1)
    #expect(!isReadable(wakeup))
    wakeup.drain()
    wakeup.wake()
    #expect(isReadable(wakeup))
    wakeup.drain()
    #expect(!isReadable(wakeup))
  }

  @Test(
    "a value that was set before a call from any thread is seen after the loop wakes",
    .timeLimit(.minutes(1)))
  func nothingIsMissed() async throws {
    let wakeup = try Wakeup()
    let counter = Counter()
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<5000 {
            counter.count.add(1, ordering: .relaxed)
            wakeup.wake()
          }
        }
      }
      group.addTask {
        while counter.count.load(ordering: .relaxed) < 20000 {
          var waiting = pollfd(fd: wakeup.reading, events: Int16(POLLIN), revents: 0)
          let isWoken = unsafe poll(&waiting, 1, 10000) == 1
          #expect(isWoken)
          if !isWoken { return }
          wakeup.drain()
        }
      }
    }
    #expect(counter.count.load(ordering: .relaxed) == 20000)
  }
}
