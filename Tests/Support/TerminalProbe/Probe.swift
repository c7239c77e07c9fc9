import CursesTerminal
import Glibc
import StateStore
import Synchronization
import TerminalModel

/// What the probe shows and does.
///
/// Keys: `q` quits; `T` traps, `D` traps in a task of another thread, `F` in one of a thread for
/// effects, where `P` overflows the stack and `G` aborts; `A` aborts, `O` overflows the stack, `B`
/// fills the screen again and again, `E` writes to standard error, `S` never returns; `W` is
/// answered by another thread, `C` by the clock, three times. All other events are listed on the
/// screen.
final class Probe {
  private var events: [String] = []
  private var frames = 0
  private var isFinished = false
  private var hasChanged = true
  private var ticks = 0
  private var isBusy = false
  private var threads: EffectThreads?
  private let answers = Answers()

  /// Runs the loop.
  ///
  /// - Returns: the exit status: 0 after `q`, 3 after a signal, 4 when the terminal is gone.
  func run() -> Int32 {
    do {
      let wakeup = try Wakeup()
      var terminal = try Terminal(wakeup: wakeup)
      let reason = terminal.run(
        handle: { self.take($0, wakeup) }, frame: { self.frame($0) },
        deadline: { self.isBusy ? 0 : self.ticks > 0 ? 10 : nil }, isFinished: { self.isFinished })
      switch reason {
      case .finished: return 0
      case .signal: return 3
      case .disconnected: return 4
      }
    } catch {
      print(error)
      return 5
    }
  }

  private func take(_ event: TerminalEvent, _ wakeup: Wakeup) {
    hasChanged = true
    switch event {
    case .key(.character("q")): isFinished = true
    case .key(.character("T")): Faults.trap()
    case .key(.character("D")): Task.detached { Faults.trap() }
    case .key(.character("F")): run { Faults.trap() }
    case .key(.character("P")): run { print(Faults.overflow(1)) }
    case .key(.character("G")): run { abort() }
    case .key(.character("B")): isBusy = true
    case .key(.character("A")): abort()
    case .key(.character("S")): while true { pause() }
    case .key(.character("C")): ticks = 3
    case .key(.character("W")):
      let answers = answers
      Task.detached {
        answers.count.add(1, ordering: .relaxed)
        wakeup.wake()
      }
    case .key(.character("O")): print(Faults.overflow(1))
    case .key(.character("E")): _ = unsafe write(2, "told\n", 5)
    case .key(let key): events.append(key.name)
    case .paste(let text): events.append("paste \(text.debugDescription)")
    case .focus(let hasFocus): events.append(hasFocus ? "focus" : "no focus")
    case .stopping, .resumed: break
    case .resized(let size): events.append("\(size.width)x\(size.height)")
    }
  }

  /// Runs a body on a thread for effects.
  private func run(_ body: @escaping @Sendable () -> Void) {
    threads = EffectThreads()
    Task.detached(executorPreference: threads) { body() }
  }

  private func frame(_ size: Size) -> Grid? {
    let answered = answers.count.exchange(0, ordering: .relaxed)
    for _ in 0..<answered { events.append("answer") }
    if ticks > 0, !hasChanged {
      ticks -= 1
      events.append("tick")
      hasChanged = true
    }
    if isBusy {
      frames += 1
      var grid = Grid(size)
      for row in 0..<size.height {
        let letter = frames % 2 == 0 ? "x" : "y"
        grid.write(String(repeating: letter, count: size.width), row: row, column: 0)
      }
      return grid
    }
    guard hasChanged || answered > 0 else { return nil }
    hasChanged = false
    frames += 1
    var grid = Grid(size)
    grid.write(
      "probe \(size.width)x\(size.height)", row: 0, column: 0, style: Style(foreground: 2, .reverse)
    )
    for (index, event) in events.suffix(max(0, size.height - 2)).enumerated() {
      grid.write("> \(event)", row: index + 1, column: 0)
    }
    grid.write("end of \(size.height) rows", row: size.height - 1, column: 0)
    grid.cursor = Position(row: 0, column: min(2, size.width - 1))
    return grid
  }
}
