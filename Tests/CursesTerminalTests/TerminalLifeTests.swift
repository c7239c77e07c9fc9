import Glibc
import TerminalModel
import TestSupport
import Testing

/// Runs a small program in a pseudo-terminal and ends it in every way.
@Suite("Terminal life", .timeLimit(.minutes(2))) struct TerminalLifeTests {
  func start(
    _ size: Size = Size(width: 80, height: 24), environment: [String: String] = [:]
  ) throws -> PTYProcess {
    let process = try PTYProcess("TerminalProbe", size: size, environment: environment)
    try process.waitFor(text: "end of \(size.height) rows")
    return process
  }

  /// What is left different from how the terminal was before.
  func leftovers(_ process: PTYProcess) -> [String] {
    let text = String(decoding: process.transcript, as: UTF8.self)
    /// Whether a private mode was switched on (`h`) or off (`l`) at last.
    func last(_ mode: String) -> Character? {
      text.split(separator: "\u{1B}[?").last {
        $0.hasPrefix(mode + "h") || $0.hasPrefix(mode + "l")
      }.flatMap { $0.dropFirst(mode.count).first }
    }
    var left: [String] = []
    if process.modes != process.modesAtStart { left.append("line discipline") }
    if process.screen.isAlternate { left.append("alternate screen") }
    if !process.screen.isCursorVisible { left.append("cursor") }
    if last("2004") != "l" { left.append("bracketed paste") }
    if last("1004") != "l" { left.append("reports of the focus") }
    if last("1") != "l" { left.append("application keys") }
    return left
  }

  enum Way: String, CaseIterable {
    case quit, terminate, hangUp, interrupt, leave, trap, trapInTask, abort, overflow
    case trapInEffect, abortInEffect, overflowInEffect, alarm, user, bus, division, illegal
  }

  @Test("the terminal is as it was before, however the program ends", arguments: Way.allCases)
  func restored(way: Way) throws {
    let process = try start()
    #expect(process.screen.isAlternate)
    #expect(process.modes != process.modesAtStart)
    let allowed: [PTYProcess.Ending]
    switch way {
    case .quit:
      process.send("q")
      allowed = [.exited(0)]
    case .terminate:
      process.signal(SIGTERM)
      allowed = [.exited(3)]
    case .hangUp:
      process.signal(SIGHUP)
      allowed = [.exited(3)]
    case .interrupt:
      process.signal(SIGINT)
      allowed = [.exited(3)]
    case .leave:
      process.signal(SIGQUIT)
      allowed = [.killed(SIGQUIT)]
    case .trap:
      process.send("T")
      allowed = [.killed(SIGILL), .killed(SIGTRAP)]
    case .trapInTask:
      process.send("D")
      allowed = [.killed(SIGILL), .killed(SIGTRAP)]
    case .abort:
      process.send("A")
      allowed = [.killed(SIGABRT)]
    case .overflow:
      process.send("O")
      allowed = [.killed(SIGSEGV)]
    case .trapInEffect:
      process.send("F")
      allowed = [.killed(SIGILL), .killed(SIGTRAP)]
    case .abortInEffect:
      process.send("G")
      allowed = [.killed(SIGABRT)]
    case .overflowInEffect:
      process.send("P")
      allowed = [.killed(SIGSEGV)]
    case .alarm, .user, .bus, .division, .illegal:
      let signals: [Way: Int32] = [
        .alarm: SIGALRM, .user: SIGUSR1, .bus: SIGBUS, .division: SIGFPE, .illegal: SIGILL,
      ]
      let signal = try #require(signals[way])
      process.signal(signal)
      allowed = [.killed(signal)]
    }
    let ending = try process.waitForEnd(seconds: 30)
    #expect(allowed.contains(ending), "\(ending)")
    #expect(leftovers(process) == [])
  }

  @Test("a program that no longer answers is ended by a second signal, and the terminal restored")
  func stuck() throws {
    let process = try start()
    process.send("S")
    var ending: PTYProcess.Ending?
    for _ in 0..<100 where ending == nil {
      process.signal(SIGTERM)
      ending = try? process.waitForEnd(seconds: 0.1)
    }
    #expect(ending == .killed(SIGTERM))
    #expect(leftovers(process) == [])
  }

  @Test(
    "a terminal that takes nothing any more keeps no process from ending",
    arguments: [
      SIGTERM, SIGSEGV, SIGABRT, SIGQUIT,
    ])
  func takesNothing(signal: Int32) throws {
    let process = try start()
    process.send("B")
    // It draws until the terminal is full, and nobody reads.
    #expect(process.waitUntilBlocked())
    var ending: PTYProcess.Ending?
    for _ in 0..<40 where ending == nil {
      process.signal(signal)
      ending = process.waitForEndWithoutReading(milliseconds: 250)
    }
    #expect(ending == .killed(signal))
    #expect(process.modes == process.modesAtStart)
  }

  @Test("ended while it is suspended, it leaves the terminal alone")
  func endedWhileSuspended() throws {
    let process = try start()
    process.send("\u{1A}")
    try process.waitForStop()
    let before = process.transcript.count
    process.signal(SIGTERM)
    process.signal(SIGCONT)
    #expect(try process.waitForEnd() == .exited(3))
    #expect(process.transcript.count == before)
    #expect(leftovers(process) == [])
  }

  @Test("other threads and the clock are answered without a key")
  func wakes() throws {
    let process = try start()
    process.send("WC")
    try process.waitFor("an answer and three ticks") { screen in
      screen.contains("> answer") && screen.rows.count { $0 == "> tick" } == 3
    }
    process.send("q")
    #expect(try process.waitForEnd() == .exited(0))
  }

  @Test("what is written to standard error waits until the screen is gone")
  func messages() throws {
    let process = try start()
    process.send("Ex")
    try process.waitFor(text: "> x")
    #expect(!process.screen.contains("told"))
    process.send("q")
    #expect(try process.waitForEnd() == .exited(0))
    #expect(process.screen.contains("told"))
    #expect(leftovers(process) == [])
  }

  @Test(
    "suspended, the shell has its terminal; continued, the whole screen is there at its new size",
    arguments: [true, false])
  func suspends(byKey: Bool) throws {
    let process = try start()
    for (width, height) in [(80, 24), (100, 30), (40, 12), (40, 12)] {
      if byKey { process.send("\u{1A}") } else { process.signal(SIGTSTP) }
      try process.waitForStop()
      #expect(leftovers(process) == [])
      process.screen.feed(Array("\u{1B}[2J\u{1B}[HOther text".utf8))
      process.resize(Size(width: width, height: height))
      process.signal(SIGCONT)
      try process.waitFor("the screen") {
        $0.text(row: 0) == "probe \(width)x\(height)"
          && $0.text(row: height - 1) == "end of \(height) rows" && $0.isAlternate
      }
      #expect(process.modes != process.modesAtStart)
      #expect(!process.screen.contains("Other"))
      #expect(process.screen.cursor == Position(row: 0, column: 2))
    }
    // The palette may be a theme of the user's; nothing may reset it.
    #expect(!String(decoding: process.transcript, as: UTF8.self).contains("\u{1B}]"))
    process.send("q")
    #expect(try process.waitForEnd() == .exited(0))
    #expect(leftovers(process) == [])
  }

  @Test("stopped and continued by somebody else, the whole screen is there again")
  func continued() throws {
    let process = try start()
    process.signal(SIGSTOP)
    try process.waitForStop()
    process.screen.feed(Array("\u{1B}[2J\u{1B}[HOther text".utf8))
    process.signal(SIGCONT)
    try process.waitFor("the screen") {
      $0.text(row: 0) == "probe 80x24" && $0.text(row: 23) == "end of 24 rows"
    }
  }

  @Test("^L draws the whole screen again")
  func redraws() throws {
    let process = try start()
    process.screen.feed(Array("\u{1B}[2J\u{1B}[HOther text".utf8))
    process.send("\u{C}")
    try process.waitFor("the screen") {
      $0.text(row: 0) == "probe 80x24" && $0.text(row: 23) == "end of 24 rows"
        && !$0.contains("Other")
    }
  }

  @Test("keys and pastes reach the program through the terminal")
  func input() throws {
    let process = try start()
    process.send("j\u{1B}[A\u{1B}OBé中")
    try process.waitFor(text: "> 中")
    process.paste("q\ry\u{1B}[201~\rq")
    try process.waitFor(text: #"> paste "q\ny\nq""#)
    process.send("\u{1B}")
    try process.waitFor(text: "> Esc")
    #expect(
      Array(process.screen.rows[1..<9]) == [
        "> 80x24", "> j", "> ↑", "> ↓", "> é", "> 中", #"> paste "q\ny\nq""#, "> Esc",
      ])
  }

  @Test("sizes down to one cell and back, many at once, leave a right screen")
  func resizes() throws {
    let process = try start()
    let sizes = [(1, 1), (2, 5), (300, 100), (10, 3), (1, 1), (79, 23), (200, 12), (40, 60)]
    for _ in 0..<12 {
      for (width, height) in sizes { process.resize(Size(width: width, height: height)) }
    }
    for (width, height) in sizes.suffix(3) + [(80, 24)] {
      process.resize(Size(width: width, height: height))
      try process.waitFor("the size \(width)x\(height)") {
        $0.text(row: 0) == "probe \(width)x\(height)"
          && $0.text(row: height - 1) == "end of \(height) rows"
      }
    }
    process.send("q")
    #expect(try process.waitForEnd() == .exited(0))
  }

  @Test("a terminal of one cell is enough to start in and to leave from")
  func startsTiny() throws {
    let process = try PTYProcess("TerminalProbe", size: Size(width: 1, height: 1))
    process.resize(Size(width: 80, height: 24))
    try process.waitFor(text: "probe 80x24")
    process.send("q")
    #expect(try process.waitForEnd() == .exited(0))
  }

  @Test("the process goes with its terminal")
  func closed() throws {
    let process = try start()
    process.closeTerminal()
    let ending = try process.waitForEnd(seconds: 2)
    #expect(ending == .exited(3) || ending == .exited(4))
  }

  @Test("a flood of keys is drawn a few times, not once a key")
  func flood() throws {
    let process = try start()
    let before = process.transcript.count
    process.send(String(repeating: "j", count: 2000) + "!")
    try process.waitFor(text: "> !")
    #expect(process.transcript.count - before < 60000)
  }

  @Test("left alone, it sends nothing")
  func idle() throws {
    let process = try start()
    process.waitForQuiet()
    let before = process.transcript.count
    process.waitForQuiet(milliseconds: 300)
    #expect(process.transcript.count == before)
  }

  @Test("without UTF-8 only ASCII is sent; without a locale UTF-8 is taken")
  func locale() throws {
    let plain = try start(environment: ["LC_ALL": "C"])
    plain.send("\u{1B}[A.")
    try plain.waitFor(text: "> .")
    #expect(plain.screen.contains("> ^"))
    #expect(plain.transcript.allSatisfy { $0 < 0x80 })
    let unset = try start(environment: ["LC_ALL": ""])
    unset.send("\u{1B}[A")
    try unset.waitFor(text: "> ↑")
  }

  @Test("NO_COLOR sends no colour")
  func noColour() throws {
    let coloured = try start()
    #expect(coloured.screen.style(row: 0, column: 0) == Style(foreground: 2, .reverse))
    let plain = try start(environment: ["NO_COLOR": "1"])
    #expect(plain.screen.style(row: 0, column: 0) == Style(.reverse))
    #expect(!String(decoding: plain.transcript, as: UTF8.self).contains("\u{1B}[3"))
  }

  @Test("an unknown TERM is no reason not to start")
  func unknownTerminal() throws {
    let process = try start(environment: ["TERM": "no-such-terminal"])
    process.send("q")
    #expect(try process.waitForEnd() == .exited(0))
    #expect(leftovers(process) == [])
  }
}
